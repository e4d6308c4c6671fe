using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes folders and files.</summary>
public sealed class FileCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : PathCompleter
    {
        private protected override bool Takes(string fileName) => true;
    }
}
