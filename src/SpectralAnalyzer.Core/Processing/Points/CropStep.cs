namespace SpectralAnalyzer.Core.Processing.Points;

/// <summary>Keeps the points in one or several ranges.</summary>
internal sealed class CropStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "crop",
        Summary = "Keeps the points in one or several ranges of x.",
        Formula = "points with min ≤ x ≤ max",
        Source = "–",
        Parameters = [Parameter.Ranges("ranges", "The ranges of x, ends included.")],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var ranges = parameters.Ranges("ranges");
        return spectrum => KeptPoints.Keep(Info, spectrum, x => ranges.Any(range => range.Contains(x)));
    }
}
