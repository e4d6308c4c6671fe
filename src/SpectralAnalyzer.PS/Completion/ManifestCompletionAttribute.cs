using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes folders and run manifests.</summary>
public sealed class ManifestCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : PathCompleter
    {
        private protected override bool Takes(string fileName) =>
            Path.GetExtension(fileName).Equals(".jsonl", StringComparison.OrdinalIgnoreCase);
    }
}
