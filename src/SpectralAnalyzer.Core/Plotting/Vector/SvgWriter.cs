namespace SpectralAnalyzer.Core.Plotting.Vector;

/// <summary>Writes the figure as an SVG file.</summary>
internal static class SvgWriter
{
    public static void Write(IFigureScene scene, FigureOptions options, string title, Stream destination, CancellationToken cancellationToken)
    {
        using var svg = new TextBuffer();
        svg.Add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8);
        svg.Format($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{options.Width:0.####}in\" height=\"{options.Height:0.####}in\" viewBox=\"0 0 {options.Width * 72:0.####} {options.Height * 72:0.####}\" role=\"img\" xml:space=\"preserve\" font-family=\"Inter, 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif\">\n");
        svg.Add("<title>"u8).Add(SvgSurface.Escaped(title)).Add("</title>\n"u8);
        svg.Add("<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n"u8);
        scene.Draw(new SvgSurface(svg), cancellationToken);
        svg.Add("</svg>\n"u8);
        destination.Write(svg.Bytes);
    }
}
