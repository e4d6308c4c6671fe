using System.ComponentModel;
using System.Diagnostics;
using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of the cmdlets that compare files with one baseline: the batch and its parameters. The batch ends with the pipeline.</summary>
public abstract class BatchCommand : NormalizingCommand
{
    private BatchPump? _pump;
    private string _baseline = "";
    private string _outputDirectory = "";

    /// <summary>The reference spectrum's file.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    public string Baseline { get; set; } = "";

    /// <summary>The folder that outputs go to; it is made where it is missing. What the run did is written down there too: spectral-run.jsonl.</summary>
    [Parameter(Position = 2)]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The formats of the graph.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public GraphFormat[] Format { get; set; } = [GraphFormat.Png];

    /// <summary>Pixels per inch of PNG and JPG.</summary>
    [Parameter]
    [ValidateRange(30, 1200)]
    public int Dpi { get; set; } = 300;

    /// <summary>Width of the graph in inches.</summary>
    [Parameter]
    [ValidateRange(3.0, 40.0)]
    public double Width { get; set; } = 10;

    /// <summary>Height of the graph in inches.</summary>
    [Parameter]
    [ValidateRange(2.0, 40.0)]
    public double Height { get; set; } = 6;

    /// <summary>The outputs' names: text with {sample}, {baseline}, {series}, {date}, {index}.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [FileNameTemplateCompletion]
    public string FileNameTemplate { get; set; } = "{sample}_vs_{baseline}";

    /// <summary>What happens where a file of an output's name exists.</summary>
    [Parameter]
    public ConflictResolution ConflictResolution { get; set; }

    /// <summary>Also saves each spectrum as a normalised CSV.</summary>
    [Parameter]
    public SwitchParameter SaveNormalizedCsv { get; set; }

    /// <summary>Draws no graph: only the comparison is wanted.</summary>
    [Parameter]
    public SwitchParameter NoGraph { get; set; }

    /// <summary>Opens the output folder at the end.</summary>
    [Parameter]
    public SwitchParameter OpenFolder { get; set; }

    /// <summary>How many files are worked on at once; 0, the default: as many as there are processors, at least 3.</summary>
    [Parameter]
    [ValidateRange(0, 256)]
    [PSDefaultValue(Help = "as many as there are processors, at least 3")]
    public int ThrottleLimit { get; set; }

    /// <summary>The memory in MiB that the process may hold; not stated: 1000, or 500 more than it holds at the start where that is more.</summary>
    [Parameter]
    [ValidateRange(50, int.MaxValue)]
    [PSDefaultValue(Help = "1000, or 500 more than the process holds at the start")]
    public int MemoryLimitMB { get; set; }

    /// <summary>How many seconds the work on one file may take.</summary>
    [Parameter]
    [ValidateRange(0.001, 86400.0)]
    public double FileTimeoutSeconds { get; set; } = 600;

    /// <summary>How many times a failed try that is worth it is repeated.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaxRetries { get; set; } = 2;

    /// <summary>How a sample is brought onto the baseline's grid.</summary>
    [Parameter]
    public ResamplingMethod Resampling { get; set; }

    /// <summary>The part of the baseline's range, 0 to 1, in which both must have values.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double MinimumCoverage { get; set; } = 0.1;

    /// <summary>The part of a spectrum's height, 0 to 1, that a peak must stand out by to count.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double MinimumPeakProminence { get; set; } = 0.02;

    /// <summary>The y quantity in which the spectra are compared, for example Absorbance for spectra in transmittance.</summary>
    [Parameter]
    public OrdinateKind? CompareAs { get; set; }

    /// <summary>The laser's wavelength in nm: needed where Raman shift meets wavelength or wavenumber.</summary>
    [Parameter]
    [ValidateRange(100.0, 20000.0)]
    public double LaserWavelength { get; set; }

    /// <summary>Packs the outputs, a thousand to a ZIP; the loose files go once it is checked. ArchivePath of a result says which ZIP has its graph.</summary>
    [Parameter]
    public SwitchParameter CompressOutput { get; set; }

    /// <summary>
    /// Skips what an earlier run did where input, baseline, options and version are the same and the outputs are intact; does the rest. A
    /// run that was stopped or killed is gone on with in this way.
    /// </summary>
    [Parameter]
    public SwitchParameter Incremental { get; set; }

    /// <summary>With -Incremental: compares the bytes of inputs and outputs even where size and time are the same.</summary>
    [Parameter]
    public SwitchParameter AlwaysHash { get; set; }

    /// <summary>A log for scheduled tasks: a JSON object a line, added to what is there. No secret is written to it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string LogPath { get; set; } = "";

    /// <summary>Leaves temporary files for inspection.</summary>
    [Parameter]
    public SwitchParameter KeepTemp { get; set; }

    private bool SavesFiles => !NoGraph || SaveNormalizedCsv;

    /// <inheritdoc/>
    protected override void BeginProcessing() => Run(Begin);

    private void Begin()
    {
        _baseline = FullPath(Baseline);
        if (!File.Exists(_baseline))
        {
            Refuse(_baseline, new SpectralError(
                SpectralErrorIds.BaselineNotFound, SpectralErrorCategory.NotFound, $"The baseline '{_baseline}' does not exist.", "State its file with -Baseline."));
        }

        if (OutputDirectory.Length == 0 && SavesFiles)
        {
            Refuse(nameof(OutputDirectory), new SpectralError(
                SpectralErrorIds.OutputDirectoryMissing,
                SpectralErrorCategory.InvalidArgument,
                "No output folder is stated.",
                "State one with -OutputDirectory, or ask for the comparison alone with -NoGraph."));
        }

        _outputDirectory = FullPath(OutputDirectory.Length == 0 ? "." : OutputDirectory);
        LogFile = LogPath.Length > 0 ? FullPath(LogPath) : null;
        if (this.IsWhatIf())
        {
            TryBaseline();
            return;
        }

        try
        {
            _pump = new BatchPump(this, Engine.StartBatch(Adapt(Options()), StopToken), StopToken) { LeavesOutSkipped = LeavesOutSkipped };
        }
        catch (SpectralException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, SettingOf(e.Error) ?? TargetOf(e.Error)));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Pump(() =>
    {
        _pump?.Finish();
        StopWork();
        if (OpenFolder && !this.IsWhatIf())
            ShowOutputDirectory();
    });

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            StopWork();
        base.Dispose(disposing);
    }

    /// <summary>Full path of the log, or null.</summary>
    private protected string? LogFile { get; private set; }

    /// <summary>The pump between the batch and the pipeline; null where only is shown what would be done.</summary>
    private protected BatchPump? BatchPump => _pump;

    /// <summary>True: results of files that were done before are not written.</summary>
    private protected virtual bool LeavesOutSkipped => false;

    /// <summary>What the batch is to do, where the cmdlet has a say of its own.</summary>
    /// <param name="options">What the parameters state.</param>
    private protected virtual BatchOptions Adapt(BatchOptions options) => options;

    /// <summary>Hands a file to the batch, unless the user only wants to see what would be done.</summary>
    /// <param name="file">Its full path.</param>
    private protected void Post(string file)
    {
        var saving = SavesFiles ? $" and save to '{_outputDirectory}'" : "";
        if (ShouldProcess(file, $"Compare with '{System.IO.Path.GetFileName(_baseline)}'{saving}"))
            _pump?.Post(file);
    }

    // -First 1 and -ErrorAction Stop end the pipeline with an exception out of WriteObject or WriteError, and call neither
    // StopProcessing nor EndProcessing: the workers are joined here, before the exception goes on
    private protected void Pump(Action step)
    {
        try
        {
            Run(step);
        }
        catch
        {
            StopWork();
            throw;
        }
    }

    private void StopWork()
    {
        _pump?.Dispose();
        _pump = null;
    }

    private BatchOptions Options() => new()
    {
        Baseline = _baseline,
        OutputDirectory = _outputDirectory,
        Formats = NoGraph ? [] : [.. Format.Distinct()],
        Figure = new FigureOptions { Width = Width, Height = Height, Dpi = Dpi },
        FileNameTemplate = FileNameTemplate,
        ConflictResolution = ConflictResolution,
        SaveNormalizedCsv = SaveNormalizedCsv,
        ThrottleLimit = ThrottleLimit,
        MemoryLimitMB = MemoryLimitMB,
        FileTimeout = TimeSpan.FromSeconds(FileTimeoutSeconds),
        MaxRetries = MaxRetries,
        Comparison = new ComparisonOptions
        {
            Resampling = Resampling,
            MinimumCoverage = MinimumCoverage,
            MinimumPeakProminence = MinimumPeakProminence,
            CompareAs = CompareAs,
            LaserWavelength = LaserWavelength > 0 ? LaserWavelength : null,
        },
        Normalization = NormalizationOptions(),
        Reading = ReadOptions,
        WriteManifest = OutputDirectory.Length > 0 || CompressOutput,
        CompressOutput = CompressOutput,
        Incremental = Incremental,
        AlwaysHash = AlwaysHash,
        Detail = this.WantedDetail(),
        LogPath = LogFile,
        KeepTemp = KeepTemp,
    };

    private void ShowOutputDirectory()
    {
        try
        {
            using var shown = Process.Start(new ProcessStartInfo(_outputDirectory) { UseShellExecute = true });
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            WriteWarning($"The output folder '{_outputDirectory}' cannot be shown: {e.Message}");
        }
    }

    private void TryBaseline()
    {
        try
        {
            Engine.Read(_baseline, ReadOptions, StopToken);
        }
        catch (SpectralException e)
        {
            var error = e.Error with { Id = "Baseline" + e.Error.Id, Message = $"The baseline '{_baseline}' cannot be used. {e.Error.Message}" };
            ThrowTerminatingError(ErrorRecords.From(new SpectralException(error, e), _baseline));
        }
    }

    // what ends a batch before its first file is the baseline, the log, the names, or else the output folder
    private string TargetOf(SpectralError error) => error.Id switch
    {
        SpectralErrorIds.LogUnusable => LogFile!,
        SpectralErrorIds.InvalidFileNameTemplate => FileNameTemplate,
        SpectralErrorIds.IncrementalWithoutManifest => nameof(OutputDirectory),
        var id when id.StartsWith("Baseline", StringComparison.Ordinal) => _baseline,
        _ => _outputDirectory,
    };

    private void Refuse(string target, SpectralError error) => ThrowTerminatingError(ErrorRecords.From(error, target));
}
