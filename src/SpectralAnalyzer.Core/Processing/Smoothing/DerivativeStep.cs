namespace SpectralAnalyzer.Core.Processing.Smoothing;

/// <summary>The first or second derivative by Savitzky and Golay.</summary>
internal sealed class DerivativeStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "derivative",
        Summary = "Takes the first or second derivative with respect to x, of the polynomial that fits the window of each point.",
        Formula = "y'ᵢ = dᵈpᵢ/dxᵈ at xᵢ, pᵢ: polynomial of the order through the window of i; per unit of x, rising x",
        Source = "Savitzky, Golay, Anal. Chem. 36 (1964) 1627",
        Parameters =
        [
            Parameter.Integer("derivative", "1 for the first, 2 for the second derivative.", 1, 1, 2),
            Windows.Window(9),
            Parameter.Integer("order", "The order of the polynomial.", 2, 1, 12),
            SavitzkyGolay.Edge,
        ],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var half = Windows.Half(Info, parameters);
        var order = parameters.Integer("order");
        var derivative = parameters.Integer("derivative");
        if (order > 2 * half)
            throw StepErrors.Invalid(Info, "the order must be less than the number of points of the window.");
        if (order < derivative)
            throw StepErrors.Invalid(Info, "the order must be at least that of the derivative.");
        var filter = new SavitzkyGolay(half, order, derivative, parameters.Text("edge"));
        return spectrum =>
        {
            Windows.Fits(Info, spectrum, half);
            var step = StepErrors.EvenStep(Info, spectrum);
            var y = filter.Apply(StepErrors.Complete(Info, spectrum));
            for (var i = 0; i < y.Length; i++)
                y[i] /= derivative == 1 ? step : step * step;
            var name = derivative == 1 ? "first derivative" : "second derivative";
            return spectrum.WithOrdinates(y, StepOrdinates.Normalized(spectrum.Ordinate, name));
        };
    }
}
