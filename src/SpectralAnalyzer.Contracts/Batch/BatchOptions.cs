namespace SpectralAnalyzer;

/// <summary>The options of a batch.</summary>
public sealed record BatchOptions
{
    /// <summary>
    /// Full path of the file with the baseline. With <see cref="BaselineSpectra"/>, what their outputs are named after.
    /// </summary>
    public required string Baseline { get; init; }

    /// <summary>The spectra of the baseline, if they are in memory; empty to read the file.</summary>
    public IReadOnlyList<Spectrum> BaselineSpectra { get; init; } = [];

    /// <summary>Full path of the output folder, which is created if it does not exist.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>The formats of the graphs; empty to draw none.</summary>
    public IReadOnlyList<GraphFormat> Formats { get; init; } = [GraphFormat.Png];

    /// <summary>The size and resolution of the graphs.</summary>
    public FigureOptions Figure { get; init; } = new();

    /// <summary>
    /// Whether PDF graphs are the pages of one file, which begins with a table of all spectra, instead of a file each. The names
    /// of samples in the template are <c>all</c> then. It cannot be <see cref="Incremental"/>.
    /// </summary>
    public bool CombineGraphs { get; init; }

    /// <summary>
    /// The grid of contact sheets with small graphs of all spectra, or null for none. The names of samples in the template are
    /// <c>sheet</c> then. It cannot be <see cref="Incremental"/>.
    /// </summary>
    public ContactSheetGrid? ContactSheet { get; init; }

    /// <summary>The template for the names of outputs.</summary>
    public string FileNameTemplate { get; init; } = "{sample}_vs_{baseline}";

    /// <summary>What to do if an output with the same name exists.</summary>
    public ConflictResolution ConflictResolution { get; init; }

    /// <summary>Whether to save each spectrum as a normalized CSV file.</summary>
    public bool SaveNormalizedCsv { get; init; }

    /// <summary>
    /// Whether a normalized CSV begins with comment lines, which hold the source and the metadata of the spectrum.
    /// </summary>
    public bool IncludeMetadata { get; init; }

    /// <summary>The number of files to process in parallel; 0 for the number of processors, at least 3.</summary>
    public int ThrottleLimit { get; init; }

    /// <summary>
    /// Whether results come in the order of the files. A file whose results would come too early waits, and no more files are
    /// admitted than otherwise.
    /// </summary>
    public bool PreserveOrder { get; init; }

    /// <summary>The memory limit of the process in MiB; 0 for 1000, or 500 more than the process uses at the start if that is
    /// more.</summary>
    public int MemoryLimitMB { get; init; }

    /// <summary>The time limit for the work on one file.</summary>
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The most retries after a transient failure.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>The options of the comparison.</summary>
    public ComparisonOptions Comparison { get; init; } = new();

    /// <summary>
    /// The method, whose steps prepare the spectra and whose limits judge them; null for none. What it says of reading, comparing
    /// and drawing is in the other options.
    /// </summary>
    public SpectralMethod? Method { get; init; }

    /// <summary>The options for resolving uncertain layouts.</summary>
    public NormalizationOptions Normalization { get; init; } = new();

    /// <summary>The reading options of the samples, which state what the user knows about them.</summary>
    public ReadOptions Reading { get; init; } = ReadOptions.Default;

    /// <summary>The reading options of the baseline, which state what the user knows about it.</summary>
    public ReadOptions BaselineReading { get; init; } = ReadOptions.Default;

    /// <summary>Whether to record the run in the manifest <c>spectral-run.jsonl</c> of the output folder.</summary>
    public bool WriteManifest { get; init; } = true;

    /// <summary>
    /// Whether to pack the outputs, a thousand per ZIP. The packed files are deleted once the ZIP is verified. Requires
    /// <see cref="WriteManifest"/>.
    /// </summary>
    public bool CompressOutput { get; init; }

    /// <summary>
    /// Whether to reuse results of earlier runs that still apply: the input has the same bytes; baseline, options and version are
    /// the same; the outputs exist and are unchanged. All other files are processed. Requires <see cref="WriteManifest"/>.
    /// </summary>
    public bool Incremental { get; init; }

    /// <summary>With <see cref="Incremental"/>, whether to compare the bytes of files even if their size and time are the
    /// same.</summary>
    public bool AlwaysHash { get; init; }

    /// <summary>
    /// A file that was last written within this time may still be being written. The batch waits until its size and time stay the
    /// same for this long, at most thirty times. Zero to wait for nothing.
    /// </summary>
    public TimeSpan SettleTime { get; init; }

    /// <summary>The messages to report in addition to results and warnings.</summary>
    public BatchDetail Detail { get; init; }

    /// <summary>Full path of a log, to which one JSON object per line is appended, or null to write none.</summary>
    public string? LogPath { get; init; }

    /// <summary>Whether to keep temporary files for inspection.</summary>
    public bool KeepTemp { get; init; }
}
