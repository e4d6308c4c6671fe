namespace SpectralAnalyzer.Core.Reading;

/// <summary>Makes the x values that a file states by their limits, their step or a calibration.</summary>
internal static class Abscissae
{
    /// <summary>Returns evenly spaced values from <paramref name="first"/> to exactly <paramref name="last"/>.</summary>
    internal static double[] Between(double first, double last, int count)
    {
        var x = new double[count];
        for (var i = 0; i < count - 1; i++)
            x[i] = first + i * (last - first) / (count - 1);
        x[^1] = count > 1 ? last : first;
        return x;
    }

    /// <summary>
    /// Returns the values <c>first + i × step</c>; where <paramref name="last"/> is given, the last value is exactly that.
    /// </summary>
    internal static double[] Stepped(double first, double step, int count, double? last = null)
    {
        var x = new double[count];
        for (var i = 0; i < count; i++)
            x[i] = first + i * step;
        if (last is { } end)
            x[^1] = end;
        return x;
    }

    /// <summary>Returns a polynomial of the point's number: <c>Σ cₖ pᵏ</c>, with p from <paramref name="first"/> on.</summary>
    internal static double[] Polynomial(ReadOnlySpan<double> coefficients, int first, int count)
    {
        var x = new double[count];
        for (var i = 0; i < count; i++)
            x[i] = Polynomial(coefficients, first + i);
        return x;
    }

    /// <summary>Returns the value of a polynomial, its constant term first.</summary>
    internal static double Polynomial(ReadOnlySpan<double> coefficients, double p)
    {
        var value = 0.0;
        for (var k = coefficients.Length - 1; k >= 0; k--)
            value = value * p + coefficients[k];
        return value;
    }
}
