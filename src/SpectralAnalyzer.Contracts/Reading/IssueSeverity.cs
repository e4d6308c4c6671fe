namespace SpectralAnalyzer;

/// <summary>How grave an issue of a file is.</summary>
public enum IssueSeverity
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>The file was read, and something about it may be wrong.</summary>
    Warning,

    /// <summary>The file is refused.</summary>
    Error,
}
