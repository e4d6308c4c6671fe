namespace SpectralAnalyzer.Core.Processing.Smoothing;

/// <summary>The mean of a window.</summary>
internal sealed class MovingAverageStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "smooth",
        Kind = "moving-average",
        Summary = "Takes at each point the mean of the points of its window.",
        Formula = "y'ᵢ = Σ yⱼ ÷ w, j in the window of i",
        Source = "–",
        Parameters = [Windows.Window(5), Windows.Edge],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var half = Windows.Half(Info, parameters);
        var edge = parameters.Text("edge");
        return spectrum =>
        {
            Windows.Fits(Info, spectrum, half);
            var extended = EdgeModes.Extend(StepErrors.Complete(Info, spectrum), half, edge);
            var y = new double[spectrum.Count];
            for (var i = 0; i < y.Length; i++)
            {
                double sum = 0;
                for (var j = 0; j <= 2 * half; j++)
                    sum += extended[i + j];
                y[i] = sum / ((2 * half) + 1);
            }

            return spectrum.WithOrdinates(y, spectrum.Ordinate);
        };
    }
}
