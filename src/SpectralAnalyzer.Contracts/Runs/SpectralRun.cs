namespace SpectralAnalyzer;

/// <summary>One run of a batch, as its manifest tells it.</summary>
public sealed record SpectralRun
{
    /// <summary>The run's own identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Full path of the manifest.</summary>
    public required string Manifest { get; init; }

    /// <summary>When it began.</summary>
    public DateTime StartedUtc { get; init; }

    /// <summary>When it ended; null where it does not say.</summary>
    public DateTime? EndedUtc { get; init; }

    /// <summary>How it ended.</summary>
    public SpectralRunEnding Ending { get; init; }

    /// <summary>The engine's version.</summary>
    public string Version { get; init; } = "";

    /// <summary>The machine's name.</summary>
    public string Machine { get; init; } = "";

    /// <summary>The operating system.</summary>
    public string OperatingSystem { get; init; } = "";

    /// <summary>The culture of the thread that started it. No number and no name depends on it.</summary>
    public string Culture { get; init; } = "";

    /// <summary>The baseline's file as it was read.</summary>
    public SpectralFileStamp? Baseline { get; init; }

    /// <summary>What the run was asked to do.</summary>
    public BatchOptions? Options { get; init; }

    /// <summary>Stands for everything that the outputs depend on besides the input: the options that matter, the engine's version, the baseline.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>The statistics that the run ended with; where it did not end, those of the results that are there.</summary>
    public SpectralBatchStatistics Statistics { get; init; } = new();

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{StartedUtc:yyyy-MM-dd HH:mm:ss}Z {(Ending == SpectralRunEnding.None ? "not ended" : Ending)}: {Statistics.Count} results");
}
