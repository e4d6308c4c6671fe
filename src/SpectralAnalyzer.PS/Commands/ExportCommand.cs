using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of the cmdlets that save files under one name, or in a folder under the names of a template.</summary>
public abstract class ExportCommand : SpectralCommand
{
    private FileExport? _export;

    /// <summary>What happens if the name is taken.</summary>
    [Parameter(HelpMessage = "What happens if the name is taken.")]
    public ConflictResolution ConflictResolution { get; set; }

    private protected FileExport Export => _export!;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _export?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Prepares the export to a folder, or else to one file name. An error ends the command.</summary>
    /// <param name="path">The file.</param>
    /// <param name="folder">The folder, or an empty string.</param>
    /// <param name="template">The template of the names in the folder.</param>
    /// <param name="choose">Chooses the formats by the extension of the file.</param>
    /// <param name="includeMetadata">Whether a CSV has the metadata.</param>
    private protected void Begin(
        string path, string folder, string template, Action<string> choose, bool includeMetadata = false)
    {
        base.BeginProcessing();
        RunRequired(folder.Length > 0 ? folder : path, () =>
        {
            _export = folder.Length > 0
                ? FileExport.Into(this, folder, template, ConflictResolution, includeMetadata)
                : FileExport.To(this, path, ConflictResolution, includeMetadata);
            choose(_export.Extension);
        });
    }
}
