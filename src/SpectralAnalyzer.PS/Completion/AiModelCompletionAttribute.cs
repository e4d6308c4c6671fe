using System.Collections;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the names of some models; a service may have others.</summary>
public sealed class AiModelCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : ValueCompleter
    {
        private static readonly (string Name, string Use)[] s_models =
        [
            ("gpt-4o-mini", "OpenAI"),
            ("gpt-4o", "OpenAI"),
            ("qwen2.5:7b", "Ollama: ollama pull qwen2.5:7b"),
        ];

        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound) => s_models
            .Where(m => m.Name.StartsWith(Unquote(word), StringComparison.OrdinalIgnoreCase))
            .Select(m => Result(m.Name, m.Name, m.Use));
    }
}
