namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>The modified polynomial fit.</summary>
internal sealed class ModPolyStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "background",
        Kind = "modpoly",
        Summary = "Modified polynomial fit: what lies above the fit is cut off, and fitted again.",
        Formula = "y ← min(y, z), z ← polynomial fit of y; until ‖z′ − z‖ ÷ ‖z‖ < tolerance",
        Source = "Lieber, Mahadevan-Jansen, Appl. Spectrosc. 57 (2003) 1363",
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
            var basis = PolynomialBackground.Basis(Info, spectrum, weights, order);
            double[] fit = new double[y.Length], next = new double[y.Length];
            OrthogonalPolynomials.Fit(basis, weights, y, fit);
            for (var iteration = 1; iteration <= iterations; iteration++)
            {
                for (var i = 0; i < y.Length; i++)
                    y[i] = Math.Min(y[i], fit[i]);
                OrthogonalPolynomials.Fit(basis, weights, y, next);
                var change = WhittakerBackground.Change(fit, next);
                (fit, next) = (next, fit);
                if (change < tolerance)
                    return Corrected.By(spectrum, fit);
            }

            throw WhittakerBackground.NotConverged(Info, iterations);
        };
    }
}
