using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Verifies the hashes of the files that the runs of an output folder read and wrote.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SpectralRun")]
[OutputType(typeof(SpectralRunFile), typeof(bool))]
public sealed class TestSpectralRunCommand : SpectralCommand
{
    /// <summary>The output folder, or the run manifest in it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "OutputDirectory")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Returns only whether everything is intact; foreign files do not count.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in Path)
            RunFor(path, () => Check(ResolvePath(path)));
    }

    private void Check(string folder)
    {
        var files = Engine.Runs.Check(folder, StopToken);
        if (Quiet)
        {
            WriteObject(files.All(static f => f.IsIntact || f.State == SpectralRunFileState.Foreign));
            return;
        }

        foreach (var file in files)
            WriteObject(file);
    }
}
