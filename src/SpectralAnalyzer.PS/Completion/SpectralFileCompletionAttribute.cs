using System.Management.Automation;
using System.Reflection;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>
/// Completes folders and, but for a cmdlet that watches folders, files with the extension of a spectral format.
/// </summary>
public sealed class SpectralFileCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : PathCompleter
    {
        private protected override bool Takes(string fileName) => !TakesFoldersOnly
            && EngineHost.Engine.FileExtensions.Contains(Path.GetExtension(fileName).ToLowerInvariant());

        private bool TakesFoldersOnly => Parameter is { Name: "Path" or "LiteralPath" }
            && Parameter.ReflectedType!.GetCustomAttribute<CmdletAttribute>()?.VerbName == VerbsCommon.Watch;
    }
}
