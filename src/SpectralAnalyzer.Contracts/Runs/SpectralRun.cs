namespace SpectralAnalyzer;

/// <summary>A run of a batch, from its manifest.</summary>
public sealed record SpectralRun
{
    /// <summary>The identifier of the run.</summary>
    public required string Id { get; init; }

    /// <summary>Full path of the manifest.</summary>
    public required string Manifest { get; init; }

    /// <summary>When the run started.</summary>
    public DateTime StartedUtc { get; init; }

    /// <summary>When the run ended, or null if its end is not recorded.</summary>
    public DateTime? EndedUtc { get; init; }

    /// <summary>How the run ended.</summary>
    public SpectralRunEnding Ending { get; init; }

    /// <summary>The version of the engine.</summary>
    public string Version { get; init; } = "";

    /// <summary>The name of the machine.</summary>
    public string Machine { get; init; } = "";

    /// <summary>The operating system.</summary>
    public string OperatingSystem { get; init; } = "";

    /// <summary>The culture of the thread that started the run. No output depends on it.</summary>
    public string Culture { get; init; } = "";

    /// <summary>The file of the baseline as it was read.</summary>
    public SpectralFileStamp? Baseline { get; init; }

    /// <summary>The method, or null where none was used.</summary>
    public MethodStamp? Method { get; init; }

    /// <summary>The options of the run, without the method.</summary>
    public BatchOptions? Options { get; init; }

    /// <summary>Identifies everything that the outputs depend on besides the input: the relevant options, the engine version, the
    /// baseline.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>The statistics of the run, or of its recorded results if its end is not recorded.</summary>
    public SpectralBatchStatistics Statistics { get; init; } = new();

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{StartedUtc:yyyy-MM-dd HH:mm:ss}Z {EndingText}: {Statistics.Count} results");

    private string EndingText => Ending == SpectralRunEnding.None ? "not ended" : Ending.ToString();
}
