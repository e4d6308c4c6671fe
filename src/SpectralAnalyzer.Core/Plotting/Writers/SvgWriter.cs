using System.Globalization;
using System.Net;
using System.Text;
using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Writers;

/// <summary>Writes figures as SVG, whose text can be selected.</summary>
internal static class SvgWriter
{
    // for viewers without Inter
    private const string FontFamilies = "Inter, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

    internal static void Write(FigurePage page, Stream destination, CancellationToken cancellationToken)
    {
        double width = page.Options.Width * 72, height = page.Options.Height * 72;
        using var stream = new SKDynamicMemoryWStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, (float)width, (float)height), stream))
            page.Draw(canvas, pixelsPerPoint: 0, cancellationToken);
        using var data = stream.DetachAsData();
        var svg = Encoding.UTF8.GetString(data.AsSpan());

        // Skia's root element has no physical size and no title
        var root = svg.IndexOf("<svg", StringComparison.Ordinal);
        var end = svg.IndexOf('>', root);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{page.Options.Width:0.####}in" height="{page.Options.Height:0.####}in" viewBox="0 0 {width:0.####} {height:0.####}" role="img">
            <title>{Escape(page.Title)}</title>
            """);
        var body = new StringBuilder(svg, end + 1, svg.Length - end - 1, svg.Length);
        body.Replace("font-family=\"Inter\"", $"font-family=\"{FontFamilies}\"");
        destination.Write(Encoding.UTF8.GetBytes(head));
        foreach (var chunk in body.GetChunks())
            destination.Write(Encoding.UTF8.GetBytes(chunk.ToArray()));
    }

    // control characters are not allowed in XML
    private static string Escape(string text) =>
        WebUtility.HtmlEncode(string.Concat(text.EnumerateRunes().Select(r => Rune.IsControl(r) || r.Value is 0xFFFE or 0xFFFF ? " " : r.ToString())));
}
