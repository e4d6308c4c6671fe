namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>Straight lines through points of the spectrum.</summary>
internal sealed class LineStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "background",
        Kind = "line",
        Summary = "Straight lines through the spectrum at stated x; outside of them the first and the last line go on.",
        Formula = "z = line through (xₖ, y(xₖ)) and (xₖ₊₁, y(xₖ₊₁)) at x between them",
        Source = "–",
        Parameters = [Parameter.Numbers("points", "Two or more x that are free of bands, in the unit of the spectrum.")],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        double[] points = [.. parameters.Numbers("points").Distinct().Order()];
        if (points.Length < 2)
            throw StepErrors.Invalid(Info, "two different 'points' are needed at least.");
        return spectrum =>
        {
            var values = PointValues.At(Info, spectrum, points);
            var x = spectrum.Abscissae.Span;
            var background = new double[x.Length];
            var k = 0;
            for (var i = 0; i < x.Length; i++)
            {
                while (k < points.Length - 2 && x[i] > points[k + 1])
                    k++;
                background[i] = values[k] + ((values[k + 1] - values[k]) * ((x[i] - points[k]) / (points[k + 1] - points[k])));
            }

            return Corrected.By(spectrum, background);
        };
    }
}
