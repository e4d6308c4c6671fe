namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>Asymmetrically reweighted penalized least squares.</summary>
internal sealed class ArPlsStep : IProcessingStep
{
    // for points below the background that all lie as deep
    private const double Smallest = 1e-300;

    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "background",
        Kind = "arpls",
        Summary = "Asymmetrically reweighted penalized least squares: points within the noise about the background weigh fully, "
            + "those above it nothing. It works along the points.",
        Formula = "min Σ wᵢ(yᵢ − zᵢ)² + λ Σ(Δ²zᵢ)²; d = y − z, m and s of the dᵢ < 0; wᵢ = 1 ÷ (1 + exp(2(dᵢ − (2s − m)) ÷ s)); "
            + "until ‖w′ − w‖ ÷ ‖w‖ < tolerance",
        Source = "Baek, Park, Ahn, Choo, Analyst 140 (2015) 250",
        Parameters = [WhittakerBackground.Lambda(1e5), WhittakerBackground.Tolerance, WhittakerBackground.Iterations],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var background = new WhittakerBackground(Info, parameters);
        return spectrum => background.Subtract(spectrum, Reweight);
    }

    private static double Reweight(int iteration, ReadOnlySpan<double> y, double[] z, double[] weights, double[] next)
    {
        double sum = 0;
        var count = 0;
        for (var i = 0; i < next.Length; i++)
        {
            var d = y[i] - z[i];
            if (!(d < 0))
                continue;
            sum += d;
            count++;
        }

        if (count < 2)
            return 0;
        var mean = sum / count;
        double squares = 0;
        for (var i = 0; i < next.Length; i++)
        {
            var d = y[i] - z[i];
            if (d < 0)
                squares += (d - mean) * (d - mean);
        }

        var deviation = Math.Max(Math.Sqrt(squares / (count - 1)), Smallest);
        for (var i = 0; i < next.Length; i++)
            next[i] = 1 / (1 + Math.Exp(2 / deviation * (y[i] - z[i] - ((2 * deviation) - mean))));
        return WhittakerBackground.Change(weights, next);
    }
}
