using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Tables;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>Which column of a block is x, which are spectra, and which are neither.</summary>
/// <param name="X">The column of x, from 0 within the columns given; −1 where none can be.</param>
/// <param name="Y">The columns that are spectra, from 0 within the columns given.</param>
/// <param name="LeftOut">The columns that are neither.</param>
internal sealed record ColumnRoles(int X, List<int> Y, List<LeftOutColumn> LeftOut)
{
    internal double XScore { get; private init; }

    internal double RunnerUpScore { get; private init; }

    /// <summary>Gets whether x has the name of an axis.</summary>
    internal bool XIsNamed { get; private init; }

    /// <summary>Gets whether x is chosen for its name alone, though a column before it could be x by its numbers.</summary>
    internal bool HasOtherXBefore { get; private init; }

    /// <summary>Decides which column is what.</summary>
    internal static ColumnRoles Decide(IReadOnlyList<NumericColumn> columns, HeaderNames names, int rows,
        StatedColumns? stated = null, string? reasonAgainstLast = null)
    {
        int best = -1;
        double bestScore = double.NegativeInfinity, second = double.NegativeInfinity;
        for (var i = 0; i < columns.Count; i++)
        {
            var score = Score(columns, i, names, rows);
            if (score > bestScore)
                (second, bestScore, best) = (bestScore, score, i);
            else
                second = Math.Max(second, score);
        }

        if (stated?.X is { } statedX)
            (best, bestScore, second) = (IndexOf(columns, statedX), AxisScores.Stated, 0);
        List<int> y = [];
        List<LeftOutColumn> leftOut = [];
        if (best < 0)
            return new ColumnRoles(best, y, leftOut);
        for (var i = 0; i < columns.Count; i++)
        {
            if (i == best)
                continue;
            var number = columns[i].Number;
            if (stated?.Y is { } statedY)
            {
                if (statedY.Contains(number))
                    y.Add(i);
            }
            else if ((reasonAgainstLast is not null && best == 0 && i == columns.Count - 1 ? reasonAgainstLast
                : ReasonToLeaveOut(columns, i, best, names, rows)) is { } reason)
            {
                leftOut.Add(new LeftOutColumn(number, names.Name(number - 1), reason));
            }
            else
            {
                y.Add(i);
            }
        }

        if (y.Count == 0 && leftOut.Count > 0)
        {
            y.Add(IndexOf(columns, leftOut[^1].Column));
            leftOut.RemoveAt(leftOut.Count - 1);
        }

        var quantity = AxisWords.Read(names.NameAndUnit(columns[best].Number - 1)).Quantity;
        return new ColumnRoles(best, y, leftOut)
        {
            XScore = bestScore,
            RunnerUpScore = second,
            XIsNamed = quantity is not (AxisQuantity.None or AxisQuantity.Time),
            HasOtherXBefore = stated?.X is null && CanBeXBefore(columns, best, names),
        };
    }

    private static bool CanBeXBefore(IReadOnlyList<NumericColumn> columns, int best, HeaderNames names)
    {
        if (best < 2 || AxisWords.Read(names.NameAndUnit(columns[best].Number - 1)).Unit != AxisUnit.Unknown)
            return false;
        if (columns.Take(best).Any(c => c.MonotoneShare >= 1
            && AxisWords.Read(names.Name(c.Number - 1)).Quantity == AxisQuantity.Time))
            return true;
        var first = columns[0];
        var name = names.Name(first.Number - 1);
        return first is { MonotoneShare: >= 1, IsRowNumber: false } && first.Count >= columns[best].Count
            && AxisWords.Read(name).Quantity != AxisQuantity.Time && !OrdinateWords.IsIndex(name);
    }

    private static int IndexOf(IReadOnlyList<NumericColumn> columns, int number)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Number == number)
                return i;
        }

        return -1;
    }

    private static double Score(IReadOnlyList<NumericColumn> columns, int i, HeaderNames names, int rows)
    {
        var column = columns[i];
        if (column.Count < Math.Max(2, 0.2 * rows) || column.IsConstant)
            return AxisScores.Impossible;
        var name = names.NameAndUnit(column.Number - 1);
        var word = AxisWords.Read(name);
        if (column.StandsStill)
            return AxisScores.StandsStill;
        var score = column.IsMonotone ? AxisScores.Monotone + column.MonotoneShare
            : ScanStarts.Find(column.Numbers).Count > 1 ? AxisScores.Scans
            : AxisScores.StepsInOneDirection * (column.MonotoneShare - 0.5);
        score += AxisScores.OfName(word.Quantity, word.Unit == AxisUnit.Unknown && AxisWords.IsLambda(name));
        if (word.Quantity is AxisQuantity.None or AxisQuantity.Other or AxisQuantity.RamanShift
            && OrdinateWords.Read(name) != OrdinateKind.Unknown)
            score += AxisScores.NamedAsOrdinate;
        if (OrdinateWords.IsIndex(name))
            score += AxisScores.NamedAsIndex;
        var next = i + 1 < columns.Count ? columns[i + 1] : null;
        if (column.IsRowNumber && columns.Count >= 3 && next is { IsMonotone: true, IsRowNumber: false })
            score += names.Exist && word.Quantity != AxisQuantity.None ? AxisScores.NamedRowNumber : AxisScores.RowNumber;
        if (column.IsRowNumber && columns.Count >= 3 && i == 0 && names.Exist && names.Name(0) is null)
            score += AxisScores.UnnamedRowNumber;
        if (column.IsEven)
            score += AxisScores.EvenSteps;
        var before = word.Quantity > AxisQuantity.Other ? AxisScores.ColumnBeforeNamed : AxisScores.ColumnBefore;
        return score - before * Math.Min(i, 8);
    }

    private static string? ReasonToLeaveOut(IReadOnlyList<NumericColumn> columns, int i, int x, HeaderNames names, int rows)
    {
        var column = columns[i];
        var name = names.Name(column.Number - 1);
        var quantity = AxisWords.Read(names.NameAndUnit(column.Number - 1)).Quantity;
        if (column.Count == 0)
            return "it holds no number";
        if (OrdinateWords.IsIndex(name) && (column.IsMonotone || column.IsConstant))
            return "it numbers the rows";
        if (quantity is AxisQuantity.Wavelength or AxisQuantity.Wavenumber or AxisQuantity.RamanShift or AxisQuantity.Energy
            && column.IsMonotone && OrdinateWords.Read(name) == OrdinateKind.Unknown)
            return "it is another axis";
        if (ErrorWords.Holds(columns, i, x, names))
            return ErrorWords.Reason;
        if (i < x && column.IsRowNumber)
            return "it numbers the rows";
        if (i < x && column.StandsStill)
            return "it is the same throughout each scan";
        if (rows >= 20 && column.Count <= 0.05 * rows)
            return "it is nearly empty";
        if (column.IsConstant && IsCoordinate(name))
            return "it is a coordinate, the same in every row";
        if (i < x && column.IsConstant)
            return "it is the same in every row";
        if (i < x && quantity == AxisQuantity.Time)
            return "it is a time";
        if (i < x && column.IsMonotone)
            return "it is another axis";
        if (name is null && !names.Exist && columns.Count > 3 && IsOffsetOf(column, columns[x]))
            return "it is another axis";
        return FollowsX(column, columns[x], rows) ? "it is the other edge of x" : null;
    }

    /// <summary>
    /// Returns true where a column and x add up to the same number in every row, as absolute and shifted wavenumbers do.
    /// </summary>
    private static bool IsOffsetOf(NumericColumn column, NumericColumn x)
    {
        var sum = column.Values[0] + x.Values[0];
        for (var r = 0; r < column.Values.Length; r++)
        {
            if (!(Math.Abs(column.Values[r] + x.Values[r] - sum) <= 1e-6 * Math.Abs(sum)))
                return false;
        }

        return column.IsMonotone;
    }

    private static bool IsCoordinate(string? name) =>
        name is not null && SimpleWord.From(name) is "x" or "y" or "z" or "row" or "column" or "col";

    private static bool FollowsX(NumericColumn column, NumericColumn x, int rows)
    {
        if (!column.IsMonotone || column.Count < rows || rows < 5 || x.MedianStep <= 0)
            return false;
        var different = false;
        var far = 0;
        for (var r = 0; r < column.Values.Length; r++)
        {
            var distance = Math.Abs(column.Values[r] - x.Values[r]);
            if (!(distance <= 1.5 * x.MedianStep) && ++far > 0.02 * rows)
                return false;
            different |= distance > 0;
        }

        return different;
    }
}
