using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>A line whose cells are an x axis.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="First">The first cell of x, from 0.</param>
/// <param name="Last">The last cell of x, from 0.</param>
/// <param name="Values">The numbers.</param>
internal sealed record AxisRow(int Line, int First, int Last, NumericColumn Values)
{
    private const int FewestOfDetectors = 100;
    private const int MostCellsBefore = 10;
    private const double NearlyAll = 0.98;

    internal int Points => Last - First + 1;

    /// <summary>Finds the longest run of rising or falling numbers; null where it is short or one of many numbers.</summary>
    internal static AxisRow? Find(DelimitedText text, int line, int fewestPoints)
    {
        var row = text.Split(line);
        if (row.Count < fewestPoints)
            return null;
        if (FindOverlapping(row, line) is { } overlapping)
            return overlapping;
        var best = new List<double>();
        var run = new List<double>();
        int first = 0, runStart = 0, direction = 0;
        NumberInName? named = null;
        for (var i = 0; i <= row.Count; i++)
        {
            var value = double.NaN;
            var isNumber = i < row.Count && IsAxisCell(text, row, i, ref named, out value);
            var way = isNumber && run.Count > 0 ? Math.Sign(value - run[^1]) : 0;
            if (isNumber && (run.Count == 0 || (way != 0 && (direction == 0 || way == direction))))
            {
                if (run.Count == 0)
                    runStart = i;
                else
                    direction = way;
                run.Add(value);
                continue;
            }

            if (run.Count > best.Count)
                (best, first) = (run, runStart);
            run = isNumber ? [value] : [];
            runStart = i;
            direction = 0;
        }

        if (best.Count < fewestPoints)
            return null;
        var axis = new NumericColumn(0, [.. best]);
        var numbers = 0;
        for (var i = 0; i < row.Count; i++)
            numbers += row.IsNumber(i, out _) ? 1 : 0;
        // names that are only numbered (Sample 1, Sample 2 …) are not an axis
        var isNumbered = named is { StatesUnit: false } && (best.Count < 20 || axis.Min < 100 || axis.IsRowNumber);
        return best.Count >= 0.9 * numbers - 3 && !(numbers < best.Count / 2 && isNumbered)
            ? new AxisRow(line, first, first + best.Count - 1, axis)
            : null;
    }

    /// <summary>Finds an axis of several detectors whose ranges overlap: it goes back a few times.</summary>
    private static AxisRow? FindOverlapping(TextRow row, int line)
    {
        var values = new List<double>();
        var first = row.Count;
        for (; first > 0 && row.IsNumber(first - 1, out var value); first--)
            values.Add(value);
        if (values.Count < FewestOfDetectors || first > MostCellsBefore)
            return null;
        values.Reverse();
        var axis = new NumericColumn(0, [.. values]);
        return axis.MonotoneShare is >= NearlyAll and < 1 ? new AxisRow(line, first, row.Count - 1, axis) : null;
    }

    /// <summary>Reads a number, or a number in a name whose other letters are those of the names before.</summary>
    private static bool IsAxisCell(DelimitedText text, TextRow row, int cell, ref NumberInName? named, out double value)
    {
        if (row.IsNumber(cell, out value))
            return true;
        if (text.Dialect.Delimiter == Delimiter.Blanks || row[cell].Length > 24
            || !NumberInName.TryRead(text.Document, row[cell], text.Dialect.Mark, out var found))
            return false;
        value = found.Value;
        if (named is { } other && (other.Before != found.Before || other.After != found.After))
            return false;
        named = found;
        return true;
    }
}
