using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Makes a method from a template or from parameters, and writes it as a commented or plain method file.</summary>
[Cmdlet(
    VerbsCommon.New, "SpectralMethod", DefaultParameterSetName = ParametersSet, SupportsShouldProcess = true,
    HelpUri = OnlineHelp.Page + "New-SpectralMethod")]
[OutputType(typeof(SpectralMethod), typeof(string))]
public sealed class NewSpectralMethodCommand : SpectralCommand
{
    private const string ParametersSet = "Parameters";
    private const string TemplateSet = "Template";
    private const string MethodSet = "InputObject";

    /// <summary>The name of a template.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TemplateSet, HelpMessage = "The name of a template.")]
    [ValidateNotNullOrEmpty]
    [MethodTemplateCompletion]
    public string Template { get; set; } = "";

    /// <summary>A method from Get-SpectralMethod, to be written to a file.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true, ParameterSetName = MethodSet,
        HelpMessage = "A method from Get-SpectralMethod, to be written to a file.")]
    [ValidateNotNull]
    [NoCompletion]
    public SpectralMethod InputObject { get; set; } = null!;

    /// <summary>The name of the method.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ParametersSet, HelpMessage = "The name of the method.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string Name { get; set; } = "";

    /// <summary>The version of the method.</summary>
    [Parameter(ParameterSetName = ParametersSet, HelpMessage = "The version of the method.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string Version { get; set; } = "1";

    /// <summary>What the method is for.</summary>
    [Parameter(ParameterSetName = ParametersSet, HelpMessage = "What the method is for.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string Description { get; set; } = "";

    /// <summary>The unit of x of samples and baseline; symbols such as cm-1, nm, um and eV are also accepted.</summary>
    [Parameter(
        ParameterSetName = ParametersSet,
        HelpMessage = "The unit of x of samples and baseline; symbols such as cm-1, nm, um and eV are also accepted.")]
    [AxisUnitCompletion]
    [AxisUnitTransformation]
    public string XUnit { get; set; } = "";

    /// <summary>The quantity of y of samples and baseline.</summary>
    [Parameter(ParameterSetName = ParametersSet, HelpMessage = "The quantity of y of samples and baseline.")]
    [OrdinateCompletion]
    [OrdinateTransformation]
    public string Ordinate { get; set; } = "";

    /// <summary>The spectra that are taken from a file of samples: names, wildcards or numbers.</summary>
    [Parameter(
        ParameterSetName = ParametersSet,
        HelpMessage = "The spectra that are taken from a file of samples: names, wildcards or numbers.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string[] Series { get; set; } = [];

    /// <summary>The spectrum that is taken from the file of the baseline: a name, wildcard or number.</summary>
    [Parameter(
        ParameterSetName = ParametersSet,
        HelpMessage = "The spectrum that is taken from the file of the baseline: a name, wildcard or number.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string[] BaselineSeries { get; set; } = [];

    /// <summary>
    /// The steps in order: each the name of a step, or a table with its name and its parameters, as
    /// @{ smooth = @{ kind = 'savitzky-golay'; window = 9 } }.
    /// </summary>
    [Parameter(
        ParameterSetName = ParametersSet,
        HelpMessage = "The steps in order: each the name of a step, or a table with its name and its parameters, as @{ "
            + "smooth = @{ kind = 'savitzky-golay'; window = 9 } }.")]
    [ValidateNotNullOrEmpty]
    [ProcessingStepCompletion]
    public object[] Step { get; set; } = [];

    /// <summary>The ranges of x that are compared: 3100,2800 or (3100,2800),(1850,650).</summary>
    [Parameter(
        ParameterSetName = ParametersSet,
        HelpMessage = "The ranges of x that are compared: 3100,2800 or (3100,2800),(1850,650).")]
    [SpectralRangeTransformation]
    [NoCompletion]
    public SpectralRange[] Region { get; set; } = [];

    /// <summary>How a sample is resampled onto the points of the baseline.</summary>
    [Parameter(ParameterSetName = ParametersSet, HelpMessage = "How a sample is resampled onto the points of the baseline.")]
    public ResamplingMethod Resampling { get; set; }

    /// <summary>The bands by name, as @{ oxidation = @{ area = 1800, 1670; base = 1900, 1670 } }.</summary>
    [Parameter(
        ParameterSetName = ParametersSet,
        HelpMessage = "The bands by name, as @{ oxidation = @{ area = 1800, 1670; base = 1900, 1670 } }.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public IDictionary Band { get; set; } = new OrderedDictionary();

    /// <summary>The limits by the name of a metric or band, as @{ correlation = @{ min = 0.98; warn = 0.99 } }.</summary>
    [Parameter(
        ParameterSetName = ParametersSet,
        HelpMessage = "The limits by the name of a metric or band, as @{ correlation = @{ min = 0.98; warn = 0.99 } }.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public IDictionary Limit { get; set; } = new OrderedDictionary();

    /// <summary>What the graph shows, as @{ xRange = 1850, 650; shade = 'oxidation' }.</summary>
    [Parameter(
        ParameterSetName = ParametersSet,
        HelpMessage = "What the graph shows, as @{ xRange = 1850, 650; shade = 'oxidation' }.")]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public IDictionary Graph { get; set; } = new OrderedDictionary();

    /// <summary>The file that is written. Without it, the text of the file is returned.</summary>
    [Parameter(HelpMessage = "The file that is written.")]
    [Alias("LiteralPath", "LP")]
    [ValidateNotNullOrEmpty]
    [SpectralMethodCompletion]
    public string Path { get; set; } = "";

    /// <summary>Replaces a file that exists.</summary>
    [Parameter(HelpMessage = "Replaces a file that exists.")]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the method that was written.</summary>
    [Parameter(HelpMessage = "Returns the method that was written.")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        RequireEffect(nameof(Force), Path.Length > 0, "without -Path");
        RequireEffect(nameof(PassThru), Path.Length > 0, "without -Path");
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var target = Path.Length > 0 ? Path : Template.Length > 0 ? Template : Name;
        RunFor(target, () =>
        {
            var path = ResolveOptionalPath(Path);
            var text = Text(path);
            if (path is null)
                WriteObject(text);
            else
                Save(path, text);
        });
    }

    private string Text(string? path)
    {
        if (ParameterSetName == TemplateSet)
            return Engine.Methods.GetTemplate(Template);
        var method = ParameterSetName == MethodSet
            ? InputObject
            : Engine.Methods.Create(Table(), SessionState.Path.CurrentFileSystemLocation.ProviderPath);
        return Engine.Methods.Write(method with { Path = path ?? "" });
    }

    private OrderedDictionary Table()
    {
        var read = new OrderedDictionary();
        Add(read, nameof(XUnit), "xUnit", CompletionWord.Parse<AxisUnit>(XUnit));
        Add(read, nameof(XUnit), "baselineXUnit", CompletionWord.Parse<AxisUnit>(XUnit));
        Add(read, nameof(Ordinate), "ordinate", CompletionWord.Parse<OrdinateKind>(Ordinate));
        Add(read, nameof(Ordinate), "baselineOrdinate", CompletionWord.Parse<OrdinateKind>(Ordinate));
        Add(read, nameof(Series), "series", Series);
        Add(read, nameof(BaselineSeries), "baselineSeries", BaselineSeries);
        var compare = new OrderedDictionary();
        Add(compare, nameof(Region), "regions", Region);
        Add(compare, nameof(Resampling), "resampling", Resampling);
        var table = new OrderedDictionary { ["name"] = Name, ["version"] = Version };
        Add(table, nameof(Description), "description", Description);
        if (read.Count > 0)
            table["read"] = read;
        Add(table, nameof(Step), "prepare", Step);
        if (compare.Count > 0)
            table["compare"] = compare;
        Add(table, nameof(Band), "bands", Band);
        Add(table, nameof(Limit), "limits", Limit);
        Add(table, nameof(Graph), "graph", Graph);
        return (OrderedDictionary)PlainValue.From(table)!;
    }

    private void Add(OrderedDictionary table, string parameter, string key, object value)
    {
        if (IsStated(parameter))
            table[key] = value;
    }

    private void Save(string path, string text)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            throw new SpectralException(
                SpectralErrorIds.InvalidMethod, SpectralErrorCategory.InvalidArgument,
                $"A method file is written as YAML, and '{path}' is the name of a JSON file.",
                "State a -Path that ends with .method.yaml.");
        }

        if (!ShouldProcess(path, "Write the method file"))
            return;
        if (File.Exists(path) && !Force)
        {
            throw new SpectralException(
                SpectralErrorIds.MethodExists, SpectralErrorCategory.Exists, $"The file '{path}' exists already.",
                "State another -Path, or replace it with -Force.");
        }

        try
        {
            MethodFiles.Write(path, text, Force);
            if (MethodFiles.WriteSchema(path, Engine.Methods.Schema) is { } schema)
                this.WriteDetail($"'{schema}' was written, with which editors complete and check method files.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException(
                SpectralErrorIds.WriteFailed, SpectralErrorCategory.Write, $"'{path}' cannot be written. {e.Message}",
                innerException: e);
        }

        if (PassThru)
            WriteObject(Engine.Methods.Read(path));
    }
}
