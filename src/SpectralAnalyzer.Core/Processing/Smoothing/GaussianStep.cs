namespace SpectralAnalyzer.Core.Processing.Smoothing;

/// <summary>The mean with the weights of a normal distribution.</summary>
internal sealed class GaussianStep : IProcessingStep
{
    private const double CutAt = 4;

    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "smooth",
        Kind = "gaussian",
        Summary = "Takes at each point the mean with the weights of a normal distribution, cut at 4 standard deviations.",
        Formula = "y'ᵢ = Σ wⱼ yᵢ₊ⱼ ÷ Σ wⱼ, wⱼ = exp(−j² ÷ 2σ²), |j| ≤ ⌊4σ + ½⌋",
        Source = "–",
        Parameters = [Parameter.Number("sigma", "The standard deviation in points.", 2, 0.1, 10_000), Windows.Edge],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var sigma = parameters.Number("sigma");
        var edge = parameters.Text("edge");
        var half = (int)((CutAt * sigma) + 0.5);
        double[] weights = [.. Enumerable.Range(-half, (2 * half) + 1).Select(j => Math.Exp(-0.5 * j * j / (sigma * sigma)))];
        var sum = weights.Sum();
        weights = Array.ConvertAll(weights, w => w / sum);
        return spectrum =>
        {
            Windows.Fits(Info, spectrum, half);
            StepErrors.EvenStep(Info, spectrum);
            var extended = EdgeModes.Extend(StepErrors.Complete(Info, spectrum), half, edge);
            var y = new double[spectrum.Count];
            for (var i = 0; i < y.Length; i++)
            {
                for (var j = 0; j < weights.Length; j++)
                    y[i] += weights[j] * extended[i + j];
            }

            return spectrum.WithOrdinates(y, spectrum.Ordinate);
        };
    }
}
