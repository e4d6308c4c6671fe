using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Plotting.Writers;
using SpectralAnalyzer.Core.Reporting;

namespace SpectralAnalyzer.Core.Export;

/// <summary>The formats of the files that the module writes. The first of each kind is the default.</summary>
internal static class OutputFormats
{
    /// <summary>Gets all formats.</summary>
    internal static IReadOnlyList<IOutputFormat> All { get; } =
    [
        new GraphOutputFormat(
            new(GraphFormat.Png, ".png", "image/png") { IsRaster = true },
            (page, pixels, stream, token) => pixels.Use(w => w.WritePng(page, stream, token))),
        new GraphOutputFormat(
            new(GraphFormat.Jpg, ".jpg", "image/jpeg") { IsRaster = true, Aliases = [".jpeg"] },
            (page, pixels, stream, token) => pixels.Use(w => w.WriteJpg(page, stream, token))),
        new GraphOutputFormat(
            new(GraphFormat.Pdf, ".pdf", "application/pdf"), (page, _, stream, token) => PdfWriter.Write(page, stream, token)),
        new GraphOutputFormat(
            new(GraphFormat.Svg, ".svg", "image/svg+xml"), (page, _, stream, token) => SvgWriter.Write(page, stream, token)),
        new CsvFormat(),
        new JcampDxFormat(),
        new HtmlReportFormat(),
        new JUnitReportFormat(),
        new ExcelReportFormat(),
    ];

    /// <summary>Gets the descriptions of all formats.</summary>
    internal static IReadOnlyList<OutputFormatInfo> Infos { get; } = [.. All.Select(f => f.Info)];

    /// <summary>Returns a format.</summary>
    /// <typeparam name="TContent">The content that it writes.</typeparam>
    /// <param name="format">The member of its enumeration.</param>
    internal static IOutputFormat<TContent> Get<TContent>(Enum format) =>
        All.OfType<IOutputFormat<TContent>>().FirstOrDefault(f => f.Info.Format.Equals(format))
        ?? throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such output format.");

    /// <summary>Returns the format of files with an extension, or null.</summary>
    /// <param name="extension">The extension with its point.</param>
    internal static IOutputFormat? Find(string extension) =>
        All.FirstOrDefault(f => f.Info.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));

    /// <summary>Returns the extension of files in a format.</summary>
    internal static string ExtensionOf(Enum format) => All.First(f => f.Info.Format.Equals(format)).Info.Extension;
}
