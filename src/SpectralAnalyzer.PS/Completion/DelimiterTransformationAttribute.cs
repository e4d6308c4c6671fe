namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts the character itself, as Import-Csv does: <c>';'</c>, <c>"`t"</c>.</summary>
public sealed class DelimiterTransformationAttribute : WordTransformationAttribute
{
    /// <inheritdoc/>
    protected override object? Find(object value) => value.ToString() switch
    {
        "," => Delimiter.Comma,
        ";" => Delimiter.Semicolon,
        "\t" or "\\t" => Delimiter.Tab,
        "|" => Delimiter.Pipe,
        " " => Delimiter.Blanks,
        _ => null,
    };
}
