namespace SpectralAnalyzer;

/// <summary>What a batch is to do.</summary>
public sealed record BatchOptions
{
    /// <summary>Full path of the baseline's file.</summary>
    public required string Baseline { get; init; }

    /// <summary>Full path of the folder that outputs go to; it is made where it is missing.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>The formats of the graph; none: no graph is drawn.</summary>
    public IReadOnlyList<GraphFormat> Formats { get; init; } = [GraphFormat.Png];

    /// <summary>The size and resolution of the graph.</summary>
    public FigureOptions Figure { get; init; } = new();

    /// <summary>The template of the outputs' names.</summary>
    public string FileNameTemplate { get; init; } = "{sample}_vs_{baseline}";

    /// <summary>What happens where a name is taken.</summary>
    public ConflictResolution ConflictResolution { get; init; }

    /// <summary>Also saves each spectrum as a normalised CSV.</summary>
    public bool SaveNormalizedCsv { get; init; }

    /// <summary>How many files are worked on at once; 0: as many as there are processors, at least 3.</summary>
    public int ThrottleLimit { get; init; }

    /// <summary>The memory in MiB that the process may hold; 0: 1000, or 500 more than it holds at the start where that is more.</summary>
    public int MemoryLimitMB { get; init; }

    /// <summary>How long the work on one file may take.</summary>
    public TimeSpan FileTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many times a failed try that is worth it is repeated.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>How spectra are compared.</summary>
    public ComparisonOptions Comparison { get; init; } = new();

    /// <summary>How uncertain layouts are settled.</summary>
    public NormalizationOptions Normalization { get; init; } = new();

    /// <summary>What the user states about the files' layout.</summary>
    public ReadOptions Reading { get; init; } = ReadOptions.Default;

    /// <summary>Writes down in the output folder what the run did: <c>spectral-run.jsonl</c>.</summary>
    public bool WriteManifest { get; init; } = true;

    /// <summary>Packs the outputs, a thousand to a ZIP; the loose files go once it is checked. Only where the run is written down.</summary>
    public bool CompressOutput { get; init; }

    /// <summary>
    /// Takes the results of earlier runs where they still hold: the input has the same bytes, and baseline, options and version are the
    /// same, and the outputs are there and intact. The rest is worked on. Needs <see cref="WriteManifest"/>.
    /// </summary>
    public bool Incremental { get; init; }

    /// <summary>With <see cref="Incremental"/>: compares the bytes of inputs and outputs even where size and time are the same.</summary>
    public bool AlwaysHash { get; init; }

    /// <summary>
    /// A file that was last written to within this time is still being written, perhaps: it is waited for until its size and time have stayed the
    /// same for as long, at most thirty times. Zero: nothing is waited for.
    /// </summary>
    public TimeSpan SettleTime { get; init; }

    /// <summary>How much the batch tells besides its results and warnings.</summary>
    public BatchDetail Detail { get; init; }

    /// <summary>Full path of a log: a JSON object a line, added to what is there; null: none is written.</summary>
    public string? LogPath { get; init; }

    /// <summary>Leaves temporary files for inspection.</summary>
    public bool KeepTemp { get; init; }
}
