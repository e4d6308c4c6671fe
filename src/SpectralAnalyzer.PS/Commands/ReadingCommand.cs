using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of the cmdlets that read files: what the user states, which always takes precedence.</summary>
public abstract class ReadingCommand : FileInputCommand
{
    private protected const string Detected = "what the file shows";

    /// <summary>The delimiter between the cells of a row.</summary>
    [Parameter]
    [PSDefaultValue(Help = Detected)]
    public Delimiter Delimiter { get; set; }

    /// <summary>The decimal mark.</summary>
    [Parameter]
    [PSDefaultValue(Help = Detected)]
    public DecimalMark DecimalMark { get; set; }

    /// <summary>The number of lines before the column names or, if there are none, before the data.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    [PSDefaultValue(Help = Detected)]
    public int SkipLines { get; set; }

    /// <summary>The column of x: its 1-based number or its name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = Detected)]
    [ColumnCompletion]
    public string XColumn { get; set; } = "";

    /// <summary>The columns of y: their 1-based numbers or their names.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = Detected)]
    [ColumnCompletion]
    public string[] YColumn { get; set; } = [];

    /// <summary>The spectra of a file with several: their names, with wildcards, or their 1-based numbers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [PSDefaultValue(Help = "all")]
    public string[] Series { get; set; } = [];

    /// <summary>The unit of x; symbols such as cm-1, nm, um and eV are also accepted.</summary>
    [Parameter]
    [AxisUnitTransformation]
    [PSDefaultValue(Help = Detected)]
    public AxisUnit XUnit { get; set; }

    /// <summary>The quantity of y.</summary>
    [Parameter]
    [PSDefaultValue(Help = Detected)]
    public OrdinateKind Ordinate { get; set; }

    /// <summary>The name of the encoding, for example utf-8, utf-16 or latin1.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [EncodingCompletion]
    [PSDefaultValue(Help = Detected)]
    public string Encoding { get; set; } = "";

    /// <summary>Gets what the user states.</summary>
    protected ReadOptions ReadOptions => new()
    {
        Delimiter = IsStated(nameof(Delimiter)) ? Delimiter : null,
        DecimalMark = IsStated(nameof(DecimalMark)) ? DecimalMark : null,
        SkipLines = IsStated(nameof(SkipLines)) ? SkipLines : null,
        XColumn = IsStated(nameof(XColumn)) ? XColumn : null,
        YColumns = IsStated(nameof(YColumn)) ? YColumn : null,
        Series = IsStated(nameof(Series)) ? Series : null,
        XUnit = IsStated(nameof(XUnit)) ? XUnit : null,
        Ordinate = IsStated(nameof(Ordinate)) ? Ordinate : null,
        Encoding = IsStated(nameof(Encoding)) ? Encoding : null,
    };
}
