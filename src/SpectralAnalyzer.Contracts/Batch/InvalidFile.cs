namespace SpectralAnalyzer;

/// <summary>A file that could not be processed, and why.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Reason">Why.</param>
/// <param name="ErrorId">The stable identifier of the reason.</param>
public sealed record InvalidFile(string Path, string Reason, string ErrorId)
{
    /// <inheritdoc/>
    public override string ToString() => $"{System.IO.Path.GetFileName(Path)}: {Reason}";
}
