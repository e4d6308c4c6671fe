namespace SpectralAnalyzer;

/// <summary>One file of a batch.</summary>
/// <param name="Index">Its place in the input, from 0 and without gaps: names are decided in this order.</param>
/// <param name="Path">Its full path.</param>
public sealed record BatchInput(int Index, string Path);
