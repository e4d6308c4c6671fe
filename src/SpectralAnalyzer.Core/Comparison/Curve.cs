namespace SpectralAnalyzer.Core.Comparison;

/// <summary>A spectrum as a function: each x once, rising, and the part of it that has values. NaN marks a gap.</summary>
internal sealed class Curve
{
    private readonly ReadOnlyMemory<double> _x;
    private readonly ReadOnlyMemory<double> _y;

    private Curve(ReadOnlyMemory<double> x, ReadOnlyMemory<double> y, int mergedCount)
    {
        _x = x;
        _y = y;
        MergedCount = mergedCount;
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

    /// <summary>The index of the first point that has a value.</summary>
    public int First { get; }

    /// <summary>The index of the last point that has a value.</summary>
    public int Last { get; }

    /// <summary>How many points have a value.</summary>
    public int FiniteCount { get; }

    /// <summary>True where every point between the first and the last that has a value has one too.</summary>
    public bool IsComplete => FiniteCount == Last - First + 1;

    /// <summary>The smallest x that has a value.</summary>
    public double Minimum => X[First];

    /// <summary>The largest x that has a value.</summary>
    public double Maximum => X[Last];

    public static Curve Of(Spectrum spectrum)
    {
        var x = spectrum.Abscissae;
        var y = spectrum.Ordinates;
        var repeated = CountRepeated(x.Span);
        if (repeated == 0)
            return new Curve(x, y, 0);

        var distinctX = new double[x.Length - repeated];
        var distinctY = new double[distinctX.Length];
        Merge(x.Span, y.Span, distinctX, distinctY);
        return new Curve(distinctX, distinctY, repeated);
    }

    /// <summary>What has to be told about it, where it is that of the sample or the baseline.</summary>
    public IReadOnlyList<string> Warnings(string whose)
    {
        if (MergedCount == 0)
            return [];
        return [FormattableString.Invariant(
            $"{MergedCount} of {X.Length + MergedCount} points of the {whose} repeat the x of another: their y were averaged.")];
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
