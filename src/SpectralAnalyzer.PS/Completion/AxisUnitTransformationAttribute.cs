using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts the words of units that files have: <c>cm^-1</c>, <c>1/cm</c>, <c>micron</c>, <c>nanometers</c>.</summary>
public sealed class AxisUnitTransformationAttribute : WordTransformationAttribute
{
    /// <inheritdoc/>
    protected override object? Find(object value) =>
        value is string words && !Enum.TryParse<AxisUnit>(words, ignoreCase: true, out _)
            ? EngineHost.Engine.FindAxisUnit(words)
            : null;
}
