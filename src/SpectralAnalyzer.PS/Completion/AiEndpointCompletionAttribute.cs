using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the addresses of common AI services.</summary>
public sealed class AiEndpointCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : WordCompleter
    {
        private protected override IEnumerable<CompletionWord> Words =>
        [
            new("http://localhost:11434/v1", "Ollama on this machine"),
            new("http://localhost:1234/v1", "LM Studio on this machine"),
            new("http://localhost:8080/v1", "llama.cpp on this machine"),
            new("http://localhost:8000/v1", "vLLM on this machine"),
            new("https://api.openai.com/v1", "OpenAI"),
            new("https://openrouter.ai/api/v1", "OpenRouter"),
        ];
    }
}
