using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting.Vector;

/// <summary>
/// Draws as the operators of a PDF's page (ISO 32000-1, 8 and 9). All places are whole fiftieths of a point, finer than any printer,
/// which take four or five digits where a float takes nine.
/// </summary>
internal sealed class PdfSurface : IFigureSurface
{
    /// <summary>How finely lines are resolved: 600 columns an inch.</summary>
    public const double Resolution = 600 / 72d;

    private const int Fine = 50;
    private readonly TextBuffer _page;
    private Ink? _stroke;
    private Ink? _fill;

    /// <summary>A surface that writes a page.</summary>
    /// <param name="page">Takes the operators.</param>
    /// <param name="height">The page's height in points.</param>
    public PdfSurface(TextBuffer page, double height)
    {
        _page = page;
        // fiftieths of a point, y downwards
        page.Add("0.02 0 0 -0.02 0 "u8).Add(height).Add("cm 1 j\n"u8);
    }

    public double ColumnsPerPoint => Resolution;

    /// <summary>True where text was drawn in a typeface that is none of the figure's own: the page is not to be used.</summary>
    public bool LacksTypeface { get; private set; }

    public void Rule(double x1, double y1, double x2, double y2, double width, Ink ink)
    {
        Stroke(ink, width, "2 J "u8);
        _page.Add(Place(x1)).Add(Place(y1)).Add("m "u8).Add(Place(x2)).Add(Place(y2)).Add("l S\n"u8);
    }

    public void Curve(ReadOnlySpan<CurvePoint> points, double width, Ink ink, Box clip)
    {
        _page.Add("q "u8).Add(Place(clip.Left)).Add(Place(clip.Top)).Add(Place(clip.Width)).Add(Place(clip.Height)).Add("re W n\n"u8);
        _stroke = null;
        Stroke(ink, width, "1 J "u8);
        var isDown = false;
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i].IsGap)
            {
                isDown = false;
                continue;
            }

            int x = Place(points[i].X), y = Place(points[i].Y);
            var isAlone = !isDown && (i + 1 == points.Length || points[i + 1].IsGap);
            if (!isDown)
                _page.Add(x).Add(y).Add("m\n"u8);
            if (isDown || isAlone)
                _page.Add(x).Add(y).Add("l\n"u8);
            isDown = true;
        }

        _page.Add("S Q\n"u8);
        _stroke = null;
    }

    // a line of no length with round ends
    public void Dot(double x, double y, double radius, Ink ink)
    {
        Stroke(ink, 2 * radius, "1 J "u8);
        _page.Add(Place(x)).Add(Place(y)).Add("m "u8).Add(Place(x)).Add(Place(y)).Add("l S\n"u8);
    }

    public void Text(TextLine line, double x, double y, bool vertical, Ink ink)
    {
        if (line.Runs.Count == 0)
            return;
        if (_fill != ink)
            Colour(ink, "rg "u8);
        _fill = ink;
        _page.Add(line.IsBold ? "BT /F2 "u8 : "BT /F1 "u8).Add(line.Size * Fine).Add("Tf "u8);
        _page.Add(vertical ? "0 -1 -1 0 "u8 : "1 0 0 -1 "u8).Add(Place(x)).Add(Place(y)).Add("Tm <"u8);
        foreach (var run in line.Runs)
        {
            LacksTypeface |= run.Face != FontSet.Shared.OwnFace(line.IsBold);
            foreach (var glyph in run.Glyphs)
                _page.AddHex(glyph);
        }

        _page.Add("> Tj ET\n"u8);
    }

    // what is far outside would not fit into the numbers of old readers
    private static int Place(double points) => (int)Math.Round(Math.Clamp(points * Fine, -1e6, 1e6));

    private void Stroke(Ink ink, double width, ReadOnlySpan<byte> cap)
    {
        if (_stroke != ink)
            Colour(ink, "RG "u8);
        _stroke = ink;
        _page.Add(width * Fine).Add("w "u8).Add(cap);
    }

    private void Colour(Ink ink, ReadOnlySpan<byte> what)
    {
        var colour = FigureStyle.Colour(ink);
        _page.Add((colour >> 16) / 255d).Add(((colour >> 8) & 0xFF) / 255d).Add((colour & 0xFF) / 255d).Add(what);
    }
}
