using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Defaults;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Emits what cmdlets use for parameters that are not stated.</summary>
[Cmdlet(VerbsCommon.Get, "SpectralDefault", HelpUri = OnlineHelp.Page + "Get-SpectralDefault")]
[OutputType(typeof(SpectralDefault))]
public sealed class GetSpectralDefaultCommand : SpectralCommand
{
    /// <summary>The names of the parameters.</summary>
    [Parameter(Position = 0, HelpMessage = "The names of the parameters.")]
    [ValidateSet(
        DefaultNames.Baseline, DefaultNames.OutputDirectory, DefaultNames.Format, DefaultNames.Method, DefaultNames.Style,
        DefaultNames.Ai)]
    [PSDefaultValue(Help = "all")]
    public string[] Name { get; set; } = [.. DefaultNames.All];

    /// <summary>Emits the defaults of one scope; by default those that apply: of the session, else of the user.</summary>
    [Parameter(HelpMessage = "Emits the defaults of one scope; by default those that apply: of the session, else of the user.")]
    [PSDefaultValue(Help = "those that apply")]
    public SpectralDefaultScope Scope { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => RunRequired(DefaultsFile.Path, () =>
    {
        var all = IsStated(nameof(Scope)) ? DefaultStore.Read(Scope) : DefaultStore.ReadApplied();
        WriteObject(all.Where(d => Name.Contains(d.Name, StringComparer.OrdinalIgnoreCase)), enumerateCollection: true);
    });
}
