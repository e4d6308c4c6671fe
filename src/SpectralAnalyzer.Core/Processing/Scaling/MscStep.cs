using SpectralAnalyzer.Core.Processing.Points;

namespace SpectralAnalyzer.Core.Processing.Scaling;

/// <summary>Multiplicative scatter correction against the reference.</summary>
internal sealed class MscStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "normalize",
        Kind = "msc",
        Summary = "Multiplicative scatter correction: offset and slope of y against the reference are taken out.",
        Formula = "y = a + b · y₀(x) by least squares; y' = (y − a) ÷ b",
        Source = "Geladi, MacDougall, Martens, Appl. Spectrosc. 39 (1985) 491",
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var reference = StepErrors.Reference(Info, context);
        return spectrum =>
        {
            StepErrors.AtLeast(Info, spectrum, 3, "it");
            var source = StepErrors.Complete(Info, spectrum);
            var values = OtherSpectrum.Values(Info, reference, spectrum, ResamplingMethod.Linear);
            double meanX = values.Average(), meanY = 0;
            foreach (var value in source)
                meanY += value / source.Length;
            double xx = 0, xy = 0;
            for (var i = 0; i < values.Length; i++)
            {
                xx += (values[i] - meanX) * (values[i] - meanX);
                xy += (values[i] - meanX) * (source[i] - meanY);
            }

            if (!(xx > 0) || xy == 0)
                throw StepErrors.NotApplicable(Info, "the spectrum does not depend on the reference: the slope is 0.");
            var slope = xy / xx;
            for (var i = 0; i < values.Length; i++)
                values[i] = meanX + ((source[i] - meanY) / slope);
            return spectrum.WithOrdinates(values, spectrum.Ordinate);
        };
    }
}
