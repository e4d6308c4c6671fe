namespace SpectralAnalyzer.Core.Processing.Smoothing;

/// <summary>
/// The filter of A. Savitzky and M. J. E. Golay: at each point, the polynomial that fits the window by least squares, or a
/// derivative of it. At the ends it is the polynomial of the first and the last window, or the spectrum is extended.
/// </summary>
internal sealed class SavitzkyGolay
{
    private readonly int _half;
    private readonly string _edge;
    private readonly double[][] _rows;

    internal SavitzkyGolay(int half, int order, int derivative, string edge)
    {
        (_half, _edge) = (half, edge);
        double[] positions = [.. Enumerable.Range(-half, (2 * half) + 1).Select(i => (double)i)];
        var (values, derivatives) = OrthogonalPolynomials.Create(positions, [.. positions.Select(_ => 1.0)], order, derivative);
        _rows = new double[positions.Length][];
        for (var at = 0; at < _rows.Length; at++)
        {
            if (at != half && edge != EdgeModes.Interpolate)
                continue;
            var row = _rows[at] = new double[positions.Length];
            for (var k = 0; k <= order; k++)
            {
                for (var i = 0; i < row.Length; i++)
                    row[i] += derivatives[k][at] * values[k][i];
            }
        }
    }

    internal static StepParameterInfo Edge { get; } = Parameter.Choice(
        "edge", "The ends: from the polynomial of the first and the last window, or by extending the spectrum with itself "
            + "reflected about its last point, or with its last point.",
        EdgeModes.Interpolate, [EdgeModes.Interpolate, EdgeModes.Mirror, EdgeModes.Nearest]);

    /// <summary>Filters values; a derivative is one per step.</summary>
    internal double[] Apply(ReadOnlySpan<double> source)
    {
        var filtered = new double[source.Length];
        var middle = _rows[_half];
        if (_edge != EdgeModes.Interpolate)
        {
            Convolve(EdgeModes.Extend(source, _half, _edge), middle, filtered);
            return filtered;
        }

        var window = middle.Length;
        Convolve(source, middle, filtered.AsSpan(_half, source.Length - window + 1));
        for (var i = 0; i < _half; i++)
        {
            filtered[i] = Dot(_rows[i], source[..window]);
            filtered[^(i + 1)] = Dot(_rows[window - 1 - i], source[^window..]);
        }

        return filtered;
    }

    [System.Runtime.CompilerServices.MethodImpl(HotPath.Compiled)]
    private static void Convolve(ReadOnlySpan<double> source, double[] weights, Span<double> filtered)
    {
        for (var i = 0; i < filtered.Length; i++)
            filtered[i] = Dot(weights, source.Slice(i, weights.Length));
    }

    private static double Dot(double[] weights, ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (var j = 0; j < weights.Length && j < values.Length; j++)
            sum += weights[j] * values[j];
        return sum;
    }
}
