namespace SpectralAnalyzer;

/// <summary>A failure that the user can understand; carries its <see cref="SpectralError"/>.</summary>
public sealed class SpectralException : Exception
{
    /// <summary>Wraps an error.</summary>
    /// <param name="error">What went wrong.</param>
    public SpectralException(SpectralError error)
        : this(error, innerException: null)
    {
    }

    /// <summary>Wraps an error and its cause.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public SpectralException(SpectralError error, Exception? innerException)
        : base(error?.ToString(), innerException)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>Makes an error and wraps it.</summary>
    /// <param name="id">A stable identifier.</param>
    /// <param name="category">The kind of failure.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="recommendation">What the user can do.</param>
    /// <param name="line">The 1-based line of the file.</param>
    /// <param name="innerException">What caused it, or null.</param>
    public SpectralException(
        string id,
        SpectralErrorCategory category,
        string message,
        string? recommendation = null,
        int? line = null,
        Exception? innerException = null)
        : this(new SpectralError(id, category, message, recommendation, line), innerException)
    {
    }

    /// <summary>What went wrong.</summary>
    public SpectralError Error { get; }
}
