namespace SpectralAnalyzer.Core.Processing.Scaling;

/// <summary>Multiplies by a constant.</summary>
internal sealed class ScaleStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "scale",
        Summary = "Multiplies y by a constant, such as a dilution or the ratio of path lengths.",
        Formula = "y' = factor · y",
        Source = "–",
        Parameters = [Parameter.Number("factor", "The factor.")],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var factor = parameters.Number("factor");
        return spectrum => spectrum.WithOrdinates(
            Array.ConvertAll(spectrum.Ordinates.ToArray(), y => y * factor), spectrum.Ordinate);
    }
}
