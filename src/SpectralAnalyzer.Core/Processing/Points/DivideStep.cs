namespace SpectralAnalyzer.Core.Processing.Points;

/// <summary>Divides by another spectrum.</summary>
internal sealed class DivideStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "divide",
        Summary = "Divides by another spectrum, such as a reference or the response of the instrument; "
            + "where that is 0, the value is missing.",
        Formula = "y' = y ÷ y₂(x)",
        Source = "–",
        Parameters = OtherSpectrum.Parameters,
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var other = OtherSpectrum.Get(Info, parameters, context);
        var method = ResamplingChoice.Get(parameters);
        return spectrum =>
        {
            var values = OtherSpectrum.Values(Info, other, spectrum, method);
            var y = spectrum.Ordinates.Span;
            for (var i = 0; i < values.Length; i++)
                values[i] = values[i] == 0 ? double.NaN : y[i] / values[i];
            return spectrum.WithOrdinates(values, StepOrdinates.Normalized(spectrum.Ordinate, "ratio"));
        };
    }
}
