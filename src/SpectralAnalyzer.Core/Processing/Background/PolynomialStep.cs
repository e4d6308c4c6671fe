namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>A polynomial through the spectrum, or through ranges of it.</summary>
internal sealed class PolynomialStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "background",
        Kind = "polynomial",
        Summary = "The polynomial that fits the spectrum by least squares, in ranges that are free of bands or as a whole.",
        Formula = "z = polynomial of the order with the least Σ(yᵢ − z(xᵢ))², xᵢ in the ranges",
        Source = "least squares",
        Parameters =
        [
            PolynomialBackground.Order,
            Parameter.Ranges("ranges", "The ranges of x that are fitted; left out, all of it.", isOptional: true),
        ],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var order = parameters.Integer("order");
        var ranges = parameters.Has("ranges") ? parameters.Ranges("ranges") : null;
        return spectrum =>
        {
            var y = StepErrors.Complete(Info, spectrum);
            var weights = Array.ConvertAll(
                spectrum.Abscissae.ToArray(), x => ranges is null || ranges.Any(range => range.Contains(x)) ? 1.0 : 0);
            var basis = PolynomialBackground.Basis(Info, spectrum, weights, order);
            var background = new double[y.Length];
            OrthogonalPolynomials.Fit(basis, weights, y, background);
            return Corrected.By(spectrum, background);
        };
    }
}
