using System.Globalization;
using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The legend of several lines: up to three rows above the panel, with as many names as fit.</summary>
internal sealed class SpectraLegend
{
    private const int MaximumRows = 3;
    private readonly List<Entry> _entries = [];

    /// <summary>Places the names.</summary>
    /// <param name="labels">The names.</param>
    /// <param name="left">Where the rows begin.</param>
    /// <param name="right">Where they end.</param>
    /// <param name="scale">By how much text is larger than in a figure of 10 × 6 inches.</param>
    /// <param name="fit">Shapes a text within a width at a size.</param>
    internal SpectraLegend(
        IReadOnlyList<string> labels, double left, double right, double scale, Func<string, double, double, TextLine> fit)
    {
        RowHeight = 15 * scale;
        SwatchLength = 20 * scale;
        var size = FigureStyle.LegendSize * scale;
        labels = FigureLabels.Fit(labels, (right - left) / 2.2, size);
        double space = 6 * scale, between = 20 * scale, x = left;
        var row = 0;
        for (var i = 0; i < labels.Count; i++)
        {
            var name = fit(labels[i], (right - left) / 2.2, size);
            var width = SwatchLength + space + name.Width;
            // the last row needs room to say how many names are left out
            var reserve = row == MaximumRows - 1 && i < labels.Count - 1 ? 60 * scale : 0;
            if (x + width + reserve > right && x > left)
            {
                if (row == MaximumRows - 1)
                {
                    var rest = FontSet.Shared.Shape(
                        string.Create(CultureInfo.InvariantCulture, $"+ {labels.Count - i} more"), size);
                    _entries.Add(new Entry(rest, null, x, row));
                    break;
                }

                row++;
                x = left;
            }

            _entries.Add(new Entry(name, i, x, row));
            x += width + between;
        }

        Height = _entries.Count == 0 ? 0 : (row + 1) * RowHeight;
    }

    internal IReadOnlyList<Entry> Entries => _entries;

    internal double RowHeight { get; }

    internal double SwatchLength { get; }

    /// <summary>Gets the height of all rows.</summary>
    internal double Height { get; }

    /// <summary>A name in the legend.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Index">The number of the spectrum from 0; null for the note of how many names are left out.</param>
    /// <param name="X">Where it begins.</param>
    /// <param name="Row">The row, from 0.</param>
    internal readonly record struct Entry(TextLine Name, int? Index, double X, int Row);
}
