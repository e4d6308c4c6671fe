namespace SpectralAnalyzer.Core.Processing.Points;

/// <summary>Removes spikes of cosmic rays.</summary>
internal sealed class DespikeStep : IProcessingStep
{
    // makes of the median absolute deviation of a normal distribution its standard deviation
    private const double NormalScore = 0.6745;

    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "despike",
        Summary = "Replaces spikes, as of cosmic rays, with the mean of the points beside them that are none.",
        Formula = "dᵢ = yᵢ − yᵢ₋₁, M = median of d; zᵢ = 0.6745 (dᵢ − M) ÷ median |d − M|; where |zᵢ| > threshold, "
            + "y'ᵢ = mean of the yⱼ with |zⱼ| ≤ threshold, |j − i| ≤ m",
        Source = "Whitaker, Hayes, Chemom. Intell. Lab. Syst. 179 (2018) 82",
        Parameters =
        [
            Parameter.Number("threshold", "The modified z score from which a point is a spike.", 7, 1e-3),
            Parameter.Integer("neighbors", "The number m of points on either side whose mean is taken.", 3, 1, 1000),
        ],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var threshold = parameters.Number("threshold");
        var neighbors = parameters.Integer("neighbors");
        return spectrum =>
        {
            StepErrors.AtLeast(Info, spectrum, 5, "it");
            var y = StepErrors.Complete(Info, spectrum);
            var differences = new double[y.Length - 1];
            for (var i = 0; i < differences.Length; i++)
                differences[i] = y[i + 1] - y[i];
            var median = Median((double[])differences.Clone());
            var deviation = Median(Array.ConvertAll(differences, d => Math.Abs(d - median)));
            if (deviation == 0)
            {
                throw StepErrors.NotApplicable(
                    Info, "most neighboring points differ by the same: there is no noise to measure by.");
            }

            var isSpike = new bool[y.Length];
            for (var i = 1; i < y.Length; i++)
                isSpike[i] = Math.Abs(NormalScore * (differences[i - 1] - median) / deviation) > threshold;
            return spectrum.WithOrdinates(Replace(spectrum, y, isSpike, neighbors), spectrum.Ordinate);
        };
    }

    private double[] Replace(Spectrum spectrum, ReadOnlySpan<double> y, bool[] isSpike, int neighbors)
    {
        var replaced = y.ToArray();
        for (var i = 0; i < y.Length; i++)
        {
            if (!isSpike[i])
                continue;
            double sum = 0;
            var count = 0;
            for (var j = Math.Max(0, i - neighbors); j <= Math.Min(y.Length - 1, i + neighbors); j++)
            {
                if (isSpike[j])
                    continue;
                sum += y[j];
                count++;
            }

            replaced[i] = count > 0 ? sum / count : throw StepErrors.NotApplicable(
                Info, Invariant($"a spike at x = {spectrum.Abscissae.Span[i]} has no points beside it that are none."),
                "Raise 'neighbors' or 'threshold'.");
        }

        return replaced;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
