using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Shows the names that the outputs of samples would get. Nothing is reserved or written.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "SpectralOutputName")]
[OutputType(typeof(SpectralOutputName))]
public sealed class ResolveSpectralOutputNameCommand : SpectralCommand
{
    private Func<string, IReadOnlyList<SpectralOutputName>>? _nameOf;

    /// <summary>The samples' files; they need not exist.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "Path")]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    public string[] SamplePath { get; set; } = [];

    /// <summary>The reference spectrum's file; it need not exist.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    public string Baseline { get; set; } = "";

    /// <summary>The folder that outputs would go to.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The outputs' names: text with {sample}, {baseline}, {series}, {date}, {index}.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [FileNameTemplateCompletion]
    public string FileNameTemplate { get; set; } = "{sample}_vs_{baseline}";

    /// <summary>The formats of the graph.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public GraphFormat[] Format { get; set; } = [GraphFormat.Png];

    /// <summary>What would happen where a file of the name exists.</summary>
    [Parameter]
    public ConflictResolution ConflictResolution { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => RunRequired(OutputDirectory, () => _nameOf = Engine.StartNaming(new OutputNameRequest
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
            RunFor(path, () => WriteObject(_nameOf!(ResolvePath(path)), enumerateCollection: true));
    }
}
