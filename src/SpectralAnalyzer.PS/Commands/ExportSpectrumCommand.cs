using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Saves spectra as CSV or JCAMP-DX, a file a spectrum; Import-SpectralFile reads the same numbers back.</summary>
[Cmdlet(VerbsData.Export, "Spectrum", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportSpectrumCommand : PSCmdlet, IDisposable
{
    private const string PathSet = "Path";
    private const string FolderSet = "Folder";

    private readonly CancellationTokenSource _stop = new();
    private FileExport? _export;
    private IReadOnlyList<(string Extension, SpectrumFileFormat Format)> _formats = [];

    /// <summary>The spectra, as Import-SpectralFile or ConvertTo-Spectrum emit them.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Spectrum[] InputObject { get; set; } = [];

    /// <summary>The file; its extension says the format: .csv, or .jdx, .dx, .jcm, .jcamp. A second spectrum gets a number, as a taken name does.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The folder that the files go to, each called after its spectrum; it is made where it is missing.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FolderSet)]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The files' names: text with {sample}, {series}, {date}, {index}.</summary>
    [Parameter(ParameterSetName = FolderSet)]
    [ValidateNotNullOrEmpty]
    [FileNameTemplateCompletion]
    public string FileNameTemplate { get; set; } = "{sample}";

    /// <summary>The formats: Csv, JcampDx. Without it, the extension of Path; in a folder Csv.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public SpectrumFileFormat[] Format { get; set; } = [];

    /// <summary>What happens where a file of the name exists.</summary>
    [Parameter]
    public ConflictResolution ConflictResolution { get; set; }

    /// <summary>Removes what is not finished.</summary>
    public void Dispose()
    {
        _export?.Dispose();
        _stop.Dispose();
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            _export = ParameterSetName == PathSet
                ? FileExport.To(this, Path, ConflictResolution)
                : FileExport.Into(this, OutputDirectory, FileNameTemplate, ConflictResolution);
            _formats = FileFormats.OfSpectrum(Format.Length > 0 ? Format : null, _export.Extension);
        }
        catch (SpectralException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, ParameterSetName == PathSet ? Path : OutputDirectory));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var spectrum in InputObject)
        {
            try
            {
                _export!.Save(
                    spectrum,
                    null,
                    [.. _formats.Select(f => f.Extension)],
                    $"Save {spectrum.Label}, {spectrum.Count} points",
                    (export, i, name) => export.SaveSpectrum(name, spectrum, _formats[i].Format, _stop.Token));
            }
            catch (SpectralException e)
            {
                WriteError(ErrorRecords.From(e, spectrum.Label));
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                throw new PipelineStoppedException();
            }

            if (spectrum.Axis.IsInferred)
                this.Tell($"{spectrum.Label}: the unit of x was proposed from the numbers ({spectrum.Axis.Title}); the file states it.");
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();
}
