using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts the words of units that files have: <c>cm^-1</c>, <c>1/cm</c>, <c>micron</c>, <c>nanometers</c>.</summary>
public sealed class AxisUnitTransformationAttribute : EnumWordTransformationAttribute<AxisUnit>
{
    private protected override IReadOnlyList<CompletionWord> Words => AxisUnitCompletionAttribute.Words;

    private protected override AxisUnit? Find(string text) => EngineHost.Engine.FindAxisUnit(text);
}
