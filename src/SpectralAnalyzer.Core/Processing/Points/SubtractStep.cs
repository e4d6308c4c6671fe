namespace SpectralAnalyzer.Core.Processing.Points;

/// <summary>Subtracts another spectrum.</summary>
internal sealed class SubtractStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "subtract",
        Summary = "Subtracts another spectrum, such as a blank or a dark measurement, in the unit of the spectrum.",
        Formula = "y' = y − factor · y₂(x)",
        Source = "–",
        Parameters = [.. OtherSpectrum.Parameters, Parameter.Number("factor", "The factor of the other spectrum.", 1)],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var other = OtherSpectrum.Get(Info, parameters, context);
        var method = ResamplingChoice.Get(parameters);
        var factor = parameters.Number("factor");
        return spectrum =>
        {
            var values = OtherSpectrum.Values(Info, other, spectrum, method);
            var y = spectrum.Ordinates.Span;
            for (var i = 0; i < values.Length; i++)
                values[i] = y[i] - (factor * values[i]);
            return spectrum.WithOrdinates(values, Difference(spectrum.Ordinate));
        };
    }

    // a difference of transmittances is none; that of absorbances is one
    private static SpectralOrdinate Difference(SpectralOrdinate ordinate) => ordinate.Kind
        is OrdinateKind.Transmittance or OrdinateKind.PercentTransmittance
        or OrdinateKind.Reflectance or OrdinateKind.PercentReflectance
            ? StepOrdinates.Normalized(ordinate, "difference")
            : ordinate;
}
