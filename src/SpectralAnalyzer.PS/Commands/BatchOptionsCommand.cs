using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Defaults;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The parameters of the cmdlets that compare files with one baseline.</summary>
public abstract class BatchOptionsCommand : BaselineReadingCommand, IBatchArguments, IGraphParameters
{
    private const string Supplied = "the default of Set-SpectralDefault";

    private SpectralMethod? _method;

    /// <summary>The reference spectrum: the path of its file, or a spectrum.</summary>
    [Parameter(Position = 1, HelpMessage = "The reference spectrum: the path of its file, or a spectrum.")]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    [SpectrumInputTransformation]
    [SuppliedByDefault]
    [PSDefaultValue(Help = Supplied)]
    public SpectrumInput? Baseline { get; set; }

    /// <summary>
    /// The files from the pipeline. Beside a pipeline, the first positional argument is the baseline, and the second the output
    /// folder.
    /// </summary>
    [Parameter(ValueFromPipeline = true, HelpMessage = "The files from the pipeline.")]
    [NoCompletion]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// The method: the path of its file, or an object of Get-SpectralMethod. It says how spectra are read, prepared, compared,
    /// measured, judged and drawn; a parameter that is stated takes precedence.
    /// </summary>
    [Parameter(HelpMessage = "The method: the path of its file, or an object of Get-SpectralMethod.")]
    [ValidateNotNull]
    [SpectralMethodCompletion]
    [SuppliedByDefault]
    public object? Method { get; set; }

    /// <summary>The output folder, created if missing. It also gets the run manifest, spectral-run.jsonl.</summary>
    [Parameter(Position = 2, HelpMessage = "The output folder, created if missing.")]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    [SuppliedByDefault]
    [PSDefaultValue(Help = Supplied)]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The formats of the graph.</summary>
    [Parameter(HelpMessage = "The formats of the graph.")]
    [ValidateNotNullOrEmpty]
    [SuppliedByDefault]
    public GraphFormat[] Format { get; set; } = [GraphFormat.Png];

    /// <summary>Pixels per inch of PNG and JPG.</summary>
    [Parameter(HelpMessage = "Pixels per inch of PNG and JPG.")]
    [ValidateRange(30, 1200)]
    [DpiCompletion]
    public int Dpi { get; set; } = 300;

    /// <summary>Width of the graph in inches.</summary>
    [Parameter(HelpMessage = "Width of the graph in inches.")]
    [ValidateRange(3.0, 40.0)]
    [DecimalPoint]
    [NoCompletion]
    public double Width { get; set; } = 10;

    /// <summary>Height of the graph in inches.</summary>
    [Parameter(HelpMessage = "Height of the graph in inches.")]
    [ValidateRange(2.0, 40.0)]
    [DecimalPoint]
    [NoCompletion]
    public double Height { get; set; } = 6;

    /// <summary>
    /// The title: text with {sample}, {baseline}, {series}, {method} and {verdict}. It is never cut. By default, the names
    /// of both spectra.
    /// </summary>
    [Parameter(HelpMessage = "The title: text with {sample}, {baseline}, {series}, {method} and {verdict}.")]
    [ValidateLength(1, 400)]
    [NoCompletion]
    public string Title { get; set; } = "";

    /// <summary>The two limits of x that are drawn, in the unit of the baseline and in any order.</summary>
    [Parameter(HelpMessage = "The two limits of x that are drawn, in the unit of the baseline and in any order.")]
    [ValidateCount(2, 2)]
    [DecimalPoint]
    [NoCompletion]
    public double[] XRange { get; set; } = [];

    /// <summary>
    /// Colors, lines, letters and footer: Default, Dark, Monochrome, the path of a style file, or a table of its keys.
    /// </summary>
    [Parameter(
        HelpMessage = "Colors, lines, letters and footer: Default, Dark, Monochrome, the path of a style file, or a table of its "
            + "keys.")]
    [ValidateNotNullOrEmpty]
    [GraphStyleCompletion]
    [SuppliedByDefault]
    public object? Style { get; set; }

    /// <summary>The two limits of y that are drawn, in any order.</summary>
    [Parameter(HelpMessage = "The two limits of y that are drawn, in any order.")]
    [ValidateCount(2, 2)]
    [DecimalPoint]
    [NoCompletion]
    public double[] YRange { get; set; } = [];

    /// <summary>How sample and baseline are shown: Overlay, Normalized (each from 0 to 1), Offset or Difference.</summary>
    [Parameter(
        HelpMessage = "How sample and baseline are shown: Overlay, Normalized (each from 0 to 1), Offset or Difference.")]
    public GraphView View { get; set; }

    /// <summary>How many peaks are labeled with their position, the most prominent first; new and lost ones are marked.</summary>
    [Parameter(
        HelpMessage = "How many peaks are labeled with their position, the most prominent first; new and lost ones are marked.")]
    [ValidateRange(0, 100)]
    [NoCompletion]
    public int PeakLabels { get; set; }

    /// <summary>
    /// Half the height of the difference panel in units of y, the same in every graph; Auto: as high as the differences, and at
    /// least a tenth of the panel above.
    /// </summary>
    [Parameter(
        HelpMessage = "Half the height of the difference panel in units of y, the same in every graph; Auto: as high as the "
            + "differences, and at least a tenth of the panel above.")]
    [ValidateRange(0.0, double.MaxValue)]
    [PSDefaultValue(Help = "Auto")]
    [DecimalPoint]
    [DifferenceScaleTransformation]
    [DifferenceScaleCompletion]
    public double DifferenceScale { get; set; }

    /// <summary>The template of the names: text with {sample}, {baseline}, {series}, {date}, {index}.</summary>
    [Parameter(HelpMessage = "The template of the names: text with {sample}, {baseline}, {series}, {date}, {index}.")]
    [ValidateNotNullOrEmpty]
    [FileNameTemplateCompletion]
    public string FileNameTemplate { get; set; } = "{sample}_vs_{baseline}";

    /// <summary>What happens if the name of an output is taken.</summary>
    [Parameter(HelpMessage = "What happens if the name of an output is taken.")]
    public ConflictResolution ConflictResolution { get; set; }

    /// <summary>Also saves each spectrum as CSV in the standard layout, with y as it is: no SNV, no scaling.</summary>
    [Parameter(HelpMessage = "Also saves each spectrum as CSV in the standard layout, with y as it is: no SNV, no scaling.")]
    public SwitchParameter SaveNormalizedCsv { get; set; }

    /// <summary>
    /// With -SaveNormalizedCsv: begins each CSV with comment lines, which hold the source and the metadata of the spectrum.
    /// </summary>
    [Parameter(
        HelpMessage = "With -SaveNormalizedCsv: begins each CSV with comment lines, which hold the source and the metadata "
            + "of the spectrum.")]
    public SwitchParameter IncludeMetadata { get; set; }

    /// <summary>Compares without drawing graphs.</summary>
    [Parameter(HelpMessage = "Compares without drawing graphs.")]
    public SwitchParameter NoGraph { get; set; }

    /// <summary>Opens the output folder at the end.</summary>
    [Parameter(HelpMessage = "Opens the output folder at the end.")]
    public SwitchParameter OpenFolder { get; set; }

    /// <summary>The number of files that are processed at once; 0: as many as there are processors, at least 3.</summary>
    [Parameter(HelpMessage = "The number of files that are processed at once; 0: as many as there are processors, at least 3.")]
    [ValidateRange(0, 256)]
    [PSDefaultValue(Help = "as many as there are processors, at least 3")]
    [NoCompletion]
    public int ThrottleLimit { get; set; }

    /// <summary>
    /// The limit for the memory of the process in MiB; by default 1000, or 500 more than the process uses at the start if that is
    /// more.
    /// </summary>
    [Parameter(
        HelpMessage = "The limit for the memory of the process in MiB; by default 1000, or 500 more than the process uses at "
            + "the start if that is more.")]
    [ValidateRange(50, int.MaxValue)]
    [PSDefaultValue(Help = "1000, or 500 more than the process holds at the start")]
    [NoCompletion]
    public int MemoryLimitMB { get; set; }

    /// <summary>The time limit for one file, as seconds or a TimeSpan.</summary>
    [Parameter(HelpMessage = "The time limit for one file, as seconds or a TimeSpan.")]
    [TimeSpanTransformation]
    [ValidateTimeSpan(0.001, 86400)]
    [NoCompletion]
    public TimeSpan FileTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The number of retries after a transient error.</summary>
    [Parameter(HelpMessage = "The number of retries after a transient error.")]
    [ValidateRange(0, 20)]
    [NoCompletion]
    public int MaxRetries { get; set; } = 2;

    /// <summary>
    /// Packs the outputs into ZIP files of up to a thousand, which are verified before the loose files are removed. ArchivePath
    /// of a result names the ZIP.
    /// </summary>
    [Parameter(
        HelpMessage = "Packs the outputs into ZIP files of up to a thousand, which are verified before the loose files are "
            + "removed.")]
    public SwitchParameter CompressOutput { get; set; }

    /// <summary>
    /// When the results of an earlier run are reused: compares the hashes of inputs and outputs even if size and time are the
    /// same.
    /// </summary>
    [Parameter(
        HelpMessage = "When the results of an earlier run are reused: compares the hashes of inputs and outputs even if size "
            + "and time are the same.")]
    public SwitchParameter AlwaysHash { get; set; }

    /// <summary>A log for scheduled tasks: one JSON object per line, appended. It contains no secret.</summary>
    [Parameter(HelpMessage = "A log for scheduled tasks: one JSON object per line, appended.")]
    [ValidateNotNullOrEmpty]
    [FileCompletion]
    public string LogPath { get; set; } = "";

    /// <summary>Keeps temporary files for inspection.</summary>
    [Parameter(HelpMessage = "Keeps temporary files for inspection.")]
    public SwitchParameter KeepTemp { get; set; }

    private protected bool SavesFiles => !NoGraph || SaveNormalizedCsv;

    /// <summary>Returns the options of the batch.</summary>
    /// <param name="baseline">Full path of the baseline, or what stands for it.</param>
    /// <param name="outputDirectory">Full path of the output folder.</param>
    /// <param name="log">Full path of the log, or null.</param>
    private protected virtual BatchOptions Options(string baseline, string outputDirectory, string? log) => new()
    {
        Baseline = baseline,
        BaselineSpectra = Baseline?.Spectra ?? [],
        OutputDirectory = outputDirectory,
        Formats = NoGraph ? [] : [.. Format.Distinct()],
        Figure = Stated.Figure(this, StyleFrom(Style)),
        FileNameTemplate = FileNameTemplate,
        ConflictResolution = ConflictResolution,
        SaveNormalizedCsv = SaveNormalizedCsv,
        IncludeMetadata = IncludeMetadata,
        ThrottleLimit = ThrottleLimit,
        MemoryLimitMB = MemoryLimitMB,
        FileTimeout = FileTimeout,
        MaxRetries = MaxRetries,
        Comparison = Stated.Comparison(this, _method),
        Method = _method,
        Normalization = NormalizationOptions(),
        Reading = ReadOptions,
        BaselineReading = BaselineReadOptions,
        WriteManifest = OutputDirectory.Length > 0 || CompressOutput,
        CompressOutput = CompressOutput,
        AlwaysHash = AlwaysHash,
        Detail = this.WantedDetail(),
        LogPath = log,
        KeepTemp = KeepTemp,
    };

    /// <inheritdoc/>
    private protected override PSObject? PipelineObject => InputObject;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        RunRequired(nameof(Path), () => PositionalArguments.Shift(this));
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    private protected override SpectralMethod? MethodInUse => _method;

    /// <summary>Reads the method, if one is stated. An error ends the command.</summary>
    private protected void ReadMethod() => _method = Method is null ? null : MethodFrom(Method);
}
