using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Reports how files are read, with what confidence, and what is wrong with them. It sends nothing to an AI.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SpectralFile", DefaultParameterSetName = PathSet, HelpUri = OnlineHelp.Page + "Test-SpectralFile")]
[OutputType(typeof(SpectralFileReport), typeof(bool), typeof(AiRequest))]
public sealed class TestSpectralFileCommand : NormalizingCommand
{
    /// <summary>Returns only true or false; false also for a file that does not exist.</summary>
    [Parameter(HelpMessage = "Returns only true or false; false also for a file that does not exist.")]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Emits the exact request that an AI would get, and whether it would be sent. Nothing is sent.</summary>
    [Parameter(HelpMessage = "Emits the exact request that an AI would get, and whether it would be sent.")]
    public SwitchParameter ShowAiRequest { get; set; }

    /// <inheritdoc/>
    // a file that is not there is not valid
    private protected override void ReportPath(ErrorRecord error)
    {
        if (Quiet)
            WriteObject(false);
        else
            base.ReportPath(error);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(() =>
    {
        foreach (var file in InputFiles())
        {
            if (ShowAiRequest)
            {
                var options = NormalizationOptions();
                RunFor(
                    file,
                    () => WriteObject(
                        Await(() => Engine.Normalization.ShowRequest(file, ReadOptions, options, StopToken))));
                continue;
            }

            var report = Await(() => Engine.Inspect(file, ReadOptions, StopToken));
            WriteObject(Quiet ? report.IsValid : report);
        }
    });
}
