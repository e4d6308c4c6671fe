using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>What the cmdlets share that read files: the user's own knowledge of the layout, which always wins.</summary>
public abstract class ReadingCommand : FileInputCommand
{
    private const string Detected = "what the file shows";

    /// <summary>What stands between the cells of a row.</summary>
    [Parameter]
    [PSDefaultValue(Help = Detected)]
    public Delimiter Delimiter { get; set; }

    /// <summary>What stands before the decimals of a number.</summary>
    [Parameter]
    [PSDefaultValue(Help = Detected)]
    public DecimalMark DecimalMark { get; set; }

    /// <summary>How many lines stand before the column names or, where there are none, the data.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [PSDefaultValue(Help = Detected)]
    public int SkipLines { get; set; }

    /// <summary>The column of x: its number, from 1, or its name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = Detected)]
    [ColumnCompletion]
    public string XColumn { get; set; } = "";

    /// <summary>The columns of y: their numbers, from 1, or their names.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = Detected)]
    [ColumnCompletion]
    public string[] YColumn { get; set; } = [];

    /// <summary>The unit of x; symbols such as cm-1, nm, um and eV are taken too.</summary>
    [Parameter]
    [AxisUnitTransformation]
    [PSDefaultValue(Help = Detected)]
    public AxisUnit XUnit { get; set; }

    /// <summary>What y is.</summary>
    [Parameter]
    [PSDefaultValue(Help = Detected)]
    public OrdinateKind Ordinate { get; set; }

    /// <summary>The encoding's name, for example utf-8, utf-16 or latin1.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [EncodingCompletion]
    [PSDefaultValue(Help = Detected)]
    public string Encoding { get; set; } = "";

    /// <summary>What the user states.</summary>
    protected ReadOptions ReadOptions => new()
    {
        Delimiter = IsStated(nameof(Delimiter)) ? Delimiter : null,
        DecimalMark = IsStated(nameof(DecimalMark)) ? DecimalMark : null,
        SkipLines = IsStated(nameof(SkipLines)) ? SkipLines : null,
        XColumn = IsStated(nameof(XColumn)) ? XColumn : null,
        YColumns = IsStated(nameof(YColumn)) ? YColumn : null,
        XUnit = IsStated(nameof(XUnit)) ? XUnit : null,
        Ordinate = IsStated(nameof(Ordinate)) ? Ordinate : null,
        Encoding = IsStated(nameof(Encoding)) ? Encoding : null,
    };
}
