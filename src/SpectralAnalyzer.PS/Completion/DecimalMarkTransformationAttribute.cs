namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts the character itself.</summary>
public sealed class DecimalMarkTransformationAttribute : EnumWordTransformationAttribute<DecimalMark>
{
    private protected override IReadOnlyList<CompletionWord> Words => DecimalMarkCompletionAttribute.Words;
}
