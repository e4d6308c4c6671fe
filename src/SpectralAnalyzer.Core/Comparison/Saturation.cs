using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// The level at which a curve is saturated: its bands are cut off there, and nothing is known of their tops. Such a level is a
/// plateau of three or more equal points at the very top whose sides fall more steeply than rounding explains, the full scale of
/// a 16-bit detector where not all points have it, as a column that was never measured does, or an absorbance above 6, of which a
/// millionth of the light is left, in at most a third of the points.
/// </summary>
/// <param name="Level">The level, with bands pointing up; +∞ where the curve is not saturated.</param>
internal readonly record struct Saturation(double Level)
{
    private const int FewestEqual = 3;
    private const double SmoothTop = 50;
    private const double FullScale = 65535;
    private const double HighestAbsorbance = 6;

    // A number above this is no absorbance of a detector, but one in another scale, such as mAU.
    private const double NoAbsorbance = 20;

    /// <summary>A curve that is not saturated.</summary>
    internal static Saturation None { get; } = new(double.PositiveInfinity);

    /// <summary>Finds the level of a curve.</summary>
    /// <param name="y">The values of a spectrum, gaps included.</param>
    /// <param name="kind">What the values are; of a transmittance or reflectance, whose bands point down, the lowest values
    /// count.</param>
    [MethodImpl(HotPath.Compiled)]
    internal static Saturation Find(ReadOnlySpan<double> y, OrdinateKind kind)
    {
        var sign = CurvePeaks.PointDown(kind) ? -1 : 1;
        var (lowest, highest) = FiniteValues.Range(y);
        var (bottom, top) = sign > 0 ? (lowest, highest) : (-highest, -lowest);
        var veryDark = FiniteValues.CountFrom(y, HighestAbsorbance) - FiniteValues.CountFrom(y, double.PositiveInfinity);
        // Where more of the points lie above it, the numbers are no absorbance of an instrument.
        if (kind == OrdinateKind.Absorbance && top > HighestAbsorbance && top <= NoAbsorbance && veryDark <= y.Length / 3)
            return new Saturation(HighestAbsorbance);
        var isFullScale = top == FullScale && bottom < top
            && kind is OrdinateKind.Intensity or OrdinateKind.Unknown or OrdinateKind.Other;
        return isFullScale || HasPlateau(y, sign, top, bottom) ? new Saturation(top) : None;
    }

    /// <summary>Returns the warning, or null where the curve is not saturated.</summary>
    internal string? Warning(Curve curve, OrdinateKind kind, string whose, string unit)
    {
        if (double.IsPositiveInfinity(Level))
            return null;
        var sign = CurvePeaks.PointDown(kind) ? -1 : 1;
        int count = 0, first = -1, last = -1;
        for (var i = 0; i < curve.Y.Length; i++)
        {
            if (!(sign * curve.Y[i] >= Level))
                continue;
            count++;
            first = first < 0 ? i : first;
            last = i;
        }

        var symbol = unit.Length == 0 ? "" : " " + unit;
        var where = FormattableString.Invariant($"between {curve.X[first]:G7} and {curve.X[last]:G7}") + symbol;
        var points = count == 1 ? "1 point" : FormattableString.Invariant($"{count} points");
        return FormattableString.Invariant($"The {whose} is saturated at y = {sign * Level:G7} ({points} {where}): ")
            + "it has no peak there.";
    }

    // What rounding to q makes equal around a smooth top lies within q; as many points further out on either side, a parabola
    // has fallen by 9 q, and a flatter top by a few times that.
    private static bool HasPlateau(ReadOnlySpan<double> y, int sign, double top, double bottom)
    {
        if (!(top > bottom) || (sign > 0 && top == 0))
            return false;
        double fall = double.PositiveInfinity;
        var onTop = 0;
        for (var i = 0; i < y.Length; i++)
        {
            if (sign * y[i] != top)
                continue;
            var first = i;
            while (i + 1 < y.Length && sign * y[i + 1] == top)
                i++;
            var equal = i - first + 1;
            onTop += equal;
            if (equal >= FewestEqual && first >= equal && i + equal < y.Length)
                fall = Math.Min(fall, top - Math.Max(sign * y[first - equal], sign * y[i + equal]));
        }

        return double.IsFinite(fall) && onTop <= y.Length / 3
            && fall > SmoothTop * Quantum(y, sign, bottom + ((top - bottom) / 2));
    }

    // The smallest difference between values of the upper half: what the values were rounded to, or less than that.
    private static double Quantum(ReadOnlySpan<double> y, int sign, double from)
    {
        var upper = new List<double>();
        foreach (var value in y)
        {
            if (sign * value >= from)
                upper.Add(value);
        }

        upper.Sort();
        var quantum = double.PositiveInfinity;
        for (var i = 1; i < upper.Count; i++)
        {
            if (upper[i] > upper[i - 1])
                quantum = Math.Min(quantum, upper[i] - upper[i - 1]);
        }

        return quantum;
    }
}
