using System.Collections;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Processing;

/// <summary>Prepares spectra step by step.</summary>
/// <param name="reader">Reads the spectra of other files that steps name.</param>
public sealed class SpectralProcessing(SpectrumReader reader) : ISpectralProcessing
{
    /// <inheritdoc/>
    public IReadOnlyList<ProcessingStepInfo> Steps { get; } = [.. ProcessingSteps.All.Select(step => step.Info)];

    /// <inheritdoc/>
    public SpectralStep CreateStep(string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        var kinds = Steps.Where(step => step.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (kinds.Length == 0)
        {
            throw new SpectralException(
                SpectralErrorIds.UnknownStep, SpectralErrorCategory.InvalidArgument, $"There is no step '{name}'.",
                NearestWord.Advise(name, [.. Steps.Select(step => step.Name).Distinct()]).TrimStart());
        }

        var stated = AsTable(value);
        ProcessingStepInfo info;
        if (kinds[0].Kind is null)
        {
            info = kinds[0];
            stated ??= value is null ? [] : [new(BareParameter(info), value)];
        }
        else
        {
            stated ??= value is null ? [] : [new(ProcessingSteps.Kind, value)];
            info = ProcessingSteps.ChooseKind(kinds, stated);
            stated.RemoveAll(IsKind);
        }

        return new SpectralStep { Name = info.Name, Parameters = new ParameterReader(info).Read(stated) };
    }

    /// <inheritdoc/>
    public Func<Spectrum, Spectrum> Start(
        IReadOnlyList<SpectralStep> steps, Spectrum? reference, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(folder);
        var functions = new List<Func<Spectrum, Spectrum>>();
        var prepared = 0;
        var context = new StepContext(
            GetReference, (path, series) => ReadOne(Path.GetFullPath(path, folder), series));
        foreach (var step in steps)
            functions.Add(ProcessingSteps.Find(step).Create(new StepParameters(step.Parameters), context));
        return spectrum =>
        {
            ArgumentNullException.ThrowIfNull(spectrum);
            var history = spectrum.History;
            foreach (var apply in functions)
            {
                cancellationToken.ThrowIfCancellationRequested();
                spectrum = apply(spectrum);
            }

            return functions.Count == 0 ? spectrum : spectrum.WithHistory([.. history, .. steps]);
        };

        Spectrum? GetReference()
        {
            for (; reference is not null && prepared < functions.Count; prepared++)
                reference = functions[prepared](reference);
            return reference;
        }

        Spectrum ReadOne(string path, string? series)
        {
            try
            {
                return StepSpectrum.Choose(reader.Read(path, ReadOptions.Default, cancellationToken), path, series);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new SpectralException(ExceptionMapper.ToError(e, BatchStage.Loading), e);
            }
        }
    }

    /// <inheritdoc/>
    public Spectrum Merge(IReadOnlyList<Spectrum> replicates, MergeStatistic statistic, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(replicates);
        return Replicates.Merge(replicates, statistic, name);
    }

    private static bool IsKind(KeyValuePair<string, object?> pair) =>
        pair.Key.Equals(ProcessingSteps.Kind, StringComparison.OrdinalIgnoreCase);

    private static string BareParameter(ProcessingStepInfo info) => info.Parameters.Count > 0
        ? info.Parameters[0].Name
        : throw StepErrors.Invalid(info, "it takes no value.");

    private static List<KeyValuePair<string, object?>>? AsTable(object? value) => value switch
    {
        IDictionary table => [.. table.Keys.Cast<object>()
            .Select(key => new KeyValuePair<string, object?>(key.ToString() ?? "", table[key]))],
        IEnumerable<KeyValuePair<string, object?>> table => [.. table],
        _ => null,
    };
}
