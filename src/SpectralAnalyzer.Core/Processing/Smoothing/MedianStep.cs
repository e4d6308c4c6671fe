namespace SpectralAnalyzer.Core.Processing.Smoothing;

/// <summary>The median of a window.</summary>
internal sealed class MedianStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "smooth",
        Kind = "median",
        Summary = "Takes at each point the median of the points of its window.",
        Formula = "y'ᵢ = median of yⱼ, j in the window of i",
        Source = "Tukey, Exploratory Data Analysis (1977), ch. 7",
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
            return spectrum.WithOrdinates(Medians(extended, half, spectrum.Count), spectrum.Ordinate);
        };
    }

    // the window is kept sorted: one value leaves it and one enters
    private static double[] Medians(double[] extended, int half, int count)
    {
        var window = extended[..((2 * half) + 1)];
        Array.Sort(window);
        var medians = new double[count];
        medians[0] = window[half];
        for (var i = 1; i < count; i++)
        {
            var leaving = Array.BinarySearch(window, extended[i - 1]);
            var entering = extended[i + (2 * half)];
            var at = leaving;
            for (; at + 1 < window.Length && window[at + 1] < entering; at++)
                window[at] = window[at + 1];
            for (; at > 0 && window[at - 1] > entering; at--)
                window[at] = window[at - 1];
            window[at] = entering;
            medians[i] = window[half];
        }

        return medians;
    }
}
