namespace SpectralAnalyzer;

/// <summary>Specifies how the work on a spectrum ended.</summary>
public enum SpectralResultStatus
{
    /// <summary>The spectrum was compared, and all requested outputs are saved and verified.</summary>
    Succeeded,

    /// <summary>The spectrum failed; <see cref="SpectralResult.Error"/> says why.</summary>
    Failed,

    /// <summary>All outputs existed already; with -Incremental, nothing that they depend on has changed.</summary>
    Skipped,
}
