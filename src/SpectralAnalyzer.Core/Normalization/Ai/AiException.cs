namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>What a failure to get an answer means for the next request.</summary>
internal enum AiTrouble
{
    /// <summary>It may pass: worth another try.</summary>
    Passing,

    /// <summary>This question gets no answer; another may.</summary>
    Refused,

    /// <summary>No question gets an answer: do not ask again.</summary>
    Final,

    /// <summary>The bounds of the batch are reached.</summary>
    Bounds,
}

/// <summary>There is no answer. The message is for the user, and never holds a key or a server's own words unexamined.</summary>
internal sealed class AiException(AiTrouble trouble, SpectralError error, TimeSpan? retryAfter = null, Exception? cause = null)
    : Exception(error.Message, cause)
{
    /// <summary>What it means for the next request.</summary>
    public AiTrouble Trouble { get; } = trouble;

    /// <summary>What went wrong.</summary>
    public SpectralError Error { get; } = error;

    /// <summary>When the server wants to be asked again, or null.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
