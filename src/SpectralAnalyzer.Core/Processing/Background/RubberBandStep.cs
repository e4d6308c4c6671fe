namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>The lower convex hull.</summary>
internal sealed class RubberBandStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "background",
        Kind = "rubberband",
        Summary = "A rubber band around the spectrum from below: its lower convex hull.",
        Formula = "z = lower convex hull of the points (xᵢ, yᵢ)",
        Source = "Andrew, Inf. Process. Lett. 9 (1979) 216 (monotone chain)",
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context) => spectrum =>
    {
        StepErrors.BandsPointUp(Info, spectrum);
        var y = StepErrors.Complete(Info, spectrum);
        var x = spectrum.Abscissae.Span;
        var hull = LowerHull(x, y);
        var background = new double[x.Length];
        var k = 0;
        for (var i = 0; i < x.Length; i++)
        {
            while (k + 1 < hull.Count && x[i] > x[hull[k + 1]])
                k++;
            int left = hull[k], right = hull[Math.Min(k + 1, hull.Count - 1)];
            background[i] = x[right] == x[left]
                ? y[left]
                : y[left] + ((y[right] - y[left]) * ((x[i] - x[left]) / (x[right] - x[left])));
        }

        return Corrected.By(spectrum, background);
    };

    private static List<int> LowerHull(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var hull = new List<int>();
        for (var i = 0; i < x.Length; i++)
        {
            // of several points at one x the lowest counts
            if (hull.Count > 0 && x[hull[^1]] == x[i])
            {
                if (y[hull[^1]] <= y[i])
                    continue;
                hull.RemoveAt(hull.Count - 1);
            }

            while (hull.Count > 1 && !TurnsUp(x, y, hull[^2], hull[^1], i))
                hull.RemoveAt(hull.Count - 1);
            hull.Add(i);
        }

        return hull;
    }

    private static bool TurnsUp(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int a, int b, int c) =>
        ((x[b] - x[a]) * (y[c] - y[a])) - ((y[b] - y[a]) * (x[c] - x[a])) > 0;
}
