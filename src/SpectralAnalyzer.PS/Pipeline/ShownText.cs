namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// Makes text safe to show. The names of files and series come from anybody: control characters in them could drive the terminal,
/// and those that turn the direction of writing could show another name. On a console without Unicode, signs such as those of
/// cm⁻¹ have their ASCII forms.
/// </summary>
internal static class ShownText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Returns the text with a mark for each such character; line breaks of messages stay.</summary>
    internal static string From(string text)
    {
        if (text.Any(IsUnsafe))
            text = string.Concat(text.Select(c => IsUnsafe(c) ? Replacement : c));
        return AsciiForms.UnicodeCodePages.Contains(Console.OutputEncoding.CodePage) ? text : AsciiForms.From(text);
    }

    private static bool IsUnsafe(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
