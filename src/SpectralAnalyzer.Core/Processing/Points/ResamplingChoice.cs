namespace SpectralAnalyzer.Core.Processing.Points;

/// <summary>The parameter that states how values between points are found.</summary>
internal static class ResamplingChoice
{
    private static readonly Dictionary<string, ResamplingMethod> s_methods = new()
    {
        ["linear"] = ResamplingMethod.Linear,
        ["pchip"] = ResamplingMethod.Pchip,
        ["akima"] = ResamplingMethod.Akima,
    };

    internal static StepParameterInfo Parameter { get; } = Processing.Parameter.Choice(
        "method", "How values between points are found.", "linear", [.. s_methods.Keys]);

    internal static ResamplingMethod Get(StepParameters parameters) => s_methods[parameters.Text("method")];
}
