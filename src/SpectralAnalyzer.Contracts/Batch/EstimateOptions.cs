namespace SpectralAnalyzer;

/// <summary>The options of an estimate.</summary>
public sealed record EstimateOptions
{
    /// <summary>Full path of the file with the baseline, or null to use the first readable file.</summary>
    public string? Baseline { get; init; }

    /// <summary>The spectra of the baseline, if they are in memory; empty to read the file.</summary>
    public IReadOnlyList<Spectrum> BaselineSpectra { get; init; } = [];

    /// <summary>The method, or null.</summary>
    public SpectralMethod? Method { get; init; }

    /// <summary>Full path of the output folder, or null.</summary>
    public string? OutputDirectory { get; init; }

    /// <summary>The formats of the graphs.</summary>
    public IReadOnlyList<GraphFormat> Formats { get; init; } = [GraphFormat.Png];

    /// <summary>The size and resolution of the graphs.</summary>
    public FigureOptions Figure { get; init; } = new();

    /// <summary>The number of files to process in parallel; 0 for the number of processors, at least 3.</summary>
    public int ThrottleLimit { get; init; }

    /// <summary>The memory limit of the process in MiB; 0 for 1000, or 500 more than the process uses at the start if that is
    /// more.</summary>
    public int MemoryLimitMB { get; init; }
}
