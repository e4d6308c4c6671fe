using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Defaults;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>
/// Estimates the time, memory and disk space of a batch, or summarizes the results of one or the runs of a manifest.
/// </summary>
[Cmdlet(
    VerbsDiagnostic.Measure, "SpectralBatch", DefaultParameterSetName = PathSet,
    HelpUri = OnlineHelp.Page + "Measure-SpectralBatch")]
[OutputType(typeof(SpectralBatchEstimate), ParameterSetName = [PathSet, LiteralPathSet])]
[OutputType(typeof(SpectralBatchStatistics))]
public sealed class MeasureSpectralBatchCommand : FileInputCommand
{
    private const string ResultSet = "InputObject";
    private const string ManifestSet = "Manifest";

    private static readonly string[] s_ofEstimate =
    [
        nameof(Baseline), nameof(Method), nameof(Format), nameof(Dpi), nameof(ThrottleLimit), nameof(MemoryLimitMB),
        nameof(OutputDirectory), nameof(Recurse), nameof(Shard),
    ];

    private readonly List<string> _files = [];
    private readonly List<SpectralResult> _results = [];
    private SpectralShard? _shard;
    private int _found;

    /// <summary>Results of Invoke-SpectralBatch.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true, ParameterSetName = ResultSet,
        HelpMessage = "Results of Invoke-SpectralBatch.")]
    [ValidateNotNull]
    [LiveObject]
    [NoCompletion]
    public SpectralResult[] InputObject { get; set; } = [];

    /// <summary>Run manifests, spectral-run.jsonl, or their folders; each run in them is summarized.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = ManifestSet,
        HelpMessage = "Run manifests, spectral-run.jsonl, or their folders; each run in them is summarized.")]
    [ValidateNotNullOrEmpty]
    [ManifestCompletion]
    public string[] Manifest { get; set; } = [];

    /// <summary>The reference spectrum: the path of its file, or a spectrum; by default the first readable file.</summary>
    [Parameter(
        ParameterSetName = PathSet,
        HelpMessage = "The reference spectrum: the path of its file, or a spectrum; by default the first readable file.")]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    [SpectrumInputTransformation]
    [SuppliedByDefault]
    public SpectrumInput? Baseline { get; set; }

    /// <summary>The method: the path of its file, or an object of Get-SpectralMethod.</summary>
    [Parameter(ParameterSetName = PathSet, HelpMessage = "The method: the path of its file, or an object of Get-SpectralMethod.")]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateNotNull]
    [SpectralMethodCompletion]
    [SuppliedByDefault]
    public object? Method { get; set; }

    /// <summary>The formats of the graph.</summary>
    [Parameter(ParameterSetName = PathSet, HelpMessage = "The formats of the graph.")]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateNotNull]
    [SuppliedByDefault]
    public GraphFormat[] Format { get; set; } = [GraphFormat.Png];

    /// <summary>Pixels per inch of PNG and JPG.</summary>
    [Parameter(ParameterSetName = PathSet, HelpMessage = "Pixels per inch of PNG and JPG.")]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateRange(30, 1200)]
    [DpiCompletion]
    public int Dpi { get; set; } = 300;

    /// <summary>The number of files that are processed at once; 0: as many as there are processors, at least 3.</summary>
    [Parameter(
        ParameterSetName = PathSet,
        HelpMessage = "The number of files that are processed at once; 0: as many as there are processors, at least 3.")]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateRange(0, 256)]
    [PSDefaultValue(Help = "as many as there are processors, at least 3")]
    [NoCompletion]
    public int ThrottleLimit { get; set; }

    /// <summary>
    /// The limit for the memory of the process in MiB; by default 1000, or 500 more than the process uses at the start if that is
    /// more.
    /// </summary>
    [Parameter(
        ParameterSetName = PathSet,
        HelpMessage = "The limit for the memory of the process in MiB; by default 1000, or 500 more than the process uses at "
            + "the start if that is more.")]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateRange(50, int.MaxValue)]
    [PSDefaultValue(Help = "1000, or 500 more than the process holds at the start")]
    [NoCompletion]
    public int MemoryLimitMB { get; set; }

    /// <summary>The output folder, for the free space of its disk.</summary>
    [Parameter(ParameterSetName = PathSet, HelpMessage = "The output folder, for the free space of its disk.")]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    [SuppliedByDefault]
    public string OutputDirectory { get; set; } = "";

    /// <summary>
    /// Estimates one of several equal shares of the files, for example 3/16, as Invoke-SpectralBatch picks them.
    /// </summary>
    [Parameter(
        ParameterSetName = PathSet,
        HelpMessage = "Estimates one of several equal shares of the files, for example 3/16, as Invoke-SpectralBatch picks "
            + "them.")]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    [ShardCompletion]
    public string Shard { get; set; } = "";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _shard = ShardFrom(Shard);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(() =>
    {
        if (ParameterSetName == ResultSet)
        {
            _results.AddRange(InputObject);
            return;
        }

        foreach (var manifest in Manifest)
            SummarizeRuns(manifest);
        if (ParameterSetName == ManifestSet)
            return;
        foreach (var file in InputFiles().Where(IsSample))
        {
            _found++;
            if (_shard?.Contains(RelativePathOf(file)) != false)
                _files.Add(file);
        }
    });

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(() =>
    {
        if (ParameterSetName == ResultSet)
        {
            WriteObject(JudgedView.From(Engine.Summarize(_results)));
            return;
        }

        if (_files.Count == 0)
            return;
        var baseline = Baseline is { } stated ? stated.Path is { } path ? FullPath(path) : stated.NamedPath : null;
        LeaveOutBaseline(baseline);
        try
        {
            var options = Options(baseline);
            WriteObject(Await(() => Engine.Estimate(_files, options, StopToken)));
        }
        catch (SpectralException e)
        {
            var target = e.Error.Id == SpectralErrorIds.TempFolderUnusable ? System.IO.Path.GetTempPath() : baseline ?? "";
            ThrowTerminatingError(ErrorRecords.From(e, target));
        }
    });

    // as in the batch that is estimated; the baseline is compared with itself if it is named, or the only file
    private void LeaveOutBaseline(string? baseline)
    {
        if (baseline is null || FileOf(Baseline!, baseline) is not { } own || _found < 2 || IsNamed(own))
            return;
        if (_files.RemoveAll(file => IsSameFile(file, own)) > 0)
            this.Warn($"The baseline '{baseline}' is among the samples and is not counted.");
    }

    private void SummarizeRuns(string manifest) => RunFor(manifest, () =>
    {
        var path = ResolvePath(manifest);
        if (Directory.Exists(path))
            path = System.IO.Path.Combine(path, Engine.Runs.ManifestName);
        foreach (var run in Engine.Runs.Read(path, StopToken))
            WriteObject(JudgedView.From(run.Statistics with { Manifest = path }));
    });

    // an output folder without samples: its runs, unless a parameter says that an estimate is wanted
    private protected override bool TakesWithoutFiles(string folder)
    {
        if (s_ofEstimate.Any(IsStated) || !File.Exists(System.IO.Path.Combine(folder, Engine.Runs.ManifestName)))
            return false;
        SummarizeRuns(folder);
        return true;
    }

    private bool IsSample(string file)
    {
        if (!IsOutput(file))
            return true;
        WriteError(ErrorRecords.From(
            new SpectralError(
                SpectralErrorIds.RunManifestAsSample,
                SpectralErrorCategory.InvalidArgument,
                $"'{file}' is a run manifest or an output of a batch, not a sample.",
                "Its runs are summarized with -Manifest."),
            file));
        return false;
    }

    private EstimateOptions Options(string? baseline) => new()
    {
        Baseline = baseline,
        BaselineSpectra = Baseline?.Spectra ?? [],
        Method = Method is null ? null : MethodFrom(Method),
        OutputDirectory = OutputDirectory.Length > 0 ? FullPath(OutputDirectory) : null,
        Formats = [.. Format.Distinct()],
        Figure = new FigureOptions { Dpi = Dpi },
        ThrottleLimit = ThrottleLimit,
        MemoryLimitMB = MemoryLimitMB,
    };
}
