namespace SpectralAnalyzer.Core.Processing.Points;

/// <summary>Brings a spectrum onto an even grid, or onto that of the reference.</summary>
internal sealed class ResampleStep : IProcessingStep
{
    private const int MostPoints = 10_000_000;
    private const double Rounding = 1e-9;

    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "resample",
        Summary = "Brings the spectrum onto a grid of even steps, or onto that of the reference; nothing is extrapolated.",
        Formula = "y(k · step) for all whole k within the spectrum; or y at the x of the reference",
        Source = "linear; Fritsch and Carlson, SIAM J. Numer. Anal. 17 (1980) 238; Akima, J. ACM 17 (1970) 589",
        Parameters =
        [
            Parameter.Number("step", "The step of x; left out, the grid of the reference is taken.", minimum: 1e-9,
                isOptional: true),
            ResamplingChoice.Parameter,
        ],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var method = ResamplingChoice.Get(parameters);
        if (parameters.OptionalNumber("step") is { } step)
            return spectrum => At(spectrum, Even(spectrum, step), method);
        var reference = StepErrors.Reference(Info, context);
        return spectrum =>
        {
            if (spectrum.XUnit != reference.XUnit)
            {
                throw StepErrors.NotApplicable(
                    Info, $"x of the spectrum is {spectrum.Axis.Title}, that of the reference {reference.Axis.Title}.",
                    "Add the step convert before it.");
            }

            var grid = reference.Abscissae.ToArray();
            return At(spectrum, [.. grid.Where(x => x >= spectrum.XMin && x <= spectrum.XMax).Distinct()], method);
        };
    }

    private double[] Even(Spectrum spectrum, double step)
    {
        var first = Math.Ceiling((spectrum.XMin / step) - Rounding);
        var count = Math.Floor((spectrum.XMax / step) + Rounding) - first + 1;
        if (count > MostPoints)
            throw StepErrors.NotApplicable(Info, Invariant($"a step of {step} would make more than {MostPoints} points."));
        var grid = new double[(int)Math.Max(0, count)];
        for (var k = 0; k < grid.Length; k++)
            grid[k] = Math.Clamp((first + k) * step, spectrum.XMin, spectrum.XMax);
        return grid;
    }

    private Spectrum At(Spectrum spectrum, double[] grid, ResamplingMethod method) => grid.Length > 0
        ? spectrum.WithPoints(grid, StepSpectrum.At(spectrum, grid, method))
        : throw StepErrors.NotApplicable(Info, "no point of the grid lies within the spectrum.");
}
