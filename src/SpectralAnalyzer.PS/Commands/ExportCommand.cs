using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of the cmdlets that save files under one name, or in a folder under the names of a template.</summary>
public abstract class ExportCommand : SpectralCommand
{
    private FileExport? _export;

    /// <summary>What happens if the name is taken; by default a number is appended, with a warning.</summary>
    [Parameter(HelpMessage = "What happens if the name is taken; by default a number is appended, with a warning.")]
    public ConflictResolution ConflictResolution { get; set; }

    /// <summary>Replaces existing files, as ConflictResolution Overwrite does.</summary>
    [Parameter(HelpMessage = "Replaces existing files, as ConflictResolution Overwrite does.")]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes an error for a file that exists, as ConflictResolution Fail does.</summary>
    [Parameter(HelpMessage = "Writes an error for a file that exists, as ConflictResolution Fail does.")]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    private protected FileExport Export => _export!;

    // null: not stated
    private ConflictResolution? Resolution =>
        Force ? ConflictResolution.Overwrite
        : NoClobber ? ConflictResolution.Fail
        : IsStated(nameof(ConflictResolution)) ? ConflictResolution
        : null;

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
                ? FileExport.Into(this, folder, template, Resolution, includeMetadata)
                : FileExport.To(this, path, Resolution, includeMetadata);
            choose(_export.Extension);
        });
    }
}
