using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Defaults;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Removes what Set-SpectralDefault set, from this session or from all sessions of the user.</summary>
[Cmdlet(VerbsCommon.Clear, "SpectralDefault", SupportsShouldProcess = true, HelpUri = OnlineHelp.Page + "Clear-SpectralDefault")]
[OutputType(typeof(SpectralDefault))]
public sealed class ClearSpectralDefaultCommand : SpectralCommand
{
    /// <summary>The names of the parameters; by default all, which also removes a file that is damaged.</summary>
    [Parameter(
        Position = 0,
        HelpMessage = "The names of the parameters; by default all, which also removes a file that is damaged.")]
    [ValidateSet(
        DefaultNames.Baseline, DefaultNames.OutputDirectory, DefaultNames.Format, DefaultNames.Method, DefaultNames.Style,
        DefaultNames.Ai)]
    [PSDefaultValue(Help = "all")]
    public string[] Name { get; set; } = [.. DefaultNames.All];

    /// <summary>Where the defaults apply: in this session, or in all sessions of the user.</summary>
    [Parameter(HelpMessage = "Where the defaults apply: in this session, or in all sessions of the user.")]
    public SpectralDefaultScope Scope { get; set; }

    /// <summary>Emits the defaults that were removed.</summary>
    [Parameter(HelpMessage = "Emits the defaults that were removed.")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => RunRequired(DefaultsFile.Path, () =>
    {
        var scope = Scope == SpectralDefaultScope.User ? "user" : "session";
        if (!ShouldProcess(string.Join(", ", Name), $"Remove the defaults of the {scope}"))
            return;
        if (Scope == SpectralDefaultScope.User && !IsStated(nameof(Name)) && !PassThru)
        {
            DefaultsFile.Write([]);
            return;
        }

        var removed = DefaultStore.Read(Scope).Where(d => Name.Contains(d.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        DefaultStore.Change(Scope, all => removed.ForEach(d => all.Remove(d.Name)));
        if (PassThru)
            WriteObject(removed, enumerateCollection: true);
    });
}
