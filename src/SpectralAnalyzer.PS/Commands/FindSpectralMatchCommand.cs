using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Searches spectra in a library, and says whether the answer can be trusted.</summary>
[Cmdlet(VerbsCommon.Find, "SpectralMatch", HelpUri = OnlineHelp.Page + "Find-SpectralMatch")]
[OutputType(typeof(SpectralMatch))]
public sealed class FindSpectralMatchCommand : LibraryCommand
{
    private ISpectralLibrarySearch? _search;

    /// <summary>The file of the library, from New-SpectralLibrary.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The file of the library, from New-SpectralLibrary.")]
    [ValidateNotNullOrEmpty]
    [SpectralLibraryCompletion]
    public string Library { get; set; } = "";

    /// <summary>The number of hits.</summary>
    [Parameter(HelpMessage = "The number of hits.")]
    [ValidateRange(1, 1000)]
    [NoCompletion]
    public int Top { get; set; } = 5;

    /// <summary>
    /// How spectra are scored: Correlation (the hit quality index), Cosine, DerivativeCorrelation or Euclidean.
    /// </summary>
    [Parameter(
        HelpMessage = "How spectra are scored: Correlation (the hit quality index), Cosine, DerivativeCorrelation or "
            + "Euclidean.")]
    public SearchMetric Metric { get; set; }

    /// <summary>
    /// The ranges of x that are compared, in the unit of the library: 3100,2800 or (3100,2800),(1850,650); by default all.
    /// </summary>
    [Parameter(
        HelpMessage = "The ranges of x that are compared, in the unit of the library: 3100,2800 or (3100,2800),(1850,650); by "
            + "default all.")]
    [SpectralRangeTransformation]
    [PSDefaultValue(Help = "all of the grid")]
    [NoCompletion]
    [Alias("Region")]
    public SpectralRange[] XRange { get; set; } = [];

    /// <summary>The part of what is compared that both spectra must cover, 0 to 1.</summary>
    [Parameter(HelpMessage = "The part of what is compared that both spectra must cover, 0 to 1.")]
    [ValidateRange(0.0, 1.0)]
    [DecimalPoint]
    [NoCompletion]
    public double MinimumCoverage { get; set; } = 0.5;

    /// <summary>Also explains each query as a mixture of spectra of the library.</summary>
    [Parameter(HelpMessage = "Also explains each query as a mixture of spectra of the library.")]
    public SwitchParameter Mixture { get; set; }

    /// <summary>The number of threads; 0: as many as there are processors. The answers do not depend on it.</summary>
    [Parameter(HelpMessage = "The number of threads; 0: as many as there are processors. The answers do not depend on it.")]
    [ValidateRange(0, 256)]
    [PSDefaultValue(Help = "as many as there are processors")]
    [NoCompletion]
    public int ThrottleLimit { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        RunRequired(Library, () =>
        {
            var path = ResolvePath(Library);
            var options = new SpectralSearchOptions
            {
                Top = Top,
                Metric = Metric,
                Ranges = XRange,
                MinimumCoverage = MinimumCoverage,
                FindsMixture = Mixture,
                ThrottleLimit = ThrottleLimit,
            };
            _search = Await(() => Engine.Libraries.StartSearch(path, options, StopToken));
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var queries = new List<SpectralLibraryQuery>();
        foreach (var spectrum in InputSpectra(_search!.Reading))
        {
            RunFor(spectrum.Label, () => queries.Add(_search!.Prepare(spectrum, StopToken)));
            if (queries.Count == _search!.BlockSize)
                Search(queries);
        }

        Search(queries);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _search?.Dispose();
        base.Dispose(disposing);
    }

    private void Search(List<SpectralLibraryQuery> queries)
    {
        Run(() =>
        {
            foreach (var match in _search!.Find(queries, StopToken))
            {
                foreach (var warning in match.Warnings)
                    this.Warn($"{match.Query}: {warning}");
                foreach (var conversion in match.Conversions)
                    this.WriteDetail($"{match.Query}: {conversion}");
                WriteObject(match);
            }
        });
        queries.Clear();
    }
}
