namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Which file formats the user wants, from what is stated as format and as the file's extension.</summary>
internal static class FileFormats
{
    private static readonly (string Extension, GraphFormat Format)[] s_graphs =
    [
        (".png", GraphFormat.Png), (".jpg", GraphFormat.Jpg), (".jpeg", GraphFormat.Jpg), (".pdf", GraphFormat.Pdf), (".svg", GraphFormat.Svg),
    ];

    private static readonly (string Extension, SpectrumFileFormat Format)[] s_spectra =
    [
        (".csv", SpectrumFileFormat.Csv), (".jdx", SpectrumFileFormat.JcampDx), (".dx", SpectrumFileFormat.JcampDx),
        (".jcm", SpectrumFileFormat.JcampDx), (".jcamp", SpectrumFileFormat.JcampDx),
    ];

    private static readonly (string Extension, ReportFormat Format)[] s_reports =
    [
        (".html", ReportFormat.Html), (".htm", ReportFormat.Html), (".xml", ReportFormat.JUnit),
    ];

    /// <summary>The formats of a report, each with the extension of its file.</summary>
    /// <param name="stated">The formats that the user states; null: the extension decides.</param>
    /// <param name="extension">The extension that the user states, or an empty string.</param>
    /// <exception cref="SpectralException">The extension is not that of a format.</exception>
    internal static IReadOnlyList<(string Extension, ReportFormat Format)> OfReport(ReportFormat[]? stated, string extension) =>
        Choose(s_reports, stated, extension, ReportFormat.Html);

    /// <summary>The formats of a graph, each with the extension of its file.</summary>
    /// <param name="stated">The formats that the user states; null: the extension decides.</param>
    /// <param name="extension">The extension that the user states, or an empty string.</param>
    /// <exception cref="SpectralException">The extension is not that of a format.</exception>
    internal static IReadOnlyList<(string Extension, GraphFormat Format)> OfGraph(GraphFormat[]? stated, string extension) =>
        Choose(s_graphs, stated, extension, GraphFormat.Png);

    /// <summary>The formats of a spectrum, each with the extension of its file.</summary>
    /// <param name="stated">The formats that the user states; null: the extension decides.</param>
    /// <param name="extension">The extension that the user states, or an empty string.</param>
    /// <exception cref="SpectralException">The extension is not that of a format.</exception>
    internal static IReadOnlyList<(string Extension, SpectrumFileFormat Format)> OfSpectrum(SpectrumFileFormat[]? stated, string extension) =>
        Choose(s_spectra, stated, extension, SpectrumFileFormat.Csv);

    private static (string Extension, T Format)[] Choose<T>(
        (string Extension, T Format)[] known, T[]? stated, string extension, T usual)
        where T : struct, Enum
    {
        if (stated is not null)
        {
            // one stated format keeps the name as the user wrote it
            return stated.Distinct().ToArray() is [var only] && extension.Length > 0
                ? [(extension, only)]
                : [.. stated.Distinct().Select(f => known.First(k => k.Format.Equals(f)))];
        }

        if (extension.Length == 0)
            return [known.First(k => k.Format.Equals(usual))];
        var match = known.Where(k => string.Equals(k.Extension, extension, StringComparison.OrdinalIgnoreCase)).ToArray();
        return match is [var found] ? [(extension, found.Format)] : throw new SpectralException(
            "UnknownExtension",
            SpectralErrorCategory.InvalidArgument,
            $"The extension '{extension}' does not say which format is wanted.",
            $"Use one of {string.Join(", ", known.Select(k => k.Extension))}, or state -Format.");
    }
}
