namespace SpectralAnalyzer;

/// <summary>What a batch has to say: exactly one of a result, a message and an error that is no file's.</summary>
/// <param name="Result">A finished spectrum, or null.</param>
/// <param name="Kind">How the message is to be shown.</param>
/// <param name="Message">A message, or null.</param>
/// <param name="Error">An error that is no file's, or null.</param>
public readonly record struct BatchEvent(
    SpectralResult? Result, BatchMessageKind Kind = default, string? Message = null, SpectralError? Error = null);
