using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Adds spectra to a library, prepared by its method and brought to its grid.</summary>
[Cmdlet(
    VerbsCommon.Add, "SpectralLibraryItem", SupportsShouldProcess = true,
    HelpUri = OnlineHelp.Page + "Add-SpectralLibraryItem")]
[OutputType(typeof(SpectralLibrary))]
public sealed class AddSpectralLibraryItemCommand : LibraryChangeCommand
{
    /// <summary>The file of the library.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The file of the library.")]
    [ValidateNotNullOrEmpty]
    [SpectralLibraryCompletion]
    public string Library { get; set; } = "";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Start(
            Library, "Add spectra to the library", static _ => { }, path => Engine.Libraries.Extend(path, Naming, StopToken));
    }
}
