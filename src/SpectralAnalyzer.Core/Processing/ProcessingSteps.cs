using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Processing.Background;
using SpectralAnalyzer.Core.Processing.Points;
using SpectralAnalyzer.Core.Processing.Scaling;
using SpectralAnalyzer.Core.Processing.Smoothing;

namespace SpectralAnalyzer.Core.Processing;

/// <summary>The registry of the steps, in the order of the documentation.</summary>
internal static class ProcessingSteps
{
    /// <summary>The name of the parameter that states the kind.</summary>
    internal const string Kind = "kind";

    /// <summary>Gets all steps.</summary>
    internal static IReadOnlyList<IProcessingStep> All { get; } =
    [
        new CropStep(),
        new ExcludeStep(),
        new OffsetStep(),
        new ScaleStep(),
        new ConvertStep(),
        new ResampleStep(),
        new SubtractStep(),
        new DivideStep(),
        new SavitzkyGolayStep(),
        new MovingAverageStep(),
        new MedianStep(),
        new GaussianStep(),
        new DerivativeStep(),
        new PointBackgroundStep(),
        new LineStep(),
        new PolynomialStep(),
        new ModPolyStep(),
        new IModPolyStep(),
        new RubberBandStep(),
        new AslsStep(),
        new AirPlsStep(),
        new ArPlsStep(),
        new SnipStep(),
        new DespikeStep(),
        new SnvStep(),
        new MscStep(),
        new MinMaxStep(),
        new AreaStep(),
        new VectorStep(),
        new HeightStep(),
        new AtrStep(),
        new KubelkaMunkStep(),
    ];

    /// <summary>Finds the implementation of a checked step.</summary>
    internal static IProcessingStep Find(SpectralStep step)
    {
        var kind = step.Parameters.TryGetValue(Kind, out var value) ? value as string : null;
        return All.FirstOrDefault(s => s.Info.Name == step.Name && s.Info.Kind == kind)
            ?? throw new SpectralException(
                SpectralErrorIds.UnknownStep, SpectralErrorCategory.InvalidArgument, $"There is no step '{step.Name}'.");
    }

    /// <summary>Chooses the kind that a table of parameters states.</summary>
    internal static ProcessingStepInfo ChooseKind(
        IReadOnlyList<ProcessingStepInfo> kinds, IEnumerable<KeyValuePair<string, object?>> stated)
    {
        var names = kinds.Select(k => k.Kind!).ToArray();
        var value = stated.FirstOrDefault(pair => pair.Key.Equals(Kind, StringComparison.OrdinalIgnoreCase)).Value;
        var kind = kinds.FirstOrDefault(k => k.Kind!.Equals(value as string, StringComparison.OrdinalIgnoreCase));
        return kind ?? throw new SpectralException(
            SpectralErrorIds.InvalidStepParameter, SpectralErrorCategory.InvalidArgument,
            value is null
                ? $"The step '{kinds[0].Name}' needs its kind."
                : $"The step '{kinds[0].Name}' has no kind '{value}'.",
            NearestWord.Advise(value as string ?? "", names).TrimStart());
    }
}
