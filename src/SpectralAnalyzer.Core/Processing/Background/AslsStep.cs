namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>Asymmetric least squares.</summary>
internal sealed class AslsStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "background",
        Kind = "asls",
        Summary = "Asymmetric least squares: a smooth curve on which points above weigh little. It works along the points.",
        Formula = "min Σ wᵢ(yᵢ − zᵢ)² + λ Σ(Δ²zᵢ)²; wᵢ = p where yᵢ > zᵢ, else 1 − p; until ‖w′ − w‖ ÷ ‖w‖ < tolerance",
        Source = "Eilers, Anal. Chem. 76 (2004) 404; Eilers, Boelens, Leiden Univ. Medical Centre Report (2005)",
        Parameters =
        [
            WhittakerBackground.Lambda(1e6),
            Parameter.Number("p", "The weight of points above the background.", 0.01, 1e-6, 0.999_999),
            WhittakerBackground.Tolerance,
            WhittakerBackground.Iterations,
        ],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var background = new WhittakerBackground(Info, parameters);
        var p = parameters.Number("p");
        return spectrum => background.Subtract(spectrum, (_, y, z, weights, next) =>
        {
            for (var i = 0; i < next.Length; i++)
                next[i] = y[i] > z[i] ? p : 1 - p;
            return WhittakerBackground.Change(weights, next);
        });
    }
}
