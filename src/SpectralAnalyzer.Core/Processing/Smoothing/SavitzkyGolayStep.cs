namespace SpectralAnalyzer.Core.Processing.Smoothing;

/// <summary>Smooths by Savitzky and Golay.</summary>
internal sealed class SavitzkyGolayStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "smooth",
        Kind = "savitzky-golay",
        Summary = "Takes at each point the polynomial that fits its window by least squares.",
        Formula = "y'ᵢ = pᵢ(xᵢ), pᵢ: polynomial of the order through the window of i",
        Source = "Savitzky, Golay, Anal. Chem. 36 (1964) 1627",
        Parameters =
        [
            Windows.Window(9),
            Parameter.Integer("order", "The order of the polynomial.", 2, 0, 12),
            SavitzkyGolay.Edge,
        ],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var half = Windows.Half(Info, parameters);
        var order = parameters.Integer("order");
        if (order > 2 * half)
            throw StepErrors.Invalid(Info, "the order must be less than the number of points of the window.");
        var filter = new SavitzkyGolay(half, order, derivative: 0, parameters.Text("edge"));
        return spectrum =>
        {
            Windows.Fits(Info, spectrum, half);
            StepErrors.EvenStep(Info, spectrum);
            return spectrum.WithOrdinates(filter.Apply(StepErrors.Complete(Info, spectrum)), spectrum.Ordinate);
        };
    }
}
