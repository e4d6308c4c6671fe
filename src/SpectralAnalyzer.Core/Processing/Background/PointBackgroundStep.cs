namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>The value at a point.</summary>
internal sealed class PointBackgroundStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "background",
        Kind = "offset",
        Summary = "A constant: the value at an x that is free of bands, from straight lines between the points.",
        Formula = "z = y(x₀)",
        Source = "–",
        Parameters = [Parameter.Number("at", "The x, in the unit of the spectrum.")],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        double[] at = [parameters.Number("at")];
        return spectrum =>
        {
            var background = new double[spectrum.Count];
            Array.Fill(background, PointValues.At(Info, spectrum, at)[0]);
            return Corrected.By(spectrum, background);
        };
    }
}
