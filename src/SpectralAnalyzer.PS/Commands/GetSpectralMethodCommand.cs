using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Reads method files: how spectra are read, prepared, compared, measured, judged and drawn.</summary>
[Cmdlet(VerbsCommon.Get, "SpectralMethod", DefaultParameterSetName = PathSet, HelpUri = OnlineHelp.Page + "Get-SpectralMethod")]
[OutputType(typeof(SpectralMethod))]
public sealed class GetSpectralMethodCommand : MethodFileCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var file in MethodFiles())
            RunFor(file, () => WriteObject(Await(() => Engine.Methods.Read(file))));
    }
}
