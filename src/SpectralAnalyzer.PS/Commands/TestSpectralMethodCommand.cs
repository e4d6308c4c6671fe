using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Defaults;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Shows every fault of a method file. With sample files, shows what each step does to them.</summary>
[Cmdlet(
    VerbsDiagnostic.Test, "SpectralMethod", DefaultParameterSetName = PathSet,
    HelpUri = OnlineHelp.Page + "Test-SpectralMethod")]
[OutputType(typeof(MethodReport), typeof(MethodStepEffect), typeof(bool))]
public sealed class TestSpectralMethodCommand : MethodFileCommand
{
    /// <summary>Spectral files that the steps are applied to; wildcards are allowed.</summary>
    [Parameter(HelpMessage = "Spectral files that the steps are applied to; wildcards are allowed.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [SpectralFileCompletion]
    public string[] SampleFile { get; set; } = [];

    /// <summary>The baseline, which some steps refer to, for example msc: the path of its file, or a spectrum.</summary>
    [Parameter(HelpMessage = "The baseline, which some steps refer to, for example msc: the path of its file, or a spectrum.")]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    [SpectrumInputTransformation]
    [SuppliedByDefault]
    public SpectrumInput? Baseline { get; set; }

    /// <summary>Returns only true or false; false also for a file that does not exist.</summary>
    [Parameter(HelpMessage = "Returns only true or false; false also for a file that does not exist.")]
    public SwitchParameter Quiet { get; set; }

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
    protected override void ProcessRecord()
    {
        foreach (var file in MethodFiles())
            RunFor(file, () => Test(file));
    }

    private void Test(string file)
    {
        var report = Await(() => Engine.Methods.Check(file));
        if (SampleFile.Length == 0 || report.Method is not { } method)
        {
            WriteObject(Quiet ? report.IsValid : report);
            return;
        }

        Spectrum? reference = null;
        if (Baseline is { Path: null } inMemory)
        {
            reference = inMemory.Spectra[0];
        }
        else if (Baseline is { Path: { } stated })
        {
            var path = ResolvePath(stated);
            reference = Await(() => Engine.Read(path, method.BaselineReading, StopToken)).Spectra[0];
        }

        var isApplicable = true;
        var paths = new FilePaths(this, static path => Engine.FindReasonToLeaveOut(path));
        foreach (var sample in paths.Resolve(SampleFile, literal: false, recurse: false))
        {
            var isRead = false;
            RunFor(sample, () =>
            {
                foreach (var spectrum in Await(() => Engine.Read(sample, method.Reading, StopToken)).Spectra)
                {
                    var effects = Await(() => Engine.Methods.Trace(method, spectrum, reference, StopToken));
                    isApplicable &= effects.All(effect => effect.Error is null);
                    if (!Quiet)
                        WriteObject(effects, enumerateCollection: true);
                }

                isRead = true;
            });
            isApplicable &= isRead;
        }

        if (Quiet)
            WriteObject(isApplicable);
    }
}
