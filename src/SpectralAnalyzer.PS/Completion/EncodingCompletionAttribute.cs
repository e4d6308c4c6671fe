using System.Collections;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the names of common encodings.</summary>
public sealed class EncodingCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : ValueCompleter
    {
        private static readonly (string Name, string Use)[] s_encodings =
        [
            ("utf-8", "UTF-8, with or without byte order mark"),
            ("utf-16", "UTF-16, little endian (Windows: Unicode)"),
            ("utf-16BE", "UTF-16, big endian"),
            ("latin1", "ISO 8859-1, Western European"),
            ("windows-1252", "Windows, Western European"),
            ("shift_jis", "Japanese (code page 932)"),
            ("gb18030", "Chinese"),
        ];

        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound) => s_encodings
            .Where(e => e.Name.StartsWith(Unquote(word), StringComparison.OrdinalIgnoreCase))
            .Select(e => Result(e.Name, e.Name, e.Use));
    }
}
