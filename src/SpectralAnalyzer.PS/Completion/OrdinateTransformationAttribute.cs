using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts the words and symbols of y that files have: <c>%T</c>, <c>abs</c>, <c>counts</c>.</summary>
public sealed class OrdinateTransformationAttribute : WordTransformationAttribute
{
    /// <inheritdoc/>
    protected override object? Find(object value) =>
        value is string words && !Enum.TryParse<OrdinateKind>(words, ignoreCase: true, out _)
            ? EngineHost.Engine.FindOrdinate(words)
            : null;
}
