namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts the character itself.</summary>
public sealed class DecimalMarkTransformationAttribute : WordTransformationAttribute
{
    /// <inheritdoc/>
    protected override object? Find(object value) => value.ToString() switch
    {
        "," => DecimalMark.Comma,
        "." => DecimalMark.Point,
        _ => null,
    };
}
