namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>
/// The result of an AI request for a layout; empty if a recipe that was saved in the meantime is to be tried first.
/// </summary>
internal sealed record AiLayoutResult
{
    /// <summary>Gets the content that was read by the answer; null if no answer fits.</summary>
    public SpectralFileContent? Content { get; init; }

    /// <summary>Gets the answer as a recipe; null if no answer fits.</summary>
    public LayoutRecipe? Recipe { get; init; }

    /// <summary>Gets what the request used.</summary>
    public AiUsage Usage { get; init; } = new();

    /// <summary>Gets why no answer fits, or null.</summary>
    public SpectralError? Error { get; init; }

    /// <summary>Gets what the error means for the next request.</summary>
    public AiErrorKind ErrorKind { get; init; }

    /// <summary>Creates the result of a request that failed.</summary>
    internal static AiLayoutResult Failed(SpectralError error, AiErrorKind kind, AiUsage? usage = null) =>
        new() { Error = error, ErrorKind = kind, Usage = usage ?? new AiUsage() };

    /// <summary>Returns the result without what belongs to the file of the request alone.</summary>
    internal AiLayoutResult ForOtherFiles() => this with { Content = null, Usage = new AiUsage() };
}
