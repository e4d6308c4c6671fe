namespace SpectralAnalyzer.Core.Models;

/// <summary>What the numbers of a model have to be: as many as they belong together, finite, and those above 0 above 0.</summary>
internal static class ModelRules
{
    /// <summary>Checks a model, which a file or a person may have made.</summary>
    /// <exception cref="SpectralException"><c>InvalidModel</c>: the first fault.</exception>
    internal static void Check(SpectralModel model)
    {
        if (FindFault(model) is { } fault)
        {
            throw new SpectralException(
                SpectralErrorIds.InvalidModel, SpectralErrorCategory.InvalidData,
                $"The model '{model.Name}' is not valid: {fault}", "Learn it again with New-SpectralModel.");
        }
    }

    private static string? FindFault(SpectralModel model)
    {
        var (points, components) = (model.X.Count, model.Components);
        if (points < 3)
            return Invariant($"it has {points} points.");
        if (components < 1 || components > model.Samples.Count - 2)
            return Invariant($"{components} components do not go with {model.Samples.Count} spectra.");
        foreach (var (name, values) in new[] { ("x", model.X), ("mean", model.Mean), ("scale", model.Scale) })
        {
            if (FaultOf(name, values, points) is { } fault)
                return fault;
        }

        if (Rises(model.X) is false)
            return "x does not rise.";
        if (model.Scale.Any(s => s <= 0))
            return "scale has a value that is not above 0.";
        if (model.Weights.Count != components || model.Loadings.Count != components)
            return Invariant($"{model.Weights.Count} weights and {model.Loadings.Count} loadings for {components} components.");
        foreach (var values in model.Weights.Concat(model.Loadings))
        {
            if (FaultOf("a component", values, points) is { } fault)
                return fault;
        }

        if (FaultOf("scoreVariances", model.ScoreVariances, components) is { } ofVariances)
            return ofVariances;
        if (model.ScoreVariances.Any(v => v <= 0))
            return "scoreVariances has a value that is not above 0.";
        if (!(model.Limits.T2 > 0) || !(model.Limits.CalibrationT2 > 0) || model.Limits.Q <= 0
            || double.IsInfinity(model.Limits.T2) || double.IsInfinity(model.Limits.Q))
            return "a limit is not a number above 0.";
        if (model.Confidence is not (> 0.5 and < 1))
            return Invariant($"the confidence {model.Confidence} is not above 0.5 and below 1.");
        if (model.Samples.Any(s => s.Scores.Count != components || !s.Scores.All(double.IsFinite)))
            return Invariant($"a spectrum has not {components} finite scores.");
        if (model.Kind == ModelKind.PartialLeastSquares != model.Regression is not null)
            return "the regression does not go with the kind.";
        if (model.Regression is not { } regression)
            return null;
        if (components > model.Samples.Count - 2
            || !double.IsFinite(regression.Mean) || !double.IsFinite(regression.StandardError) || regression.StandardError < 0)
            return "the regression has a mean or an error that is no finite number.";
        return FaultOf("coefficients", regression.Coefficients, components);
    }

    private static string? FaultOf(string name, IReadOnlyList<double> values, int count) =>
        values.Count != count ? Invariant($"{name} has {values.Count} values, not {count}.")
        : values.All(double.IsFinite) ? null
        : $"{name} has a value that is not a finite number.";

    private static bool Rises(IReadOnlyList<double> values)
    {
        for (var i = 1; i < values.Count; i++)
        {
            if (values[i] <= values[i - 1])
                return false;
        }

        return true;
    }
}
