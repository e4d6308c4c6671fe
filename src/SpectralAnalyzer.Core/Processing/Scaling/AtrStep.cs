namespace SpectralAnalyzer.Core.Processing.Scaling;

/// <summary>Corrects the depth of penetration of attenuated total reflection.</summary>
internal sealed class AtrStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "atr",
        Summary = "Corrects an ATR absorbance for the depth of penetration, which is proportional to the wavelength, so that the "
            + "ratios of bands are those of a transmission spectrum. Shifts by anomalous dispersion are not corrected.",
        Formula = "A' = A · ν̃ ÷ ν̃₀: the depth d = 1 ÷ (2π ν̃ √(n₁² sin²θ − n₂²)) relative to that at ν̃₀; "
            + "n₁, n₂ and θ cancel out",
        Source = "Harrick, Internal Reflection Spectroscopy (1967), ch. 2",
        Parameters = [Parameter.Number("at", "The wavenumber in cm⁻¹ at which the absorbance stays.", 1000, minimum: 1)],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var at = parameters.Number("at");
        return spectrum =>
        {
            if (spectrum.Ordinate.Kind != OrdinateKind.Absorbance)
            {
                throw StepErrors.NotApplicable(
                    Info, $"it needs absorbance, and y is {spectrum.Ordinate.Title}.",
                    "Add the step convert to absorbance before it.");
            }

            if (spectrum.XUnit != AxisUnit.Wavenumber)
            {
                throw StepErrors.NotApplicable(
                    Info, $"it needs wavenumbers, and x is {spectrum.Axis.Title}.", "Add the step convert to cm-1 before it.");
            }

            var x = spectrum.Abscissae.Span;
            var y = spectrum.Ordinates.ToArray();
            for (var i = 0; i < y.Length; i++)
                y[i] *= x[i] / at;
            return spectrum.WithOrdinates(y, spectrum.Ordinate);
        };
    }
}
