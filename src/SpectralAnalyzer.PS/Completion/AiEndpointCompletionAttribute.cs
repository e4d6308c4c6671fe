using System.Collections;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the addresses of common AI services.</summary>
public sealed class AiEndpointCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : ValueCompleter
    {
        private static readonly (string Address, string Service)[] s_services =
        [
            ("http://localhost:11434/v1", "Ollama on this machine"),
            ("http://localhost:1234/v1", "LM Studio on this machine"),
            ("http://localhost:8080/v1", "llama.cpp on this machine"),
            ("http://localhost:8000/v1", "vLLM on this machine"),
            ("https://api.openai.com/v1", "OpenAI"),
            ("https://openrouter.ai/api/v1", "OpenRouter"),
        ];

        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound) => s_services
            .Where(s => s.Address.StartsWith(Unquote(word), StringComparison.OrdinalIgnoreCase))
            .Select(s => Result(s.Address, s.Address, s.Service));
    }
}
