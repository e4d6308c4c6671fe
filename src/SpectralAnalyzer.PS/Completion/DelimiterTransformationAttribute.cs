namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts the character itself, as Import-Csv does: <c>';'</c>, <c>"`t"</c>.</summary>
public sealed class DelimiterTransformationAttribute : EnumWordTransformationAttribute<Delimiter>
{
    private protected override IReadOnlyList<CompletionWord> Words => DelimiterCompletionAttribute.Words;
}
