namespace SpectralAnalyzer;

/// <summary>A file that cannot be processed.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Reason">The reason.</param>
/// <param name="ErrorId">The stable identifier of the reason.</param>
public sealed record InvalidFile(string Path, string Reason, string ErrorId)
{
    /// <inheritdoc/>
    public override string ToString() => $"{System.IO.Path.GetFileName(Path)}: {Reason}";
}
