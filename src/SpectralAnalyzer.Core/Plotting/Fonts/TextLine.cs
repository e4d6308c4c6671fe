namespace SpectralAnalyzer.Core.Plotting.Fonts;

/// <summary>A line of text whose glyphs are chosen and placed.</summary>
/// <param name="Text">The text.</param>
/// <param name="Size">The size in points.</param>
/// <param name="IsBold">True for the heavier weight.</param>
/// <param name="Width">The width in points.</param>
/// <param name="Runs">The glyphs, left to right.</param>
internal sealed record TextLine(string Text, double Size, bool IsBold, double Width, IReadOnlyList<TextRun> Runs);
