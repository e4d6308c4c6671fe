namespace SpectralAnalyzer;

/// <summary>Where a batch stands.</summary>
public sealed record BatchProgress
{
    /// <summary>Files that were handed in so far; all there will be, once that is known.</summary>
    public int FilesSeen { get; init; }

    /// <summary>Files that are done, however they ended.</summary>
    public int FilesDone { get; init; }

    /// <summary>True once <see cref="FilesSeen"/> is the total.</summary>
    public bool TotalKnown { get; init; }

    /// <summary>Failures so far.</summary>
    public int Errors { get; init; }

    /// <summary>The files in work, oldest first.</summary>
    public IReadOnlyList<FileProgress> InWork { get; init; } = [];

    /// <summary>The time since the batch began.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The time that is left; null while the total or the speed is not known.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>How much is done, 0 to 1; null while the total is not known.</summary>
    public double? Fraction { get; init; }
}
