namespace SpectralAnalyzer.Core.Processing.Points;

/// <summary>Removes the points in one or several ranges.</summary>
internal sealed class ExcludeStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "exclude",
        Summary = "Removes the points in one or several ranges of x.",
        Formula = "points without those with min ≤ x ≤ max",
        Source = "–",
        Parameters = [Parameter.Ranges("ranges", "The ranges of x, ends included.")],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var ranges = parameters.Ranges("ranges");
        return spectrum => KeptPoints.Keep(Info, spectrum, x => !ranges.Any(range => range.Contains(x)));
    }
}
