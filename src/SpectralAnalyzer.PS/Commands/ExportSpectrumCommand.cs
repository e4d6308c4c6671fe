using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Saves each spectrum as CSV or JCAMP-DX, which Import-SpectralFile reads back to the same numbers.</summary>
[Cmdlet(
    VerbsData.Export, "Spectrum", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = OnlineHelp.Page + "Export-Spectrum")]
[OutputType(typeof(FileInfo))]
public sealed class ExportSpectrumCommand : ExportCommand
{
    private const string PathSet = "Path";
    private const string FolderSet = "Folder";

    private IReadOnlyList<(string Extension, SpectrumFileFormat Format)> _formats = [];

    /// <summary>The spectra, from Import-SpectralFile or ConvertTo-Spectrum.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true,
        HelpMessage = "The spectra, from Import-SpectralFile or ConvertTo-Spectrum.")]
    [ValidateNotNull]
    [NoCompletion]
    public Spectrum[] InputObject { get; set; } = [];

    /// <summary>
    /// The file, whose extension selects the format: .csv, or .jdx, .dx, .jcm, .jcamp. A number is appended for a second
    /// spectrum.
    /// </summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = PathSet,
        HelpMessage = "The file, whose extension selects the format: .csv, or .jdx, .dx, .jcm, .jcamp.")]
    [Alias("LiteralPath", "LP")]
    [ValidateNotNullOrEmpty]
    [FileCompletion]
    public string Path { get; set; } = "";

    /// <summary>The folder for the files, which is created if it is missing.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = FolderSet,
        HelpMessage = "The folder for the files, which is created if it is missing.")]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The template of the names: text with {sample}, {series}, {date}, {index}.</summary>
    [Parameter(
        ParameterSetName = FolderSet,
        HelpMessage = "The template of the names: text with {sample}, {series}, {date}, {index}.")]
    [ValidateNotNullOrEmpty]
    [FileNameTemplateCompletion]
    public string FileNameTemplate { get; set; } = "{sample}";

    /// <summary>The formats: Csv, JcampDx; by default that of the extension of Path, in a folder Csv.</summary>
    [Parameter(HelpMessage = "The formats: Csv, JcampDx; by default that of the extension of Path, in a folder Csv.")]
    [ValidateNotNullOrEmpty]
    public SpectrumFileFormat[] Format { get; set; } = [];

    /// <summary>
    /// Begins each CSV with comment lines, which hold the source and the metadata of the spectrum. JCAMP-DX always has them.
    /// </summary>
    [Parameter(HelpMessage = "Begins each CSV with comment lines, which hold the source and the metadata of the spectrum.")]
    public SwitchParameter IncludeMetadata { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Begin(
            Path,
            OutputDirectory,
            FileNameTemplate,
            extension => _formats = FileFormats.Choose(Format, extension),
            IncludeMetadata);
        RequireEffect(
            nameof(IncludeMetadata), _formats.Any(f => f.Format == SpectrumFileFormat.Csv), "unless a format is Csv");
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var spectrum in InputObject)
        {
            RunFor(spectrum.Label, () => Export.Save(
                spectrum,
                null,
                [.. _formats.Select(f => f.Extension)],
                $"Save {spectrum.Label}, {spectrum.Count} points",
                (export, i, name) => export.SaveSpectrum(name, spectrum, _formats[i].Format, StopToken)));
            if (spectrum.Axis.IsInferred)
                this.WriteDetail(
                    $"{spectrum.Label}: the unit of x ({spectrum.Axis.Title}) was inferred from the "
                    + $"numbers; the saved file states it.");
        }
    }
}
