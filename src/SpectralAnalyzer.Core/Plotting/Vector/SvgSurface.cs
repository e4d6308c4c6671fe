using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting.Vector;

/// <summary>Writes the figure as SVG: lines as paths in hundredths of a point, text as text.</summary>
internal sealed class SvgSurface : IFigureSurface
{
    private readonly TextBuffer _svg;
    private int _clips;

    public SvgSurface(TextBuffer svg) => _svg = svg;

    public double ColumnsPerPoint => 600 / 72d;

    public void Rule(double x1, double y1, double x2, double y2, double width, Ink ink) =>
        _svg.Format($"<path d=\"M{x1:0.##} {y1:0.##}L{x2:0.##} {y2:0.##}\" stroke=\"{Colour(ink)}\" stroke-width=\"{width:0.###}\" stroke-linecap=\"square\"/>\n");

    public void Curve(ReadOnlySpan<CurvePoint> points, double width, Ink ink, Box clip)
    {
        var id = _clips++;
        _svg.Format($"<clipPath id=\"c{id}\"><rect x=\"{clip.Left:0.##}\" y=\"{clip.Top:0.##}\" width=\"{clip.Width:0.##}\" height=\"{clip.Height:0.##}\"/></clipPath>\n");
        _svg.Format($"<path clip-path=\"url(#c{id})\" fill=\"none\" stroke=\"{Colour(ink)}\" stroke-width=\"{width:0.###}\" stroke-linejoin=\"round\" stroke-linecap=\"round\" d=\"");
        var isDown = false;
        foreach (var point in points)
        {
            if (point.IsGap)
            {
                isDown = false;
                continue;
            }

            _svg.Add(isDown ? "L"u8 : "M"u8).AddHundredths(Place(point.X)).Add(" "u8).AddHundredths(Place(point.Y));
            // a lone point is a line to itself, which round ends make a dot
            if (!isDown)
                _svg.Add("h0"u8);
            isDown = true;
        }

        _svg.Add("\"/>\n"u8);
    }

    public void Dot(double x, double y, double radius, Ink ink) =>
        _svg.Format($"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\" fill=\"{Colour(ink)}\"/>\n");

    public void Text(TextLine line, double x, double y, bool vertical, Ink ink)
    {
        if (line.Text.Length == 0)
            return;
        _svg.Format($"<text x=\"{x:0.##}\" y=\"{y:0.##}\" font-size=\"{line.Size:0.##}\" fill=\"{Colour(ink)}\" textLength=\"{line.Width:0.##}\" lengthAdjust=\"spacingAndGlyphs\"");
        if (line.IsBold)
            _svg.Add(" font-weight=\"600\""u8);
        if (vertical)
            _svg.Format($" transform=\"rotate(-90 {x:0.##} {y:0.##})\"");
        _svg.Add(">"u8).Add(Escaped(line.Text)).Add("</text>\n"u8);
    }

    /// <summary>Text as XML may hold it: control characters are blanks.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                < ' ' or (>= 0x7F and < 0xA0) or 0xFFFE or 0xFFFF => escaped.Append(' '),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }

    private static string Colour(Ink ink) => "#" + FigureStyle.Colour(ink).ToString("X6", CultureInfo.InvariantCulture);

    // a hundredth of a point is finer than any printer; doubles through a format string would take most of the time
    private static int Place(double points) => (int)Math.Round(Math.Clamp(points, -1e7, 1e7) * 100);
}
