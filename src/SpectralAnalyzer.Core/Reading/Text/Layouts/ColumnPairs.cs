using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Tables;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>Finds the tables in which every spectrum has an x column of its own: x, y, x, y, ….</summary>
internal static class ColumnPairs
{
    /// <summary>Returns the 1-based columns of each pair, or null where the table is not of this kind.</summary>
    internal static List<(int X, int Y)>? Find(IReadOnlyList<NumericColumn> columns, HeaderNames names)
    {
        if (columns.Count < 4 || columns.Count % 2 != 0)
            return null;
        int monotone = 0, named = 0, ySameWord = 0, alike = 0, yMonotone = 0;
        var first = columns[0];
        var quantity = AxisWords.Read(names.NameAndUnit(first.Number - 1)).Quantity;
        for (var i = 0; i < columns.Count; i += 2)
        {
            var x = columns[i];
            var y = columns[i + 1];
            if (x.Count < 2 || y.Count == 0 || x.Count < y.Count * 0.9)
                return null;
            if (x.IsMonotone && x.MonotoneShare >= 0.99)
                monotone++;
            if (y is { IsMonotone: true, IsConstant: false })
                yMonotone++;
            var word = AxisWords.Read(names.NameAndUnit(x.Number - 1)).Quantity;
            if (word != AxisQuantity.None && word == quantity)
                named++;
            if (AxisWords.Read(names.NameAndUnit(y.Number - 1)).Quantity != AxisQuantity.None)
                ySameWord++;
            if (x.Direction == first.Direction && Math.Abs(x.MedianStep - first.MedianStep) <= 0.5 * first.MedianStep
                && x.Min < first.Max && x.Max > first.Min)
                alike++;
        }

        var pairs = columns.Count / 2;
        var byName = named == pairs && ySameWord == 0;
        // points read off a figure need not rise: names that alternate throughout are enough
        if (monotone < pairs && !(byName && monotone * 2 >= pairs && AreAlike(columns, names)))
            return null;
        var byNumbers = monotone == pairs && alike == pairs && yMonotone <= pairs / 2 && (named == 0 || named == pairs);
        if (!byName && !byNumbers)
            return null;
        var found = new List<(int, int)>();
        for (var i = 0; i < columns.Count; i += 2)
            found.Add((columns[i].Number, columns[i + 1].Number));
        return found;
    }

    private static bool AreAlike(IReadOnlyList<NumericColumn> columns, HeaderNames names)
    {
        for (var i = 0; i < columns.Count; i += 2)
        {
            if (columns[i].StandsStill || names.NameAndUnit(columns[i].Number - 1) != names.NameAndUnit(columns[0].Number - 1))
                return false;
        }

        return true;
    }
}
