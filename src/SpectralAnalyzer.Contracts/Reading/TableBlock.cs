namespace SpectralAnalyzer;

/// <summary>A run of data rows in a text file.</summary>
/// <param name="FirstLine">The 1-based line of its first row.</param>
/// <param name="LastLine">The 1-based line of its last row.</param>
public sealed record TableBlock(int FirstLine, int LastLine);
