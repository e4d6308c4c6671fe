using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the names of encodings that spectral files come in.</summary>
public sealed class EncodingCompletionAttribute : ArgumentCompleterAttribute
{
    /// <summary>Completes with the encodings' names.</summary>
    public EncodingCompletionAttribute()
        : base(typeof(Completer))
    {
    }

    private sealed class Completer : IArgumentCompleter
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

        public IEnumerable<CompletionResult> CompleteArgument(
            string commandName,
            string parameterName,
            string wordToComplete,
            CommandAst commandAst,
            IDictionary fakeBoundParameters) => s_encodings
            .Where(e => e.Name.StartsWith(wordToComplete.Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(e => new CompletionResult(e.Name, e.Name, CompletionResultType.ParameterValue, e.Use));
    }
}
