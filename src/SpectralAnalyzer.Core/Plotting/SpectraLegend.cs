using System.Globalization;
using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The legend of many lines: in rows above the panel, as many names as fit into three.</summary>
internal sealed class SpectraLegend
{
    private const int MostRows = 3;
    private readonly List<(TextLine Line, Ink? Ink, double X, int Row)> _entries = [];
    private readonly double _scale;
    private readonly double _rowHeight;
    private readonly double _swatch;

    /// <summary>Places the names.</summary>
    /// <param name="labels">The names; none: there is no legend.</param>
    /// <param name="left">Where the rows begin.</param>
    /// <param name="right">Where they end.</param>
    /// <param name="scale">By how much text is larger than on a 10 × 6 inch figure.</param>
    /// <param name="missing">Takes the characters that no font has.</param>
    public SpectraLegend(IReadOnlyList<string> labels, double left, double right, double scale, MissingGlyphs missing)
    {
        _scale = scale;
        _rowHeight = 15 * scale;
        _swatch = 20 * scale;
        var size = FigureStyle.LegendSize * scale;
        double space = 6 * scale, between = 20 * scale, x = left;
        var row = 0;
        for (var i = 0; i < labels.Count; i++)
        {
            var line = FontSet.Shared.ShapeWithin(labels[i], (right - left) / 2.2, size, false, missing);
            var width = _swatch + space + line.Width;
            // in the last row there must be room to say how many are left out
            var reserve = row == MostRows - 1 && i < labels.Count - 1 ? 60 * scale : 0;
            if (x + width + reserve > right && x > left)
            {
                if (row == MostRows - 1)
                {
                    var rest = FontSet.Shared.Shape(string.Create(CultureInfo.InvariantCulture, $"+ {labels.Count - i} more"), size);
                    _entries.Add((rest, null, x, row));
                    break;
                }

                row++;
                x = left;
            }

            _entries.Add((line, SpectraScene.InkOf(i, labels.Count), x, row));
            x += width + between;
        }

        Height = _entries.Count == 0 ? 0 : (row + 1) * _rowHeight;
    }

    /// <summary>The height of all rows; 0 without a legend.</summary>
    public double Height { get; }

    /// <summary>Draws the names with a piece of their lines.</summary>
    /// <param name="surface">Where to.</param>
    /// <param name="y">The baseline of the first row.</param>
    /// <param name="page">The whole figure.</param>
    public void Draw(IFigureSurface surface, double y, Box page)
    {
        foreach (var (line, ink, x, row) in _entries)
        {
            var baseline = y + (row * _rowHeight);
            if (ink is { } colour)
            {
                var middle = baseline - (0.36 * line.Size);
                surface.Curve([new CurvePoint(x, middle), new CurvePoint(x + _swatch, middle)], 1.6 * _scale, colour, page);
            }

            var at = ink is null ? x : x + _swatch + (6 * _scale);
            surface.Text(line, at, baseline, false, ink is null ? Ink.Muted : Ink.Text);
        }
    }
}
