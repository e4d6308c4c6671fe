namespace SpectralAnalyzer.Core.Processing.Scaling;

/// <summary>Adds a constant.</summary>
internal sealed class OffsetStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "offset",
        Summary = "Adds a constant to y.",
        Formula = "y' = y + value",
        Source = "–",
        Parameters = [Parameter.Number("value", "What is added, in the unit of y.")],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var value = parameters.Number("value");
        return spectrum => spectrum.WithOrdinates(
            Array.ConvertAll(spectrum.Ordinates.ToArray(), y => y + value), spectrum.Ordinate);
    }
}
