namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>What an error of an AI request means for the next one.</summary>
internal enum AiErrorKind
{
    /// <summary>A retry may succeed.</summary>
    Transient,

    /// <summary>This request gets no answer; another may.</summary>
    RequestFailed,

    /// <summary>No request gets an answer: send no more.</summary>
    ServiceUnusable,

    /// <summary>A limit of the batch is reached.</summary>
    LimitReached,
}

/// <summary>
/// An AI request without an answer. The message is for the user: it never holds a key, nor the server's words unchecked.
/// </summary>
internal sealed class AiException(AiErrorKind kind, SpectralError error, TimeSpan? retryAfter = null, Exception? cause = null)
    : Exception(error.Message, cause)
{
    /// <summary>Gets what the error means for the next request.</summary>
    internal AiErrorKind Kind { get; } = kind;

    /// <summary>Gets the error.</summary>
    internal SpectralError Error { get; } = error;

    /// <summary>Gets the delay that the server asks for, or null.</summary>
    internal TimeSpan? RetryAfter { get; } = retryAfter;
}
