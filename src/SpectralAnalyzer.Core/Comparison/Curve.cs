namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// A spectrum as a function: each x once, rising, and the part of it that has values. NaN marks a gap; a gap in x, where rows are
/// missing, is marked by a point of its own in its middle, without a value.
/// </summary>
internal sealed class Curve
{
    private const double PartOfStep = 1e-9;
    private const double Rounding = 1e-15;

    private readonly ReadOnlyMemory<double> _x;
    private readonly ReadOnlyMemory<double> _y;
    private readonly bool[]? _leftOut;

    private Curve(
        ReadOnlyMemory<double> x, ReadOnlyMemory<double> y, int mergedCount, int[] gapMarks, double tolerance,
        bool[]? leftOut = null)
    {
        _leftOut = leftOut;
        Tolerance = tolerance;
        _x = x;
        _y = y;
        MergedCount = mergedCount;
        GapMarks = gapMarks;
        var values = y.Span;
        First = 0;
        while (First < values.Length && !double.IsFinite(values[First]))
            First++;
        Last = values.Length - 1;
        while (Last > First && !double.IsFinite(values[Last]))
            Last--;
        for (var i = First; i <= Last; i++)
        {
            if (double.IsFinite(values[i]))
                FiniteCount++;
        }
    }

    /// <summary>The abscissae, each once, rising.</summary>
    public ReadOnlySpan<double> X => _x.Span;

    /// <summary>The ordinates.</summary>
    public ReadOnlySpan<double> Y => _y.Span;

    /// <summary>How many points lay on the x of another and were averaged with it.</summary>
    public int MergedCount { get; }

    /// <summary>The indexes of the points that mark a gap in x, rising. They are no points of the spectrum.</summary>
    public int[] GapMarks { get; }

    /// <summary>The index of the first point that has a value.</summary>
    public int First { get; }

    /// <summary>The index of the last point that has a value.</summary>
    public int Last { get; }

    /// <summary>
    /// How far apart two positions may be and still count as one at the ends of the range: what a conversion of units rounds,
    /// relative to the smallest step.
    /// </summary>
    public double Tolerance { get; }

    /// <summary>How many points have a value.</summary>
    public int FiniteCount { get; }

    /// <summary>True where every point between the first and the last that has a value has one too.</summary>
    public bool IsComplete => FiniteCount == Last - First + 1;

    /// <summary>The smallest x that has a value.</summary>
    public double Minimum => X[First];

    /// <summary>The largest x that has a value.</summary>
    public double Maximum => X[Last];

    public static Curve From(Spectrum spectrum)
    {
        var x = spectrum.Abscissae;
        var y = spectrum.Ordinates;
        var repeated = CountRepeated(x.Span);
        if (repeated > 0)
        {
            var distinctX = new double[x.Length - repeated];
            var distinctY = new double[distinctX.Length];
            Merge(x.Span, y.Span, distinctX, distinctY);
            (x, y) = (distinctX, distinctY);
        }

        var (smallest, largest) = AxisGaps.Steps(x.Span);
        var farthest = Math.Max(Math.Abs(x.Span[0]), Math.Abs(x.Span[^1]));
        var tolerance = Math.Min((PartOfStep * smallest) + (Rounding * farthest), smallest / 4);
        var gaps = AxisGaps.Find(x.Span, smallest, largest);
        return gaps.Count == 0
            ? new Curve(x, y, repeated, [], tolerance)
            : WithMarks(x.Span, y.Span, repeated, gaps, tolerance);
    }

    /// <summary>The warnings about its points.</summary>
    /// <param name="whose">"sample" or "baseline".</param>
    /// <param name="unit">The symbol of the x unit; empty where it is unknown.</param>
    public IReadOnlyList<string> Warnings(string whose, string unit)
    {
        var warnings = new List<string>();
        if (MergedCount > 0)
        {
            warnings.Add(FormattableString.Invariant(
                $"{MergedCount} of {X.Length - GapMarks.Length + MergedCount} points of the {whose} repeat the x of another: ")
                + "their y were averaged.");
        }

        if (GapMarks.Length > 0)
            warnings.Add($"The {whose} has no points {GapRanges(unit)}: nothing is compared there.");
        return warnings;
    }

    /// <summary>The same curve without values outside of some ranges.</summary>
    /// <param name="ranges">The ranges.</param>
    public Curve Within(IReadOnlyList<SpectralRange> ranges)
    {
        var y = _y.ToArray();
        var leftOut = new bool[y.Length];
        for (var i = 0; i < y.Length; i++)
        {
            if (IsWithin(ranges, X[i]))
                continue;
            (y[i], leftOut[i]) = (double.NaN, true);
        }

        return new Curve(_x, y, MergedCount, GapMarks, Tolerance, leftOut);
    }

    /// <summary>How many points of a range are to have no value: marks of gaps, and points outside of the regions.</summary>
    public int CountLeftOut(int start, int count)
    {
        var leftOut = _leftOut?.AsSpan(start, count).Count(true) ?? 0;
        foreach (var mark in GapMarks)
            leftOut += mark >= start && mark < start + count && _leftOut?[mark] != true ? 1 : 0;
        return leftOut;
    }

    /// <summary>The largest value of a range of points less the smallest; −∞ where there is none.</summary>
    public double Height(int start, int count)
    {
        var (lowest, highest) = FiniteValues.Range(Y.Slice(start, count));
        return highest - lowest;
    }

    /// <summary>The index of the first point at or after a position.</summary>
    public int FirstAtOrAfter(double position)
    {
        var index = X.BinarySearch(position);
        return index < 0 ? ~index : index;
    }

    /// <summary>The index of the last point at or before a position; −1 where there is none.</summary>
    public int LastAtOrBefore(double position)
    {
        var index = X.BinarySearch(position);
        return index < 0 ? ~index - 1 : index;
    }

    private bool IsWithin(IReadOnlyList<SpectralRange> ranges, double x)
    {
        foreach (var range in ranges)
        {
            if (x >= range.Min - Tolerance && x <= range.Max + Tolerance)
                return true;
        }

        return false;
    }

    private string GapRanges(string unit)
    {
        const int most = 3;
        var ranges = GapMarks.Take(most).Select(mark =>
            FormattableString.Invariant($"from {X[mark - 1]:G7} to {X[mark + 1]:G7}") + (unit.Length == 0 ? "" : " " + unit));
        var rest = GapMarks.Length - most;
        return string.Join(", ", ranges) + (rest > 0 ? FormattableString.Invariant($" and in {rest} more gaps") : "");
    }

    private static Curve WithMarks(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int repeated, List<int> gaps, double tolerance)
    {
        var markedX = new double[x.Length + gaps.Count];
        var markedY = new double[markedX.Length];
        var marks = new int[gaps.Count];
        var copied = 0;
        for (var k = 0; k < marks.Length; k++)
        {
            var end = gaps[k] + 1;
            x[copied..end].CopyTo(markedX.AsSpan(copied + k));
            y[copied..end].CopyTo(markedY.AsSpan(copied + k));
            marks[k] = end + k;
            markedX[end + k] = x[end - 1] + ((x[end] - x[end - 1]) / 2);
            markedY[end + k] = double.NaN;
            copied = end;
        }

        x[copied..].CopyTo(markedX.AsSpan(copied + marks.Length));
        y[copied..].CopyTo(markedY.AsSpan(copied + marks.Length));
        return new Curve(markedX, markedY, repeated, marks, tolerance);
    }

    private static int CountRepeated(ReadOnlySpan<double> x)
    {
        var count = 0;
        for (var i = 1; i < x.Length; i++)
        {
            if (x[i] == x[i - 1])
                count++;
        }

        return count;
    }

    private static void Merge(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> distinctX, Span<double> distinctY)
    {
        var made = 0;
        for (var start = 0; start < x.Length;)
        {
            double sum = 0;
            var summed = 0;
            var next = start;
            for (; next < x.Length && x[next] == x[start]; next++)
            {
                if (!double.IsFinite(y[next]))
                    continue;
                sum += y[next];
                summed++;
            }

            distinctX[made] = x[start];
            distinctY[made++] = summed == 0 ? double.NaN : sum / summed;
            start = next;
        }
    }
}
