namespace SpectralAnalyzer;

/// <summary>What is watched, and when a file counts as arrived.</summary>
public sealed record FolderWatchOptions
{
    /// <summary>Full paths of the folders.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>The names to look for, with * and ?; empty: every file with the extension of a spectral format.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Whether subfolders are watched too.</summary>
    public bool Recurse { get; init; }

    /// <summary>How long a file must not change before it counts as written.</summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often the folders are searched for changes that the system did not report.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromSeconds(5);
}
