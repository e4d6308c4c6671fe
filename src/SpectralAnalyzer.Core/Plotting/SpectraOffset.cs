namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Offsets spectra along y, so that they can be distinguished in one panel.</summary>
internal static class SpectraOffset
{
    private const int Columns = 400;

    /// <summary>Offsets each spectrum by one step more than the previous one.</summary>
    internal static IReadOnlyList<Spectrum> Apply(IReadOnlyList<Spectrum> spectra, double step) =>
        [.. spectra.Select(
            (s, i) => i == 0 ? s : s.WithOrdinates(Array.ConvertAll(s.Ordinates.ToArray(), y => y + (i * step)), s.Ordinate))];

    /// <summary>Returns a round step, so that neighbors do not cross and are a third of the largest height apart.</summary>
    internal static double Sufficient(IReadOnlyList<Spectrum> spectra, AxisScale x)
    {
        double needed = 0, height = 0;
        (double[] Low, double[] High)? before = null;
        foreach (var spectrum in spectra)
        {
            var bounds = Bounds(spectrum, x);
            double low = double.PositiveInfinity, high = double.NegativeInfinity;
            for (var i = 0; i < Columns; i++)
            {
                low = Math.Min(low, bounds.Low[i]);
                high = Math.Max(high, bounds.High[i]);
                if (before is { } below && below.High[i] > double.NegativeInfinity && bounds.Low[i] < double.PositiveInfinity)
                    needed = Math.Max(needed, below.High[i] - bounds.Low[i]);
            }

            if (low <= high)
                height = Math.Max(height, high - low);
            before = bounds;
        }

        var step = Math.Max(1.05 * needed, height / 3);
        return step > 0 ? RoundUp(step) : 1;
    }

    private static double RoundUp(double step)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(step)) - 1);
        return Math.Ceiling(step / unit) * unit;
    }

    // the lowest and the highest y in each column of the panel
    private static (double[] Low, double[] High) Bounds(Spectrum spectrum, AxisScale x)
    {
        var low = new double[Columns];
        var high = new double[Columns];
        Array.Fill(low, double.PositiveInfinity);
        Array.Fill(high, double.NegativeInfinity);
        var xs = spectrum.Abscissae.Span;
        var ys = spectrum.Ordinates.Span;
        for (var i = 0; i < xs.Length; i++)
        {
            if (xs[i] < x.Min || xs[i] > x.Max || !double.IsFinite(ys[i]))
                continue;
            var column = Math.Min(Columns - 1, (int)((xs[i] - x.Min) / (x.Max - x.Min) * Columns));
            low[column] = Math.Min(low[column], ys[i]);
            high[column] = Math.Max(high[column], ys[i]);
        }

        return (low, high);
    }
}
