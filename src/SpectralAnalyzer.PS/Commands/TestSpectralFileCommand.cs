using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Tests whether files can be read as spectra, and says how, how sure that is, and what is wrong.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SpectralFile", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SpectralFileReport), typeof(bool))]
public sealed class TestSpectralFileCommand : ReadingCommand
{
    /// <summary>Answers only true or false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(() =>
    {
        foreach (var file in InputFiles())
        {
            var report = Engine.Inspect(file, ReadOptions, StopToken);
            WriteObject(Quiet ? report.IsValid : report);
        }
    });
}
