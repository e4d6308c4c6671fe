using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Defaults;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Returns the names that the outputs of samples would get. Nothing is reserved or written.</summary>
[Cmdlet(
    VerbsDiagnostic.Resolve, "SpectralOutputName", DefaultParameterSetName = PathSet,
    HelpUri = OnlineHelp.Page + "Resolve-SpectralOutputName")]
[OutputType(typeof(SpectralOutputName))]
public sealed class ResolveSpectralOutputNameCommand : SpectralCommand, IBatchArguments
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private Func<string, IReadOnlyList<SpectralOutputName>>? _findNames;

    /// <summary>The files of the samples; wildcards are allowed. A file that is named without them need not exist.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet,
        HelpMessage = "The files of the samples; wildcards are allowed.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [SpectralFileCompletion]
    public string[] Path { get; set; } = [];

    /// <summary>The files of the samples without wildcards, which need not exist.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet,
        HelpMessage = "The files of the samples without wildcards, which need not exist.")]
    [Alias("PSPath", "LP", "FullName", "SamplePath")]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The reference spectrum: the path of its file, which need not exist, or a spectrum.</summary>
    [Parameter(Position = 1, HelpMessage = "The reference spectrum: the path of its file, which need not exist, or a spectrum.")]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    [SpectrumInputTransformation]
    [SuppliedByDefault]
    public SpectrumInput? Baseline { get; set; }

    /// <summary>The output folder.</summary>
    [Parameter(Position = 2, HelpMessage = "The output folder.")]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    [SuppliedByDefault]
    public string OutputDirectory { get; set; } = "";

    /// <summary>
    /// The files of the samples from the pipeline. Beside a pipeline, the first positional argument is the baseline, and the
    /// second the output folder.
    /// </summary>
    [Parameter(ValueFromPipeline = true, HelpMessage = "The files of the samples from the pipeline.")]
    [NoCompletion]
    public PSObject? InputObject { get; set; }

    /// <summary>The template of the names: text with {sample}, {baseline}, {series}, {date}, {index}.</summary>
    [Parameter(HelpMessage = "The template of the names: text with {sample}, {baseline}, {series}, {date}, {index}.")]
    [ValidateNotNullOrEmpty]
    [FileNameTemplateCompletion]
    public string FileNameTemplate { get; set; } = "{sample}_vs_{baseline}";

    /// <summary>The formats of the graph.</summary>
    [Parameter(HelpMessage = "The formats of the graph.")]
    [ValidateNotNullOrEmpty]
    [SuppliedByDefault]
    public GraphFormat[] Format { get; set; } = [GraphFormat.Png];

    /// <summary>What happens if a name is taken.</summary>
    [Parameter(HelpMessage = "What happens if a name is taken.")]
    public ConflictResolution ConflictResolution { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        RunRequired(nameof(Path), () => PositionalArguments.Shift(this));
        base.BeginProcessing();
        var baseline = RequireBaseline(Baseline);
        if (OutputDirectory.Length == 0)
        {
            ThrowTerminatingError(ErrorRecords.From(
                new SpectralError(
                    SpectralErrorIds.OutputDirectoryMissing,
                    SpectralErrorCategory.InvalidArgument,
                    "No output folder is specified.",
                    "Specify one with -OutputDirectory, or set a default with Set-SpectralDefault."),
                nameof(OutputDirectory)));
        }

        RunRequired(OutputDirectory, () => _findNames = Engine.StartNaming(new OutputNameRequest
        {
            OutputDirectory = ResolvePath(OutputDirectory),
            Baseline = baseline.Path is { } path ? ResolvePath(path) : baseline.NamedPath,
            Template = FileNameTemplate,
            Formats = [.. Format.Distinct()],
            ConflictResolution = ConflictResolution,
        }));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is { } input && MyInvocation.ExpectingInput)
        {
            RunFor(input.ToString(), () =>
            {
                var (path, isLiteral) = PipelineFile.GetPath(input);
                Name(isLiteral ? [] : [path], isLiteral ? [path] : []);
            });
            return;
        }

        Name(Path, LiteralPath);
    }

    private void Name(string[] paths, string[] literalPaths)
    {
        foreach (var path in literalPaths.Concat(paths.Where(path => !WildcardPattern.ContainsWildcardCharacters(path))))
            RunFor(path, () => WriteObject(_findNames!(ResolvePath(path)), enumerateCollection: true));
        foreach (var file in FindItems([.. paths.Where(WildcardPattern.ContainsWildcardCharacters)], []))
            RunFor(file, () => WriteObject(_findNames!(file), enumerateCollection: true));
    }
}
