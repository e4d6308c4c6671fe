namespace SpectralAnalyzer;

/// <summary>How a message is to be shown.</summary>
public enum BatchMessageKind
{
    /// <summary>Something may be wrong.</summary>
    Warning,

    /// <summary>The story of a file.</summary>
    Verbose,

    /// <summary>The details.</summary>
    Debug,

    /// <summary>The summary.</summary>
    Information,

    /// <summary>Something failed that is no file: the event carries the error.</summary>
    Error,
}
