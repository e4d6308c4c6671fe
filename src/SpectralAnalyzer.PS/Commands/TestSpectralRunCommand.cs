using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Hashes again what the runs of an output folder read and made: says what changed, what is missing, and what no run made.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SpectralRun")]
[OutputType(typeof(SpectralRunFile), typeof(bool))]
public sealed class TestSpectralRunCommand : SpectralCommand
{
    /// <summary>The output folder, or the run manifest in it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "OutputDirectory")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Only answers whether everything is intact; nothing but foreign files is forgiven.</summary>
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
