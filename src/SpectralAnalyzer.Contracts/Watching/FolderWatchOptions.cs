namespace SpectralAnalyzer;

/// <summary>What is watched, and when a file counts as arrived.</summary>
public sealed record FolderWatchOptions
{
    /// <summary>Full paths of the folders.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>The names that are meant, with * and ?; empty: every file that may be a spectrum by its extension.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Also watches the folders below.</summary>
    public bool Recurse { get; init; }

    /// <summary>How long a file must stay as it is before it counts as written.</summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often the folders are looked through for what the system did not tell of.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromSeconds(5);
}
