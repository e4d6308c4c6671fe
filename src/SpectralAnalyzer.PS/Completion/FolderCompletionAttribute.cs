using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes folders.</summary>
public sealed class FolderCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : PathCompleter
    {
        private protected override bool Takes(string fileName) => false;
    }
}
