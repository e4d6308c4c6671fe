using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting.Vector;

/// <summary>Writes the figure as SVG: lines as paths in hundredths of a point, text as text.</summary>
internal sealed class SvgSurface : IFigureSurface
{
    private readonly StringBuilder _svg;
    private int _clips;

    public SvgSurface(StringBuilder svg) => _svg = svg;

    public double ColumnsPerPoint => 600 / 72d;

    public void Rule(double x1, double y1, double x2, double y2, double width, Ink ink) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x1:0.##} {y1:0.##}L{x2:0.##} {y2:0.##}\" stroke=\"{Colour(ink)}\" stroke-width=\"{width:0.###}\" stroke-linecap=\"square\"/>\n");

    public void Curve(ReadOnlySpan<CurvePoint> points, double width, Ink ink, Box clip)
    {
        var id = _clips++;
        _svg.Append(CultureInfo.InvariantCulture, $"<clipPath id=\"c{id}\"><rect x=\"{clip.Left:0.##}\" y=\"{clip.Top:0.##}\" width=\"{clip.Width:0.##}\" height=\"{clip.Height:0.##}\"/></clipPath>\n");
        _svg.Append(CultureInfo.InvariantCulture, $"<path clip-path=\"url(#c{id})\" fill=\"none\" stroke=\"{Colour(ink)}\" stroke-width=\"{width:0.###}\" stroke-linejoin=\"round\" stroke-linecap=\"round\" d=\"");
        var isDown = false;
        foreach (var point in points)
        {
            if (point.IsGap)
            {
                isDown = false;
                continue;
            }

            _svg.Append(isDown ? 'L' : 'M');
            Append(point.X);
            _svg.Append(' ');
            Append(point.Y);
            // a lone point is a line to itself, which round ends make a dot
            if (!isDown)
                _svg.Append("h0");
            isDown = true;
        }

        _svg.Append("\"/>\n");
    }

    public void Dot(double x, double y, double radius, Ink ink) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.##}\" cy=\"{y:0.##}\" r=\"{radius:0.##}\" fill=\"{Colour(ink)}\"/>\n");

    public void Text(TextLine line, double x, double y, bool vertical, Ink ink)
    {
        if (line.Text.Length == 0)
            return;
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" font-size=\"{line.Size:0.##}\" fill=\"{Colour(ink)}\" textLength=\"{line.Width:0.##}\" lengthAdjust=\"spacingAndGlyphs\"");
        if (line.IsBold)
            _svg.Append(" font-weight=\"600\"");
        if (vertical)
            _svg.Append(CultureInfo.InvariantCulture, $" transform=\"rotate(-90 {x:0.##} {y:0.##})\"");
        _svg.Append('>').Append(Escaped(line.Text)).Append("</text>\n");
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
    private void Append(double value)
    {
        var hundredths = (long)Math.Round(Math.Clamp(value, -1e7, 1e7) * 100);
        if (hundredths < 0)
        {
            _svg.Append('-');
            hundredths = -hundredths;
        }

        _svg.Append(CultureInfo.InvariantCulture, $"{hundredths / 100}");
        var rest = (int)(hundredths % 100);
        if (rest == 0)
            return;
        _svg.Append('.').Append((char)('0' + (rest / 10)));
        if (rest % 10 != 0)
            _svg.Append((char)('0' + (rest % 10)));
    }
}
