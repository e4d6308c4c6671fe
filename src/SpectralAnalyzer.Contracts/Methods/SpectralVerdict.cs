namespace SpectralAnalyzer;

/// <summary>The verdict on a spectrum, or the outcome of one limit.</summary>
public enum SpectralVerdict
{
    /// <summary>There are no limits.</summary>
    None,

    /// <summary>All limits are kept.</summary>
    Pass,

    /// <summary>A value is beyond a warning limit.</summary>
    Warning,

    /// <summary>A value is beyond a limit, or missing.</summary>
    Fail,
}
