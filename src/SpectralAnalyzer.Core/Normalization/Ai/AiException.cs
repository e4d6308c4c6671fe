namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>What a failure to get an answer means for the next request.</summary>
internal enum AiErrorKind
{
    /// <summary>It may pass: worth another try.</summary>
    Transient,

    /// <summary>This question gets no answer; another may.</summary>
    RequestFailed,

    /// <summary>No question gets an answer: do not ask again.</summary>
    ServiceUnusable,

    /// <summary>The bounds of the batch are reached.</summary>
    LimitReached,
}

/// <summary>There is no answer. The message is for the user, and never holds a key or a server's own words unexamined.</summary>
internal sealed class AiException(AiErrorKind trouble, SpectralError error, TimeSpan? retryAfter = null, Exception? cause = null)
    : Exception(error.Message, cause)
{
    /// <summary>What it means for the next request.</summary>
    public AiErrorKind Trouble { get; } = trouble;

    /// <summary>What went wrong.</summary>
    public SpectralError Error { get; } = error;

    /// <summary>When the server wants to be asked again, or null.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
