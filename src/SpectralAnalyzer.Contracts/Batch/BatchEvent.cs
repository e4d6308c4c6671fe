namespace SpectralAnalyzer;

/// <summary>An event of a batch: a result, a message, or an error that does not concern a file.</summary>
/// <param name="Result">The result of a spectrum, or null.</param>
/// <param name="Kind">The kind of the message.</param>
/// <param name="Message">The message, or null.</param>
/// <param name="Error">An error that does not concern a file, or null.</param>
public readonly record struct BatchEvent(
    SpectralResult? Result, BatchMessageKind Kind = default, string? Message = null, SpectralError? Error = null);
