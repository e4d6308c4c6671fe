using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts the words and symbols of y that files have: <c>%T</c>, <c>abs</c>, <c>counts</c>.</summary>
public sealed class OrdinateTransformationAttribute : EnumWordTransformationAttribute<OrdinateKind>
{
    private protected override IReadOnlyList<CompletionWord> Words => OrdinateCompletionAttribute.Words;

    private protected override OrdinateKind? Find(string text) => EngineHost.Engine.FindOrdinate(text);
}
