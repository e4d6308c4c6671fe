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

    /// <summary>
    /// How long a file must not change before it counts as written although another program has it open for writing, as some
    /// instruments do until the next measurement.
    /// </summary>
    public TimeSpan OpenSettleTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long a warning says that a file is still waited for, and why.</summary>
    public TimeSpan WarnAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the folders are searched for changes that the system did not report.</summary>
    public TimeSpan SweepInterval { get; init; } = TimeSpan.FromSeconds(5);
}
