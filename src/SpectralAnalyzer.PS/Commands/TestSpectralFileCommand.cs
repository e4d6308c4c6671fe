using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Tests whether files can be read as spectra, and says how, how sure that is, and what is wrong. It asks no AI, and shows what one would be sent.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SpectralFile", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SpectralFileReport), typeof(bool), typeof(AiRequest))]
public sealed class TestSpectralFileCommand : NormalizingCommand
{
    /// <summary>Answers only true or false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Emits what an AI would be sent about each file, to the letter, and whether it would. Nothing is sent.</summary>
    [Parameter]
    public SwitchParameter ShowAiRequest { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(() =>
    {
        foreach (var file in InputFiles())
        {
            if (ShowAiRequest)
            {
                RunFor(file, () => WriteObject(Engine.Normalization.ShowRequest(file, ReadOptions, NormalizationOptions(), StopToken)));
                continue;
            }

            var report = Engine.Inspect(file, ReadOptions, StopToken);
            WriteObject(Quiet ? report.IsValid : report);
        }
    });
}
