using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Loading;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Tells the names that the outputs of samples would get. It reserves nothing and writes nothing.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "SpectralOutputName")]
[OutputType(typeof(SpectralOutputName))]
public sealed class ResolveSpectralOutputNameCommand : PSCmdlet
{
    private Func<string, IReadOnlyList<SpectralOutputName>>? _nameOf;
    private FilePaths? _paths;

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
    protected override void BeginProcessing()
    {
        _paths = new FilePaths(this, static () => []);
        try
        {
            _nameOf = EngineHost.Engine.StartNaming(new OutputNameRequest
            {
                OutputDirectory = _paths.Single(OutputDirectory),
                Baseline = _paths.Single(Baseline),
                Template = FileNameTemplate,
                Formats = [.. Format.Distinct()],
                ConflictResolution = ConflictResolution,
            });
        }
        catch (SpectralException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, OutputDirectory));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in SamplePath)
        {
            try
            {
                WriteObject(_nameOf!(_paths!.Single(path)), enumerateCollection: true);
            }
            catch (SpectralException e)
            {
                WriteError(ErrorRecords.From(e, path));
            }
        }
    }
}
