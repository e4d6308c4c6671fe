namespace SpectralAnalyzer.Core.Processing.Scaling;

/// <summary>Divides by the area.</summary>
internal sealed class AreaStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "normalize",
        Kind = "area",
        Summary = "Divides y by the area under the curve, of all points or of those in a range.",
        Formula = "y' = y ÷ ∫ y dx, by trapezoids between the points; over the whole spectrum or the ranges",
        Source = "–",
        Parameters = [Parameter.Ranges("range", "The ranges of x whose area is taken; left out, all of it.", isOptional: true)],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var ranges = parameters.Has("range") ? parameters.Ranges("range") : null;
        return spectrum =>
        {
            StepErrors.AtLeast(Info, spectrum, 2, "it");
            var source = StepErrors.Complete(Info, spectrum);
            var x = spectrum.Abscissae.Span;
            double area = 0;
            for (var i = 1; i < x.Length; i++)
            {
                if (ranges is null || ranges.Any(r => r.Min <= spectrum.Abscissae.Span[i - 1]
                    && spectrum.Abscissae.Span[i] <= r.Max))
                    area += (x[i] - x[i - 1]) * (source[i] + source[i - 1]) / 2;
            }

            return Divided.By(Info, spectrum, area, "the area", "area = 1");
        };
    }
}
