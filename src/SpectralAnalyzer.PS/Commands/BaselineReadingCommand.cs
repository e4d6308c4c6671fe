using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The parameters that say how the file of a baseline is read; those of the samples do not apply to it.</summary>
public abstract class BaselineReadingCommand : ComparingCommand
{
    private static readonly string[] s_baselineReading =
    [
        nameof(BaselineDelimiter), nameof(BaselineDecimalMark), nameof(BaselineSkipLines), nameof(BaselineXColumn),
        nameof(BaselineYColumn), nameof(BaselineSeries), nameof(BaselineXUnit), nameof(BaselineOrdinate),
        nameof(BaselineEncoding),
    ];

    /// <summary>The delimiter between the cells of a row of the baseline.</summary>
    [Parameter(HelpMessage = "The delimiter between the cells of a row of the baseline.")]
    [PSDefaultValue(Help = Detected)]
    [DelimiterCompletion]
    [DelimiterTransformation]
    public string BaselineDelimiter { get; set; } = "";

    /// <summary>The mark before the decimals of a number of the baseline.</summary>
    [Parameter(HelpMessage = "The mark before the decimals of a number of the baseline.")]
    [PSDefaultValue(Help = Detected)]
    [DecimalMarkCompletion]
    [DecimalMarkTransformation]
    public string BaselineDecimalMark { get; set; } = "";

    /// <summary>The number of lines of the baseline before the column names or, if there are none, the data.</summary>
    [Parameter(HelpMessage = "The number of lines of the baseline before the column names or, if there are none, the data.")]
    [ValidateRange(0, int.MaxValue)]
    [PSDefaultValue(Help = Detected)]
    [NoCompletion]
    public int BaselineSkipLines { get; set; }

    /// <summary>The column of x in the baseline: its number, from 1, or its name.</summary>
    [Parameter(HelpMessage = "The column of x in the baseline: its number, from 1, or its name.")]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = Detected)]
    [ColumnCompletion]
    public string BaselineXColumn { get; set; } = "";

    /// <summary>The column of y in the baseline: its number, from 1, or its name.</summary>
    [Parameter(HelpMessage = "The column of y in the baseline: its number, from 1, or its name.")]
    [ValidateNotNullOrEmpty]
    [PSDefaultValue(Help = Detected)]
    [ColumnCompletion]
    public string BaselineYColumn { get; set; } = "";

    /// <summary>The spectra of a baseline file with several: their names, with wildcards, or their 1-based numbers.</summary>
    [Parameter(
        HelpMessage = "The spectra of a baseline file with several: their names, with wildcards, or their 1-based numbers.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [PSDefaultValue(Help = "all; a series is compared with that of the same name")]
    [SeriesCompletion]
    public string[] BaselineSeries { get; set; } = [];

    /// <summary>The unit of x in the baseline, as a name or a symbol such as cm-1, nm, um or eV.</summary>
    [Parameter(HelpMessage = "The unit of x in the baseline, as a name or a symbol such as cm-1, nm, um or eV.")]
    [AxisUnitCompletion]
    [AxisUnitTransformation]
    [PSDefaultValue(Help = Detected)]
    public string BaselineXUnit { get; set; } = "";

    /// <summary>The y quantity of the baseline.</summary>
    [Parameter(HelpMessage = "The y quantity of the baseline.")]
    [PSDefaultValue(Help = Detected)]
    [OrdinateCompletion]
    [OrdinateTransformation]
    public string BaselineOrdinate { get; set; } = "";

    /// <summary>The name of the baseline's encoding, for example utf-8, utf-16 or latin1.</summary>
    [Parameter(HelpMessage = "The name of the baseline's encoding, for example utf-8, utf-16 or latin1.")]
    [ValidateNotNullOrEmpty]
    [EncodingCompletion]
    [EncodingTransformation]
    [PSDefaultValue(Help = Detected)]
    public string BaselineEncoding { get; set; } = "";

    /// <summary>Gets what the user states of the baseline, else what the method says.</summary>
    private protected ReadOptions BaselineReadOptions => new()
    {
        Delimiter = Known(
            nameof(BaselineDelimiter), CompletionWord.Parse<Delimiter>(BaselineDelimiter),
            MethodInUse?.BaselineReading.Delimiter),
        DecimalMark = Known(
            nameof(BaselineDecimalMark), CompletionWord.Parse<DecimalMark>(BaselineDecimalMark),
            MethodInUse?.BaselineReading.DecimalMark),
        SkipLines = Known(nameof(BaselineSkipLines), BaselineSkipLines, MethodInUse?.BaselineReading.SkipLines),
        XColumn = Known(nameof(BaselineXColumn), BaselineXColumn, MethodInUse?.BaselineReading.XColumn),
        YColumns = Known(nameof(BaselineYColumn), [BaselineYColumn], MethodInUse?.BaselineReading.YColumns),
        Series = Known(nameof(BaselineSeries), BaselineSeries, MethodInUse?.BaselineReading.Series),
        XUnit = Known(nameof(BaselineXUnit), CompletionWord.Parse<AxisUnit>(BaselineXUnit), MethodInUse?.BaselineReading.XUnit),
        Ordinate = Known(
            nameof(BaselineOrdinate), CompletionWord.Parse<OrdinateKind>(BaselineOrdinate),
            MethodInUse?.BaselineReading.Ordinate),
        Encoding = Known(nameof(BaselineEncoding), BaselineEncoding, MethodInUse?.BaselineReading.Encoding),
    };

    /// <summary>Ends the command if a parameter says how the file of a baseline is read that is in memory.</summary>
    private protected void RequireBaselineReading(SpectrumInput baseline)
    {
        foreach (var parameter in s_baselineReading)
            RequireEffect(parameter, baseline.Path is not null, "with a spectrum as -Baseline");
    }
}
