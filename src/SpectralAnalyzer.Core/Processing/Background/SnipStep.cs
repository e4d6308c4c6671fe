namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>Statistics-sensitive non-linear iterative peak clipping.</summary>
internal sealed class SnipStep : IProcessingStep
{
    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "background",
        Kind = "snip",
        Summary = "Iterative peak clipping: each point is lowered to the mean of its neighbors at growing distances. Points "
            + "nearer to an end than a distance stay in its turn. It works along the points.",
        Formula = "for p = 1 … m (or m … 1): zᵢ ← min(zᵢ, (zᵢ₋ₚ + zᵢ₊ₚ) ÷ 2)",
        Source = "Ryan, Clayton, Griffin, Sie, Cousens, Nucl. Instrum. Methods B 34 (1988) 396; "
            + "Morháč, Kliman, Matoušek, Veselský, Turzo, Nucl. Instrum. Methods A 401 (1997) 113",
        Parameters =
        [
            Parameter.Integer("halfWindow", "The largest distance m in points, half the width of a band.", 40, 1, 100_000),
            new StepParameterInfo
            {
                Name = "decreasing",
                Type = StepParameterType.Switch,
                Summary = "Whether the distance falls from m to 1, which makes the background smoother.",
                Default = false,
            },
        ],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var largest = parameters.Integer("halfWindow");
        var decreasing = parameters.Switch("decreasing");
        return spectrum =>
        {
            StepErrors.BandsPointUp(Info, spectrum);
            StepErrors.AtLeast(Info, spectrum, (2 * largest) + 1, Invariant($"a half window of {largest}"));
            var z = StepErrors.Complete(Info, spectrum).ToArray();
            var next = new double[z.Length];
            for (var turn = 1; turn <= largest; turn++)
            {
                var p = decreasing ? largest + 1 - turn : turn;
                z.CopyTo(next, 0);
                for (var i = p; i < z.Length - p; i++)
                    next[i] = Math.Min(z[i], (z[i - p] + z[i + p]) / 2);
                (z, next) = (next, z);
            }

            return Corrected.By(spectrum, z);
        };
    }
}
