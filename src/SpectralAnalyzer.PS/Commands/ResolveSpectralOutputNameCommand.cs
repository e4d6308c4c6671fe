using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Returns the names that the outputs of samples would get. Nothing is reserved or written.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "SpectralOutputName")]
[OutputType(typeof(SpectralOutputName))]
public sealed class ResolveSpectralOutputNameCommand : SpectralCommand
{
    private Func<string, IReadOnlyList<SpectralOutputName>>? _findNames;

    /// <summary>The files of the samples, which need not exist.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "Path")]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    public string[] SamplePath { get; set; } = [];

    /// <summary>The file of the reference spectrum, which need not exist.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    public string Baseline { get; set; } = "";

    /// <summary>The output folder.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The template of the names: text with {sample}, {baseline}, {series}, {date}, {index}.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [FileNameTemplateCompletion]
    public string FileNameTemplate { get; set; } = "{sample}_vs_{baseline}";

    /// <summary>The formats of the graph.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public GraphFormat[] Format { get; set; } = [GraphFormat.Png];

    /// <summary>What happens if a name is taken.</summary>
    [Parameter]
    public ConflictResolution ConflictResolution { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        RunRequired(OutputDirectory, () => _findNames = Engine.StartNaming(new OutputNameRequest
        {
            OutputDirectory = ResolvePath(OutputDirectory),
            Baseline = ResolvePath(Baseline),
            Template = FileNameTemplate,
            Formats = [.. Format.Distinct()],
            ConflictResolution = ConflictResolution,
        }));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in SamplePath)
            RunFor(path, () => WriteObject(_findNames!(ResolvePath(path)), enumerateCollection: true));
    }
}
