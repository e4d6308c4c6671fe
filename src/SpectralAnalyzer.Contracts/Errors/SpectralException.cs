namespace SpectralAnalyzer;

/// <summary>The exception that carries a <see cref="SpectralError"/>.</summary>
public sealed class SpectralException : Exception
{
    /// <summary>Initializes a new instance with an error.</summary>
    /// <param name="error">The error.</param>
    public SpectralException(SpectralError error)
        : this(error, innerException: null)
    {
    }

    /// <summary>Initializes a new instance with an error and its cause.</summary>
    /// <param name="error">The error.</param>
    /// <param name="innerException">The cause, or null.</param>
    public SpectralException(SpectralError error, Exception? innerException)
        : base(error?.ToString(), innerException)
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>Initializes a new instance with the parts of an error.</summary>
    /// <param name="id">A stable identifier.</param>
    /// <param name="category">The category of the error.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="recommendation">What the user can do.</param>
    /// <param name="line">The 1-based line of the file.</param>
    /// <param name="innerException">The cause, or null.</param>
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

    /// <summary>Gets the error.</summary>
    public SpectralError Error { get; }
}
