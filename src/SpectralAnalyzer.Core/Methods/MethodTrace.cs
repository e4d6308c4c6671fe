namespace SpectralAnalyzer.Core.Methods;

/// <summary>Applies the steps of a method one by one.</summary>
internal static class MethodTrace
{
    /// <summary>Returns what each step did; the last one has an error where it cannot be applied.</summary>
    internal static IReadOnlyList<MethodStepEffect> Run(
        ISpectralProcessing processing, SpectralMethod method, Spectrum sample, Spectrum? reference,
        CancellationToken cancellationToken)
    {
        var folder = method.Path.Length == 0 ? "" : Path.GetDirectoryName(method.Path) ?? "";
        var effects = new List<MethodStepEffect>();
        var before = sample;
        for (var i = 0; i < method.Steps.Count; i++)
        {
            var effect = new MethodStepEffect
            {
                Path = sample.Path,
                Series = sample.Series,
                Number = i + 1,
                Step = method.Steps[i],
                Before = before,
            };
            try
            {
                // all steps so far, since the reference is prepared by the steps before too
                var after = processing.Start([.. method.Steps.Take(i + 1)], reference, folder, cancellationToken)(sample);
                effects.Add(effect with { After = after });
                before = after;
            }
            catch (SpectralException e)
            {
                effects.Add(effect with { Error = e.Error });
                break;
            }
        }

        return effects;
    }
}
