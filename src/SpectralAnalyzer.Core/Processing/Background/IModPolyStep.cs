namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>The improved modified polynomial fit.</summary>
internal sealed class IModPolyStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "background",
        Kind = "imodpoly",
        Summary = "Improved modified polynomial fit: as modpoly, with room for the noise and without high bands.",
        Formula = "s = deviation of y − z; points with y > z + s of the first fit are left out; then y ← min(y, z + s), "
            + "z ← polynomial fit of y; until |s′ − s| ÷ s′ < tolerance",
        Source = "Zhao, Lui, McLean, Zeng, Appl. Spectrosc. 61 (2007) 1225",
        Parameters = [PolynomialBackground.Order, PolynomialBackground.Tolerance, PolynomialBackground.Iterations],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var order = parameters.Integer("order");
        var tolerance = parameters.Number("tolerance");
        var iterations = parameters.Integer("iterations");
        return spectrum =>
        {
            StepErrors.BandsPointUp(Info, spectrum);
            var y = StepErrors.Complete(Info, spectrum).ToArray();
            var weights = PolynomialBackground.Ones(y.Length);
            var fit = new double[y.Length];
            OrthogonalPolynomials.Fit(PolynomialBackground.Basis(Info, spectrum, weights, order), weights, y, fit);
            var deviation = PolynomialBackground.Deviation(y, fit);
            for (var i = 0; i < y.Length; i++)
                weights[i] = fit[i] + deviation < y[i] ? 0 : 1;
            var basis = PolynomialBackground.Basis(Info, spectrum, weights, order);
            for (var iteration = 1; iteration <= iterations; iteration++)
            {
                for (var i = 0; i < y.Length; i++)
                    y[i] = Math.Min(y[i], fit[i] + deviation);
                OrthogonalPolynomials.Fit(basis, weights, y, fit);
                var next = PolynomialBackground.Deviation(y, fit);
                if (Math.Abs(next - deviation) <= tolerance * next)
                    return Corrected.By(spectrum, fit);
                deviation = next;
            }

            throw WhittakerBackground.NotConverged(Info, iterations);
        };
    }
}
