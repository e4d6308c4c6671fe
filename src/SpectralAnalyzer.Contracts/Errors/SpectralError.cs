namespace SpectralAnalyzer;

/// <summary>Why a file or a command failed: what is wrong, where, and what to do.</summary>
/// <param name="Id">A stable identifier, for example <c>OneColumn</c>.</param>
/// <param name="Category">The category of the error.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Recommendation">What the user can do, in one sentence; or null.</param>
/// <param name="Line">The 1-based line of the file, or null.</param>
public sealed record SpectralError(
    string Id,
    SpectralErrorCategory Category,
    string Message,
    string? Recommendation = null,
    int? Line = null)
{
    /// <inheritdoc/>
    public override string ToString() => Message + (Recommendation is null ? "" : " " + Recommendation);
}
