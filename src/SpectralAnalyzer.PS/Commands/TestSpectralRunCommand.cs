using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Verifies the hashes of the files that the runs of an output folder read and wrote.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SpectralRun", DefaultParameterSetName = PathSet, HelpUri = OnlineHelp.Page + "Test-SpectralRun")]
[OutputType(typeof(SpectralRunFile), typeof(bool))]
public sealed class TestSpectralRunCommand : SpectralCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The output folder, or the run manifest in it; wildcards are allowed.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet,
        HelpMessage = "The output folder, or the run manifest in it; wildcards are allowed.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ManifestCompletion]
    public string[] Path { get; set; } = [];

    /// <summary>The output folder, or the run manifest in it, without wildcards.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet,
        HelpMessage = "The output folder, or the run manifest in it, without wildcards.")]
    [Alias("PSPath", "LP", "FullName", "OutputDirectory", "Manifest")]
    [ValidateNotNullOrEmpty]
    [ManifestCompletion]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>
    /// Returns only whether everything is intact; foreign files do not count. A folder that does not exist is not intact.
    /// </summary>
    [Parameter(HelpMessage = "Returns only whether everything is intact; foreign files do not count.")]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in FindItems(Path, LiteralPath, ReportPath))
            RunFor(path, () => Check(path));
    }

    private void ReportPath(ErrorRecord error)
    {
        if (Quiet)
            WriteObject(false);
        else
            WriteError(error);
    }

    private void Check(string folder)
    {
        if (Quiet)
        {
            WriteObject(IsIntact(folder));
            return;
        }

        foreach (var file in Engine.Runs.Check(folder, StopToken))
            WriteObject(file);
    }

    private bool IsIntact(string folder)
    {
        try
        {
            return Engine.Runs.Check(folder, StopToken)
                .All(static f => f.IsIntact || f.State == SpectralRunFileState.Foreign);
        }
        catch (SpectralException e) when (e.Error.Category == SpectralErrorCategory.NotFound)
        {
            return false;
        }
    }
}
