using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the names of some models; a service may have others.</summary>
public sealed class AiModelCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : WordCompleter
    {
        private protected override IEnumerable<CompletionWord> Words =>
        [
            new("gpt-4o-mini", "OpenAI"),
            new("gpt-4o", "OpenAI"),
            new("qwen2.5:7b", "Ollama: ollama pull qwen2.5:7b"),
        ];
    }
}
