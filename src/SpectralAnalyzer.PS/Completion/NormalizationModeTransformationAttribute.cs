using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Refuses the normalizations of y, such as <c>snv</c>, with the step that does them.</summary>
public sealed class NormalizationModeTransformationAttribute : WordTransformationAttribute
{
    private const string Step = "normalize";

    /// <inheritdoc/>
    protected override object? Find(object value)
    {
        if (value is not string word || Enum.TryParse<NormalizationMode>(word, ignoreCase: true, out _))
            return null;
        var kind = EngineHost.Engine.Processing.Steps.FirstOrDefault(s =>
            s.Name == Step && string.Equals(s.Kind, word.Trim(), StringComparison.OrdinalIgnoreCase))?.Kind;
        return kind is null ? null : throw new ArgumentTransformationMetadataException(
            $"-NormalizationMode is about the layout of files (Auto, Ai, Heuristic, Off) and never changes y. To normalize y, "
            + $"write the step '{Step}: {kind}' in a method (-Method), or use Edit-Spectrum @{{ {Step} = '{kind}' }}.");
    }
}
