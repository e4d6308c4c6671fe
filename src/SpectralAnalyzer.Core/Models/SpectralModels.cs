namespace SpectralAnalyzer.Core.Models;

/// <summary>Learns models of good spectra, keeps them in files, and measures spectra by them.</summary>
/// <param name="processing">The steps that prepare spectra.</param>
internal sealed class SpectralModels(ISpectralProcessing processing) : ISpectralModels
{
    private readonly ModelFile _file = new(processing);

    public SpectralModel Learn(IReadOnlyList<Spectrum> spectra, ModelOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spectra);
        ArgumentNullException.ThrowIfNull(options);
        var prepare = StartSteps(options.Method?.Steps ?? [], cancellationToken);
        return ModelLearner.Learn(spectra, prepare, options, cancellationToken);
    }

    public Func<Spectrum, SpectralModelResult> StartMeasuring(
        SpectralModel model, bool includeResidual, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelRules.Check(model);
        return new ModelMeasurement(model, StartSteps(model.Steps, cancellationToken), includeResidual).Measure;
    }

    public SpectralModel Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _file.Read(path);
    }

    public SpectralModel Write(SpectralModel model, string path, bool overwrite)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(path);
        ModelRules.Check(model);
        _file.Write(model, path, overwrite);
        return model with { Path = path };
    }

    // a model is one file, so that it can be sent: steps that need another file cannot be a part of it
    private Func<Spectrum, Spectrum> StartSteps(IReadOnlyList<SpectralStep> steps, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            var kind = step.Parameters.GetValueOrDefault("kind") as string;
            var info = processing.Steps.FirstOrDefault(i => i.Name == step.Name && i.Kind == kind);
            var files = info?.Parameters.Where(p => p.Type == StepParameterType.SpectrumFile) ?? [];
            if (files.Any(p => step.Parameters.ContainsKey(p.Name)))
            {
                throw new SpectralException(
                    SpectralErrorIds.InvalidModelOption, SpectralErrorCategory.InvalidArgument,
                    $"The step '{step}' reads another file, which a model cannot contain.",
                    "Apply it with Edit-Spectrum before the model, in learning and in measuring.");
            }
        }

        return processing.Start(steps, reference: null, Path.GetTempPath(), cancellationToken);
    }
}
