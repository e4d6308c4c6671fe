using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes folders and method files.</summary>
public sealed class SpectralMethodCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : PathCompleter
    {
        private static readonly string[] s_extensions = [".yaml", ".yml", ".json"];

        private protected override bool Takes(string fileName) =>
            s_extensions.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase);
    }
}
