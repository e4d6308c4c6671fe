using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>Adaptive iteratively reweighted penalized least squares.</summary>
internal sealed class AirPlsStep : IProcessingStep
{
    // the iteration from which the exponent grows no more, and the largest exponent whose power is a number
    private const int LastIteration = 50;
    private const double LargestExponent = 709.782_712_893_383_9;

    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "background",
        Kind = "airpls",
        Summary = "Adaptive iteratively reweighted penalized least squares: points above the background weigh nothing, the "
            + "others the more the further they lie below it. It works along the points.",
        Formula = "min Σ wᵢ(yᵢ − zᵢ)² + λ Σ(Δ²zᵢ)²; d = y − z; wᵢ = 0 where dᵢ ≥ 0, else exp(t·|dᵢ| ÷ Σ|d⁻|), t: iteration, "
            + "at most 50; until Σ|d⁻| ÷ Σ|y| < tolerance",
        Source = "Zhang, Chen, Liang, Analyst 135 (2010) 1138",
        Parameters = [WhittakerBackground.Lambda(1e6), WhittakerBackground.Tolerance, WhittakerBackground.Iterations],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var background = new WhittakerBackground(Info, parameters);
        return spectrum => background.Subtract(spectrum, Reweight);
    }

    [MethodImpl(HotPath.Compiled)]
    private static double Reweight(int iteration, ReadOnlySpan<double> y, double[] z, double[] weights, double[] next)
    {
        double below = 0, norm = 0;
        var count = 0;
        for (var i = 0; i < next.Length; i++)
        {
            var d = y[i] - z[i];
            norm += Math.Abs(y[i]);
            next[i] = 0;
            if (!(d < 0))
                continue;
            below -= d;
            next[i] = -d;
            count++;
        }

        // a single point below the background says nothing of it
        if (count < 2 || below < double.Epsilon)
            return 0;
        var factor = Math.Min(iteration, LastIteration) / below;
        for (var i = 0; i < next.Length; i++)
        {
            if (next[i] > 0)
                next[i] = Math.Exp(Math.Min(factor * next[i], LargestExponent));
        }

        return below / norm;
    }
}
