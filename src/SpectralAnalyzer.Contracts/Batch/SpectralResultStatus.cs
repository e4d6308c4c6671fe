namespace SpectralAnalyzer;

/// <summary>How the work on one spectrum ended.</summary>
public enum SpectralResultStatus
{
    /// <summary>It was compared, and everything that was asked for is saved and checked.</summary>
    Succeeded,

    /// <summary>It failed; <see cref="SpectralResult.Error"/> says why.</summary>
    Failed,

    /// <summary>All its outputs were there already; with -Incremental also nothing that they depend on has changed.</summary>
    Skipped,
}
