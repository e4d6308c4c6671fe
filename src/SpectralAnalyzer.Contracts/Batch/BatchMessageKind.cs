namespace SpectralAnalyzer;

/// <summary>Specifies the kind of a message.</summary>
public enum BatchMessageKind
{
    /// <summary>A warning.</summary>
    Warning,

    /// <summary>What was done with a file.</summary>
    Verbose,

    /// <summary>Details.</summary>
    Debug,

    /// <summary>Information such as a summary.</summary>
    Information,

    /// <summary>Something other than a file failed; the event carries the error.</summary>
    Error,
}
