namespace SpectralAnalyzer.Core.Tests.Methods;

/// <summary>A few steps of each kind of parameter, of which only crop does something.</summary>
internal sealed class MadeUpSteps : ISpectralProcessing
{
    public IReadOnlyList<ProcessingStepInfo> Steps { get; } =
    [
        Info("crop", null, Parameter("ranges", StepParameterType.Ranges)),
        Info("smooth", "savitzky-golay", Whole("window", 9.0, 3), Whole("order", 2.0, 0)),
        Info("smooth", "moving-average", Whole("window", null, 3)),
        Info("smooth", "median", Whole("window", null, 3)),
        Info("background", "airpls", Parameter("lambda", StepParameterType.Number, 1e5)),
        Info("background", "rubber-band"),
        Info("normalize", "snv"),
        Info("subtract", null, Parameter("file", StepParameterType.SpectrumFile)),
    ];

    public SpectralStep CreateStep(string name, object? value)
    {
        var stated = value as Dictionary<string, object> ?? [];
        stated.TryGetValue("kind", out var kind);
        var info = Steps.First(s => s.Name == name && s.Kind == kind?.ToString());
        var all = new Dictionary<string, object>(stated);
        foreach (var parameter in info.Parameters.Where(p => p.Default is not null))
            all.TryAdd(parameter.Name, parameter.Default!);
        if (stated.TryGetValue("ranges", out var ranges))
            all["ranges"] = ((double[][])ranges).Select(r => new SpectralRange(r[0], r[1])).ToArray();
        return new SpectralStep { Name = name, Parameters = all };
    }

    public Func<Spectrum, Spectrum> Start(
        IReadOnlyList<SpectralStep> steps, Spectrum? reference, string folder, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            if (step.Parameters.TryGetValue("window", out var window) && (double)window % 2 == 0)
            {
                throw new SpectralException(
                    SpectralErrorIds.InvalidStepParameter, SpectralErrorCategory.InvalidArgument, "even");
            }
        }

        return spectrum => steps.Aggregate(spectrum, Apply);
    }

    public Spectrum Merge(IReadOnlyList<Spectrum> replicates, MergeStatistic statistic) => throw new NotSupportedException();

    private static Spectrum Apply(Spectrum spectrum, SpectralStep step)
    {
        if (step.Name != "crop")
            throw new SpectralException("NotMade", SpectralErrorCategory.InvalidData, "Only crop does something.");
        var range = ((IReadOnlyList<SpectralRange>)step.Parameters["ranges"])[0];
        var kept = spectrum.X.Zip(spectrum.Y).Where(p => range.Contains(p.First)).ToArray();
        return Spectrum.FromSource([.. kept.Select(p => p.First)], [.. kept.Select(p => p.Second)]);
    }

    private static ProcessingStepInfo Info(string name, string? kind, params StepParameterInfo[] parameters) =>
        new() { Name = name, Kind = kind, Summary = name, Formula = "", Source = "", Parameters = parameters };

    private static StepParameterInfo Parameter(string name, StepParameterType type, object? byDefault = null) =>
        new() { Name = name, Type = type, Summary = name, Default = byDefault };

    private static StepParameterInfo Whole(string name, object? byDefault, double least) =>
        new() { Name = name, Type = StepParameterType.Integer, Summary = name, Default = byDefault, Minimum = least };
}
