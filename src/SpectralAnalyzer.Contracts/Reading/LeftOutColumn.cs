namespace SpectralAnalyzer;

/// <summary>A column of a text file that is no spectrum.</summary>
/// <param name="Column">Its 1-based number.</param>
/// <param name="Name">Its name as the file writes it, or null.</param>
/// <param name="Reason">Why it is left out.</param>
public sealed record LeftOutColumn(int Column, string? Name, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => Name is null ? $"column {Column}: {Reason}" : $"column {Column} ({Name}): {Reason}";
}
