using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>Decides which column of a block is x, which are spectra, and which are neither.</summary>
internal sealed class ColumnRoles
{
    private ColumnRoles(int x, double xScore, double runnerUpScore)
    {
        X = x;
        XScore = xScore;
        RunnerUpScore = runnerUpScore;
    }

    /// <summary>The column of x, from 0 within the columns looked at; −1 where none can be.</summary>
    public int X { get; }

    /// <summary>How much speaks for it.</summary>
    public double XScore { get; }

    /// <summary>How much speaks for the next best.</summary>
    public double RunnerUpScore { get; }

    /// <summary>The columns that are spectra, from 0 within the columns looked at.</summary>
    public List<int> Y { get; } = [];

    /// <summary>The columns that are neither.</summary>
    public List<LeftOutColumn> LeftOut { get; } = [];

    /// <summary>True where the name says that x is what it is.</summary>
    public bool XIsNamed { get; private set; }

    /// <summary>True where x is told by its name alone, without a unit, though a column before it could be x by its numbers.</summary>
    public bool HasRivalBefore { get; private set; }

    /// <summary>Decides.</summary>
    /// <param name="columns">The columns with numbers.</param>
    /// <param name="names">Their names.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="stated">What the user states; it wins.</param>
    public static ColumnRoles Decide(IReadOnlyList<NumericColumn> columns, HeaderNames names, int rows, StatedColumns? stated = null)
    {
        int best = -1;
        double bestScore = double.NegativeInfinity, second = double.NegativeInfinity;
        for (var i = 0; i < columns.Count; i++)
        {
            var score = Score(columns, i, names, rows);
            if (score > bestScore)
            {
                second = bestScore;
                bestScore = score;
                best = i;
            }
            else
            {
                second = Math.Max(second, score);
            }
        }

        if (stated?.X is { } statedX)
        {
            best = IndexOf(columns, statedX);
            (bestScore, second) = (5, 0);
        }

        var roles = new ColumnRoles(best, bestScore, second);
        if (best < 0)
            return roles;
        roles.XIsNamed = AxisWords.Read(names.NameAndUnit(columns[best].Number - 1)).Quantity is not (AxisQuantity.None or AxisQuantity.Time);
        roles.HasRivalBefore = stated?.X is null && IsRival(columns, best, names);
        for (var i = 0; i < columns.Count; i++)
        {
            if (i == best)
                continue;
            if (stated?.Y is { } statedY)
            {
                if (statedY.Contains(columns[i].Number))
                    roles.Y.Add(i);
                continue;
            }

            var reason = ReasonToLeaveOut(columns, i, best, names, rows);
            if (reason is null)
                roles.Y.Add(i);
            else
                roles.LeftOut.Add(new LeftOutColumn(columns[i].Number, names.Name(columns[i].Number - 1), reason));
        }

        if (roles.Y.Count == 0 && roles.LeftOut.Count > 0)
        {
            var last = roles.LeftOut[^1];
            roles.LeftOut.RemoveAt(roles.LeftOut.Count - 1);
            roles.Y.Add(IndexOf(columns, last.Column));
        }

        return roles;
    }

    private static bool IsRival(IReadOnlyList<NumericColumn> columns, int best, HeaderNames names)
    {
        if (best < 2 || AxisWords.Read(names.NameAndUnit(columns[best].Number - 1)).Unit != AxisUnit.Unknown)
            return false;
        if (columns.Take(best).Any(c => c.MonotoneShare >= 1 && AxisWords.Read(names.Name(c.Number - 1)).Quantity == AxisQuantity.Time))
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
            return -5;
        var name = names.NameAndUnit(column.Number - 1);
        var word = AxisWords.Read(name);
        var score = column.IsMonotone ? 2 + column.MonotoneShare : ScanStarts.Find(column.Numbers).Count > 1 ? 2.5 : 2 * (column.MonotoneShare - 0.5);
        score += word.Quantity switch
        {
            AxisQuantity.None => 0,
            AxisQuantity.Time => 0.4,
            AxisQuantity.Other => 2,
            AxisQuantity.Energy or AxisQuantity.Angle => 2.5,
            // a lone letter is also the name of a mean free path, a decay constant, an eigenvalue
            AxisQuantity.Wavelength when word.Unit == AxisUnit.Unknown && AxisWords.IsLambda(name) => 2.2,
            AxisQuantity.Wavelength => 2.6,
            AxisQuantity.Wavenumber => 2.9,
            _ => 3.3,
        };
        if (word.Quantity is AxisQuantity.None or AxisQuantity.Other or AxisQuantity.RamanShift && OrdinateWords.Read(name) != OrdinateKind.Unknown)
            score -= 2;
        if (OrdinateWords.IsIndex(name))
            score -= 1.5;
        var next = i + 1 < columns.Count ? columns[i + 1] : null;
        if (column.IsRowNumber && columns.Count >= 3 && next is { IsMonotone: true, IsRowNumber: false })
            score -= names.Exist && word.Quantity != AxisQuantity.None ? 0.2 : 1.2;
        if (column.IsRowNumber && columns.Count >= 3 && i == 0 && names.Exist && names.Name(0) is null)
            score -= 1.2;
        if (column.IsEven)
            score += 0.3;
        // the words decide between axes of one table; the place decides only where the words do not
        return score - (word.Quantity > AxisQuantity.Other ? 0.05 : 0.35) * Math.Min(i, 8);
    }

    private static string? ReasonToLeaveOut(IReadOnlyList<NumericColumn> columns, int i, int x, HeaderNames names, int rows)
    {
        var column = columns[i];
        var name = names.Name(column.Number - 1);
        var word = AxisWords.Read(names.NameAndUnit(column.Number - 1));
        if (column.Count == 0)
            return "it holds no number";
        if (OrdinateWords.IsIndex(name) && (column.IsMonotone || column.IsConstant))
            return "it numbers the rows";
        if (word.Quantity is AxisQuantity.Wavelength or AxisQuantity.Wavenumber or AxisQuantity.RamanShift or AxisQuantity.Energy && column.IsMonotone && OrdinateWords.Read(name) == OrdinateKind.Unknown)
            return "it is another axis";
        if (ErrorWords.Holds(columns, i, x, names))
            return ErrorWords.Reason;
        if (i < x && column.IsRowNumber)
            return "it numbers the rows";
        if (i < x && column.StandsStill)
            return "it is the same throughout each scan";
        if (rows >= 20 && column.Count <= 0.05 * rows)
            return "it is nearly empty";
        if (i < x && column.IsConstant)
            return "it is the same in every row";
        if (i < x && word.Quantity == AxisQuantity.Time)
            return "it is a time";
        if (i < x && column.IsMonotone)
            return "it is another axis";
        return FollowsX(column, columns[x], rows) ? "it is the other edge of x" : null;
    }

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
