using System.Text;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Makes text valid in XML.</summary>
internal static class XmlText
{
    /// <summary>Returns a text in which characters that XML does not allow, not even escaped, are �.</summary>
    internal static string Clean(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            valid.Append(rune.Value is (< ' ' and not ('\n' or '\t')) or 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString());
        return valid.ToString();
    }
}
