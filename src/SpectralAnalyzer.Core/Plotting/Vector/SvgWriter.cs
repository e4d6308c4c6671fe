using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Plotting.Vector;

/// <summary>Writes the figure as an SVG file.</summary>
internal static class SvgWriter
{
    public static void Write(IFigureScene scene, FigureOptions options, string title, Stream destination, CancellationToken cancellationToken)
    {
        var svg = new StringBuilder(64 * 1024);
        svg.Append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{options.Width:0.####}in\" height=\"{options.Height:0.####}in\" viewBox=\"0 0 {options.Width * 72:0.####} {options.Height * 72:0.####}\" role=\"img\" xml:space=\"preserve\" font-family=\"Inter, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif\">\n");
        svg.Append("<title>").Append(SvgSurface.Escaped(title)).Append("</title>\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n");
        scene.Draw(new SvgSurface(svg), cancellationToken);
        svg.Append("</svg>\n");
        using var writer = new StreamWriter(destination, new UTF8Encoding(false), 32 * 1024, leaveOpen: true);
        foreach (var chunk in svg.GetChunks())
            writer.Write(chunk.Span);
    }
}
