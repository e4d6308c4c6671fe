using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Defaults;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Sets what cmdlets use for parameters that are not stated, in this session or in all sessions of the user.</summary>
[Cmdlet(VerbsCommon.Set, "SpectralDefault", SupportsShouldProcess = true, HelpUri = OnlineHelp.Page + "Set-SpectralDefault")]
[OutputType(typeof(SpectralDefault))]
public sealed class SetSpectralDefaultCommand : SpectralCommand
{
    /// <summary>The reference spectrum: the path of its file, or for the session a spectrum.</summary>
    [Parameter(Position = 0, HelpMessage = "The reference spectrum: the path of its file, or for the session a spectrum.")]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    [SpectrumInputTransformation]
    public SpectrumInput? Baseline { get; set; }

    /// <summary>The output folder, which need not exist.</summary>
    [Parameter(Position = 1, HelpMessage = "The output folder, which need not exist.")]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The formats of graphs.</summary>
    [Parameter(HelpMessage = "The formats of graphs.")]
    [ValidateNotNullOrEmpty]
    public GraphFormat[] Format { get; set; } = [];

    /// <summary>The method: the path of its file, or an object of Get-SpectralMethod.</summary>
    [Parameter(HelpMessage = "The method: the path of its file, or an object of Get-SpectralMethod.")]
    [ValidateNotNull]
    [SpectralMethodCompletion]
    public object? Method { get; set; }

    /// <summary>The style of graphs: Default, Dark, Monochrome, or the path of a style file.</summary>
    [Parameter(HelpMessage = "The style of graphs: Default, Dark, Monochrome, or the path of a style file.")]
    [ValidateNotNullOrEmpty]
    [GraphStyleCompletion]
    public string Style { get; set; } = "";

    /// <summary>
    /// The AI that may be asked for layouts: an object of New-SpectralAiOption, or the address of a service. Its key is not
    /// saved. To set it is the consent to use it.
    /// </summary>
    [Parameter(
        HelpMessage = "The AI that may be asked for layouts: an object of New-SpectralAiOption, or the address of a service.")]
    [ValidateNotNull]
    [AiTransformation]
    [AiEndpointCompletion]
    public AiOptions? Ai { get; set; }

    /// <summary>Where the defaults apply: in this session, or in all sessions of the user.</summary>
    [Parameter(HelpMessage = "Where the defaults apply: in this session, or in all sessions of the user.")]
    public SpectralDefaultScope Scope { get; set; }

    /// <summary>Emits the defaults that were set.</summary>
    [Parameter(HelpMessage = "Emits the defaults that were set.")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        RunRequired(Scope == SpectralDefaultScope.User ? DefaultsFile.Path : MyInvocation.MyCommand.Name, () =>
        {
            var values = Values();
            if (values.Count == 0)
            {
                throw new SpectralException(
                    SpectralErrorIds.NoDefaultStated,
                    SpectralErrorCategory.InvalidArgument,
                    "No default is stated.",
                    $"State at least one: {string.Join(", ", DefaultNames.All.Select(name => "-" + name))}.");
            }

            var target = ShownText.From(string.Join(", ", values.Keys));
            if (!ShouldProcess(target, $"Set the defaults of the {(Scope == SpectralDefaultScope.User ? "user" : "session")}"))
                return;
            DefaultStore.Change(Scope, all =>
            {
                foreach (var (name, value) in values)
                    all[name] = value;
            });
            if (PassThru)
                WriteObject(DefaultStore.Read(Scope).Where(d => values.ContainsKey(d.Name)), enumerateCollection: true);
        });

    private Dictionary<string, object> Values()
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        if (Baseline is not null)
            values[DefaultNames.Baseline] = BaselineOrPath(Baseline);
        if (OutputDirectory.Length > 0)
            values[DefaultNames.OutputDirectory] = ResolvePath(OutputDirectory);
        if (Format.Length > 0)
            values[DefaultNames.Format] = Format.Distinct().ToArray();
        if (Method is not null)
            values[DefaultNames.Method] = MethodOrPath();
        if (Style.Length > 0)
            values[DefaultNames.Style] = StyleOrPath();
        if (Ai is not null)
            values[DefaultNames.Ai] = AiOfScope(Ai);
        return values;
    }

    private object BaselineOrPath(SpectrumInput baseline)
    {
        if (baseline.Path is null)
        {
            return Scope == SpectralDefaultScope.Session ? baseline : throw new SpectralException(
                SpectralErrorIds.DefaultNotStorable,
                SpectralErrorCategory.InvalidArgument,
                $"The spectrum '{baseline}' is in memory, and is not saved with the defaults of the user.",
                "Save it with Export-Spectrum and state the file, or set it with -Scope Session.");
        }

        var path = ResolvePath(baseline.Path);
        return File.Exists(path) ? path : throw new SpectralException(
            SpectralErrorIds.BaselineNotFound,
            SpectralErrorCategory.NotFound,
            $"The baseline '{path}' does not exist.",
            "Specify its file with -Baseline.");
    }

    // a file is read again with each command, so that a change in it applies
    private object MethodOrPath()
    {
        var method = MethodFrom(Method!);
        if (method.Path is { Length: > 0 } path)
            return path;
        return Scope == SpectralDefaultScope.Session ? method : throw new SpectralException(
            SpectralErrorIds.DefaultNotStorable,
            SpectralErrorCategory.InvalidArgument,
            $"The method '{method.Name}' has no file.",
            "Save it with New-SpectralMethod -Path, or set it with -Scope Session.");
    }

    // a file is read again with each command, so that a change in it applies
    private string StyleOrPath()
    {
        var style = StyleFrom(Style)!;
        return GraphStyle.All.Contains(style) ? style.Name : ResolvePath(Style);
    }

    private AiOptions AiOfScope(AiOptions ai)
    {
        if (ai.Endpoint is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            throw new SpectralException(
                SpectralErrorIds.AiEndpointInvalid,
                SpectralErrorCategory.InvalidArgument,
                "The address of the AI service is not valid.",
                "State it with scheme and version: https://api.openai.com/v1, http://localhost:11434/v1.");
        }

        if (Scope == SpectralDefaultScope.Session)
            return ai;
        if (ai.Key is not null)
            this.Warn("The key is not saved. Keep it in OPENAI_API_KEY, or set the AI with -Scope Session.");

        // name, password and query of an address are never sent, and would be readable in the file
        var plain = ai.Endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        return ai with { Key = null, Endpoint = new Uri(plain) };
    }
}
