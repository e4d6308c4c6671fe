using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes folders and libraries of spectra.</summary>
public sealed class SpectralLibraryCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : PathCompleter
    {
        private protected override bool Takes(string fileName) =>
            fileName.EndsWith(EngineHost.Engine.Libraries.Extension, StringComparison.OrdinalIgnoreCase);
    }
}
