namespace SpectralAnalyzer.Core.Processing.Scaling;

/// <summary>Brings the values to 0 … 1.</summary>
internal sealed class MinMaxStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "normalize",
        Kind = "min-max",
        Summary = "Brings the lowest y to 0 and the highest to 1.",
        Formula = "y' = (y − min) ÷ (max − min)",
        Source = "–",
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context) => spectrum =>
    {
        StepErrors.Complete(Info, spectrum);
        var y = spectrum.Ordinates.ToArray();
        double minimum = y.Min(), maximum = y.Max();
        if (!(maximum > minimum))
            throw StepErrors.NotApplicable(Info, "all values are equal.");
        for (var i = 0; i < y.Length; i++)
            y[i] = (y[i] - minimum) / (maximum - minimum);
        return spectrum.WithOrdinates(y, StepOrdinates.Normalized(spectrum.Ordinate, "min-max"));
    };
}
