using System.Text;

namespace SpectralAnalyzer.Core.Reading.Units;

/// <summary>Brings a word of a header into the form in which words are compared.</summary>
internal static class SimpleWord
{
    /// <summary>Returns a text in lower case, without blanks and quotes, with superscripts as plain digits.</summary>
    internal static string From(string text)
    {
        var made = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsWhiteSpace(c) || c is '"' or '\'' && made.Length == 0)
                continue;
            made.Append(c switch
            {
                '−' or '–' or '‐' or '‑' or '⁻' => '-',
                '’' => '\'',
                _ => char.ToLowerInvariant(c),
            });
        }

        return made.ToString().TrimEnd('"').TrimStart('#', '%', '<', '.');
    }
}
