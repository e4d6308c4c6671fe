using System.Globalization;
using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Writes the results of a batch as a self-contained HTML file, a workbook, or JUnit XML for LIMS and CI.</summary>
[Cmdlet(
    VerbsData.Export, "SpectralReport", DefaultParameterSetName = ResultSet, SupportsShouldProcess = true,
    HelpUri = OnlineHelp.Page + "Export-SpectralReport")]
[OutputType(typeof(FileInfo))]
public sealed class ExportSpectralReportCommand : ExportCommand
{
    private const string ResultSet = "InputObject";
    private const string ManifestSet = "Manifest";

    private const int Activity = 7339;
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(250);

    private readonly List<SpectralResult> _results = [];
    private int _graphsDone;
    private SpectralRun? _run;
    private IReadOnlyList<(string Extension, ReportFormat Format)> _formats = [];

    /// <summary>Results of Invoke-SpectralBatch.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true, ParameterSetName = ResultSet,
        HelpMessage = "Results of Invoke-SpectralBatch.")]
    [ValidateNotNull]
    [LiveObject]
    [NoCompletion]
    public SpectralResult[] InputObject { get; set; } = [];

    /// <summary>The run manifest, spectral-run.jsonl, or its folder; the report is about its last run.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ManifestSet,
        HelpMessage = "The run manifest, spectral-run.jsonl, or its folder; the report is about its last run.")]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    [ManifestCompletion]
    public string Manifest { get; set; } = "";

    /// <summary>The identifier of another run of the manifest.</summary>
    [Parameter(
        ValueFromPipelineByPropertyName = true, ParameterSetName = ManifestSet,
        HelpMessage = "The identifier of another run of the manifest.")]
    [ValidateNotNullOrEmpty]
    [RunIdCompletion]
    public string RunId { get; set; } = "";

    /// <summary>The file, whose extension selects the format: .html, .xlsx, or .xml for JUnit.</summary>
    [Parameter(
        Mandatory = true, Position = 0,
        HelpMessage = "The file, whose extension selects the format: .html, .xlsx, or .xml for JUnit.")]
    [Alias("LiteralPath", "LP")]
    [ValidateNotNullOrEmpty]
    [FileCompletion]
    public string Path { get; set; } = "";

    /// <summary>The formats: Html, JUnit, Excel; by default that of the extension of Path.</summary>
    [Parameter(HelpMessage = "The formats: Html, JUnit, Excel; by default that of the extension of Path.")]
    [ValidateNotNullOrEmpty]
    public ReportFormat[] Format { get; set; } = [];

    /// <summary>The title.</summary>
    [Parameter(HelpMessage = "The title.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    [PSDefaultValue(Help = "Spectral comparison, in the language of the report")]
    public string Title { get; set; } = "";

    /// <summary>The culture: the language of the texts of pages and workbooks, and the form of numbers.</summary>
    [Parameter(HelpMessage = "The culture: the language of the texts of pages and workbooks, and the form of numbers.")]
    [ValidateNotNull]
    [PSDefaultValue(Help = "English")]
    [ReportCultureCompletion]
    public CultureInfo Culture { get; set; } = CultureInfo.InvariantCulture;

    /// <summary>The name of the operator on the printed page, which has lines to sign on.</summary>
    [Parameter(HelpMessage = "The name of the operator on the printed page, which has lines to sign on.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string Operator { get; set; } = "";

    /// <summary>Includes the points of the spectra in a workbook.</summary>
    [Parameter(HelpMessage = "Includes the points of the spectra in a workbook.")]
    public SwitchParameter IncludeSpectra { get; set; }

    /// <summary>The minimum correlation. A spectrum below it is marked, and is a failure in JUnit.</summary>
    [Parameter(HelpMessage = "The minimum correlation.")]
    [ValidateRange(-1.0, 1.0)]
    [PSDefaultValue(Help = "no limit")]
    [DecimalPoint]
    [NoCompletion]
    public double MinimumCorrelation { get; set; }

    /// <summary>Leaves out the thumbnails of the graphs.</summary>
    [Parameter(HelpMessage = "Leaves out the thumbnails of the graphs.")]
    public SwitchParameter NoThumbnail { get; set; }

    /// <summary>Includes all graphs in the HTML file, however large it becomes.</summary>
    [Parameter(HelpMessage = "Includes all graphs in the HTML file, however large it becomes.")]
    public SwitchParameter EmbedGraph { get; set; }

    /// <summary>The most bytes that the graphs in the HTML file take; 0 for links only. What is beyond is linked.</summary>
    [Parameter(HelpMessage = "The most bytes that the graphs in the HTML file take; 0 for links only.")]
    [ValidateRange(0L, long.MaxValue)]
    [PSDefaultValue(Help = "20MB")]
    [NoCompletion]
    public long EmbedLimit { get; set; } = 20 << 20;

    /// <summary>Writes a report even if there are no results. Otherwise that is an error, and no file is written.</summary>
    [Parameter(HelpMessage = "Writes a report even if there are no results.")]
    public SwitchParameter AllowEmpty { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Begin(Path, "", "", extension => _formats = FileFormats.Choose(Format, extension));
        var hasHtml = _formats.Any(f => f.Format == ReportFormat.Html);
        RequireEffect(nameof(NoThumbnail), hasHtml, "unless a format is Html");
        RequireEffect(nameof(EmbedGraph), hasHtml, "unless a format is Html");
        RequireEffect(nameof(EmbedLimit), hasHtml, "unless a format is Html");
        RequireEffect(nameof(Operator), hasHtml, "unless a format is Html");
        var hasExcel = _formats.Any(f => f.Format == ReportFormat.Excel);
        RequireEffect(nameof(IncludeSpectra), hasExcel, "unless a format is Excel");
        RequireEffect(nameof(Culture), hasHtml || hasExcel, "unless a format is Html or Excel");
        if (IsStated(nameof(Culture)) && !SpectralReport.Languages.Contains(Culture.TwoLetterISOLanguageName))
        {
            this.Warn(
                $"There are no texts in {Culture.EnglishName}: they are English. "
                + $"There are {string.Join(", ", SpectralReport.Languages)}.");
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ManifestSet)
            RunRequired(Manifest, ReadRun);
        else
            _results.AddRange(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => RunRequired(Path, () =>
    {
        if (_results.Count == 0 && !AllowEmpty)
        {
            throw new SpectralException(
                SpectralErrorIds.NoResults,
                SpectralErrorCategory.InvalidArgument,
                "There is no result to report, so that no report is written.",
                "Pipe the results of Invoke-SpectralBatch, or state the run manifest with -Manifest. "
                + "-AllowEmpty writes a report without results.");
        }

        var report = new SpectralReport
        {
            Results = _results,
            Run = _run,
            Title = Title.Length == 0 ? null : Title,
            Culture = Culture,
            Operator = Operator,
            IncludeSpectra = IncludeSpectra,
            MinimumCorrelation = IsStated(nameof(MinimumCorrelation)) ? MinimumCorrelation : null,
            Thumbnails = !NoThumbnail,
            EmbedLimit = EmbedGraph ? long.MaxValue : EmbedLimit,
            Repeat = new RepeatedComparison(Engine, _run).Repeat,
            GraphDone = () => Interlocked.Increment(ref _graphsDone),
        };
        Export.Save(
            [.. _formats.Select(f => f.Extension)],
            $"Report {_results.Count} results",
            (export, i, name) => WithProgress(() => export.SaveReport(name, report, _formats[i].Format, StopToken)));
    });

    // thousands of graphs take a while; only this thread may write progress, so the work runs on another
    private string? WithProgress(Func<string?> save)
    {
        var work = Task.Run(save);
        var progress = new ProgressRecord(Activity, "Spectral report", "Reading the graphs");
        var isShown = false;
        try
        {
            while (!((IAsyncResult)work).AsyncWaitHandle.WaitOne(s_interval))
            {
                var done = Volatile.Read(ref _graphsDone);
                progress.StatusDescription = FormattableString.Invariant($"{done} of {_results.Count} graphs");
                progress.PercentComplete = (int)Math.Min(100, 100L * done / Math.Max(1, _results.Count));
                WriteProgress(progress);
                isShown = true;
            }
        }
        catch
        {
            // WriteProgress throws when the pipeline stops; the work must end before its folder is removed
            StopProcessing();
            ((IAsyncResult)work).AsyncWaitHandle.WaitOne();
            throw;
        }

        if (isShown)
            WriteProgress(new ProgressRecord(Activity, "Spectral report", "Done") { RecordType = ProgressRecordType.Completed });
        return work.GetAwaiter().GetResult();
    }

    private void ReadRun()
    {
        var manifest = ResolvePath(Manifest);
        if (_run is not null)
        {
            throw new SpectralException(
                SpectralErrorIds.SeveralManifests,
                SpectralErrorCategory.InvalidArgument,
                $"'{manifest}' is one manifest more than a report is about.",
                "Export a report for each manifest.");
        }

        var runs = Engine.Runs.Read(manifest, StopToken);
        var run = RunId.Length == 0
            ? runs is [.., var last] ? last : null
            : runs.FirstOrDefault(r => string.Equals(r.Id, RunId, StringComparison.OrdinalIgnoreCase));
        if (run is null)
        {
            throw new SpectralException(
                SpectralErrorIds.RunNotFound,
                SpectralErrorCategory.NotFound,
                RunId.Length == 0 ? $"'{manifest}' has no run." : $"'{manifest}' has no run '{RunId}'.",
                "Measure-SpectralBatch -Manifest lists its runs.");
        }

        var reach = new ManifestReach(run.Manifest);
        _results.AddRange(Engine.Runs.ReadResults(manifest, run.Id, StopToken).Select(reach.Limit));
        _run = run;
    }
}
