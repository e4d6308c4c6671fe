namespace SpectralAnalyzer;

/// <summary>An output format: a kind of file that the module writes.</summary>
/// <param name="Format">A <see cref="GraphFormat"/>, <see cref="SpectrumFileFormat"/> or <see cref="ReportFormat"/>.</param>
/// <param name="Extension">The file name extension, with its period, in lower case.</param>
/// <param name="MediaType">The media type, for example <c>image/png</c>.</param>
public sealed record OutputFormatInfo(Enum Format, string Extension, string MediaType)
{
    /// <summary>Gets the other extensions that select the format.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>
    /// Gets whether a file contains pixels: its resolution can be chosen, it is compressed, and a report shows a thumbnail of it.
    /// </summary>
    public bool IsRaster { get; init; }

    /// <summary>Gets whether a web browser shows a file as an image.</summary>
    public bool IsImage => MediaType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>Gets all extensions, the usual one first.</summary>
    public IEnumerable<string> Extensions => [Extension, .. Aliases];
}
