namespace SpectralAnalyzer.Core.Processing.Scaling;

/// <summary>Divides by the value at an x.</summary>
internal sealed class HeightStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "normalize",
        Kind = "height",
        Summary = "Divides y by the height of a band: the value at an x, from straight lines between the points.",
        Formula = "y' = y ÷ y(x₀)",
        Source = "–",
        Parameters = [Parameter.Number("at", "The x of the band, in the unit of the spectrum.")],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var at = parameters.Number("at");
        return spectrum =>
        {
            var height = StepSpectrum.At(spectrum, [at], ResamplingMethod.Linear)[0];
            if (double.IsNaN(height))
            {
                throw StepErrors.NotApplicable(Info, Invariant(
                    $"there is no value at x = {at}; the spectrum goes from {spectrum.XMin} to {spectrum.XMax}."));
            }

            return Divided.By(Info, spectrum, height, Invariant($"the height at {at}"), Invariant($"height at {at} = 1"));
        };
    }
}
