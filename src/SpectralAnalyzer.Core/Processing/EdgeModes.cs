namespace SpectralAnalyzer.Core.Processing;

/// <summary>How a window takes points beyond the ends of a spectrum.</summary>
internal static class EdgeModes
{
    internal const string Reflect = "reflect";
    internal const string Mirror = "mirror";
    internal const string Nearest = "nearest";
    internal const string Interpolate = "interp";

    /// <summary>
    /// Returns the index of the point that stands for one beyond the ends, at most as far out as there are points.
    /// </summary>
    internal static int IndexOf(int index, int count, string mode)
    {
        var last = count - 1;
        if (index >= 0 && index <= last)
            return index;
        return mode switch
        {
            Nearest => index < 0 ? 0 : last,
            Mirror => index < 0 ? -index : (2 * last) - index,
            _ => index < 0 ? -index - 1 : (2 * last) + 1 - index,
        };
    }

    /// <summary>Returns the values with some more on either side.</summary>
    internal static double[] Extend(ReadOnlySpan<double> values, int more, string mode)
    {
        var extended = new double[values.Length + (2 * more)];
        values.CopyTo(extended.AsSpan(more));
        for (var k = 1; k <= more; k++)
        {
            extended[more - k] = values[IndexOf(-k, values.Length, mode)];
            extended[more + values.Length - 1 + k] = values[IndexOf(values.Length - 1 + k, values.Length, mode)];
        }

        return extended;
    }
}
