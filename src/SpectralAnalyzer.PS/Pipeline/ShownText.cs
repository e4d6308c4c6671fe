namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// Makes text safe to show. The names of files and series come from anybody: control characters in them could drive the terminal,
/// and those that turn the direction of writing could show another name.
/// </summary>
internal static class ShownText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Returns the text with a mark for each such character; line breaks of messages stay.</summary>
    internal static string From(string text) =>
        text.Any(IsUnsafe) ? string.Concat(text.Select(c => IsUnsafe(c) ? Replacement : c)) : text;

    private static bool IsUnsafe(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
