namespace SpectralAnalyzer;

/// <summary>The progress of a batch.</summary>
public sealed record BatchProgress
{
    /// <summary>The number of files posted so far, or the total once it is known.</summary>
    public int FilesSeen { get; init; }

    /// <summary>The number of files that are done, whether they succeeded or failed.</summary>
    public int FilesDone { get; init; }

    /// <summary>Whether <see cref="FilesSeen"/> is the total.</summary>
    public bool TotalKnown { get; init; }

    /// <summary>The number of failed spectra.</summary>
    public int Errors { get; init; }

    /// <summary>The files in progress, oldest first.</summary>
    public IReadOnlyList<FileProgress> InWork { get; init; } = [];

    /// <summary>The time since the batch started.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The estimated remaining time, or null while the total or the speed is unknown.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>The fraction of files that are done, or null while the total is unknown.</summary>
    public double? Fraction { get; init; }
}
