namespace SpectralAnalyzer.Core.Normalization;

/// <summary>A file whose layout is still open, with all that is needed to ask about it. It holds a bounded excerpt, not the file.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Reading">What the user states about it.</param>
/// <param name="Before">What was read without asking.</param>
/// <param name="Fingerprint">The fingerprint of its layout.</param>
/// <param name="Excerpt">The lines that an AI is shown.</param>
internal sealed record OpenLayout(
    string Path, ReadOptions Reading, SpectralFileContent Before, string Fingerprint, LayoutExcerpt Excerpt);
