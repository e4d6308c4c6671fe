namespace SpectralAnalyzer.Core.Processing.Scaling;

/// <summary>Divides y by its Euclidean norm.</summary>
internal sealed class VectorStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "normalize",
        Kind = "vector",
        Summary = "Divides y by its Euclidean norm.",
        Formula = "y' = y ÷ √Σy²",
        Source = "–",
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context) => spectrum =>
    {
        double squares = 0;
        foreach (var value in StepErrors.Complete(Info, spectrum))
            squares += value * value;
        return Divided.By(Info, spectrum, Math.Sqrt(squares), "the norm", "vector");
    };
}
