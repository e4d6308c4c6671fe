using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of the cmdlets that read files: what the user states, which always takes precedence.</summary>
public abstract class ReadingCommand : FileInputCommand
{
    private protected const string Detected = "what the file shows";

    private StatedParameters? _stated;

    /// <summary>The delimiter between the cells of a row.</summary>
    [Parameter(HelpMessage = "The delimiter between the cells of a row.")]
    [PSDefaultValue(Help = Detected)]
    [DelimiterCompletion]
    [DelimiterTransformation]
    public string Delimiter { get; set; } = "";

    /// <summary>The decimal mark.</summary>
    [Parameter(HelpMessage = "The decimal mark.")]
    [PSDefaultValue(Help = Detected)]
    [DecimalMarkCompletion]
    [DecimalMarkTransformation]
    public string DecimalMark { get; set; } = "";

    /// <summary>The number of lines before the column names or, if there are none, before the data.</summary>
    [Parameter(HelpMessage = "The number of lines before the column names or, if there are none, before the data.")]
    [ValidateRange(0, int.MaxValue)]
    [PSDefaultValue(Help = Detected)]
    [NoCompletion]
    public int SkipLines { get; set; }

    /// <summary>The column of x: its 1-based number or its name.</summary>
    [Parameter(HelpMessage = "The column of x: its 1-based number or its name.")]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = Detected)]
    [ColumnCompletion]
    public string XColumn { get; set; } = "";

    /// <summary>The columns of y: their 1-based numbers or their names.</summary>
    [Parameter(HelpMessage = "The columns of y: their 1-based numbers or their names.")]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = Detected)]
    [ColumnCompletion]
    public string[] YColumn { get; set; } = [];

    /// <summary>The spectra of a file with several: their names, with wildcards, or their 1-based numbers.</summary>
    [Parameter(HelpMessage = "The spectra of a file with several: their names, with wildcards, or their 1-based numbers.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [PSDefaultValue(Help = "all")]
    [SeriesCompletion]
    public virtual string[] Series { get; set; } = [];

    /// <summary>The unit of x; symbols such as cm-1, nm, um and eV are also accepted.</summary>
    [Parameter(HelpMessage = "The unit of x; symbols such as cm-1, nm, um and eV are also accepted.")]
    [AxisUnitCompletion]
    [AxisUnitTransformation]
    [PSDefaultValue(Help = Detected)]
    public string XUnit { get; set; } = "";

    /// <summary>The quantity of y.</summary>
    [Parameter(HelpMessage = "The quantity of y.")]
    [PSDefaultValue(Help = Detected)]
    [OrdinateCompletion]
    [OrdinateTransformation]
    public string Ordinate { get; set; } = "";

    /// <summary>The name of the encoding, for example utf-8, utf-16 or latin1.</summary>
    [Parameter(HelpMessage = "The name of the encoding, for example utf-8, utf-16 or latin1.")]
    [ValidateNotNullOrEmpty]
    [EncodingCompletion]
    [EncodingTransformation]
    [PSDefaultValue(Help = Detected)]
    public string Encoding { get; set; } = "";

    /// <summary>Gets what the user states, else what the method says.</summary>
    protected ReadOptions ReadOptions => new()
    {
        Delimiter = Known(nameof(Delimiter), CompletionWord.Parse<Delimiter>(Delimiter), MethodInUse?.Reading.Delimiter),
        DecimalMark = Known(
            nameof(DecimalMark), CompletionWord.Parse<DecimalMark>(DecimalMark), MethodInUse?.Reading.DecimalMark),
        SkipLines = Known(nameof(SkipLines), SkipLines, MethodInUse?.Reading.SkipLines),
        XColumn = Known(nameof(XColumn), XColumn, MethodInUse?.Reading.XColumn),
        YColumns = Known(nameof(YColumn), YColumn, MethodInUse?.Reading.YColumns),
        Series = Known(nameof(Series), WantedSeries, MethodInUse?.Reading.Series),
        XUnit = Known(nameof(XUnit), CompletionWord.Parse<AxisUnit>(XUnit), MethodInUse?.Reading.XUnit),
        Ordinate = Known(nameof(Ordinate), CompletionWord.Parse<OrdinateKind>(Ordinate), MethodInUse?.Reading.Ordinate),
        Encoding = Known(nameof(Encoding), Encoding, MethodInUse?.Reading.Encoding),
    };

    /// <summary>Gets the names or numbers of the spectra to read; empty for all.</summary>
    private protected virtual IReadOnlyList<string> WantedSeries => Series;

    /// <summary>Gets the method, or null.</summary>
    private protected virtual SpectralMethod? MethodInUse => null;

    /// <summary>Gets the parameters that the user states.</summary>
    private protected StatedParameters Stated => _stated ??= new StatedParameters(this);

    /// <summary>Returns the value of a parameter if it is stated, else that of the method, which may be null.</summary>
    private protected T? Known<T>(string parameter, T stated, T? known)
        where T : struct => Stated.Choose(parameter, stated, known, known is null);

    /// <inheritdoc cref="Known{T}(string, T, T?)"/>
    private protected T? Known<T>(string parameter, T stated, T? known)
        where T : class => Stated.Choose(parameter, stated, known, known is null);
}
