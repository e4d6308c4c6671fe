using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Loading;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Hashes again what the runs of an output folder read and made: says what changed, what is missing, and what no run made.</summary>
[Cmdlet(VerbsDiagnostic.Test, "SpectralRun")]
[OutputType(typeof(SpectralRunFile), typeof(bool))]
public sealed class TestSpectralRunCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

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
        var paths = new FilePaths(this, static () => []);
        foreach (var path in Path)
        {
            try
            {
                Check(paths.Single(path));
            }
            catch (SpectralException e)
            {
                WriteError(ErrorRecords.From(e, path));
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                throw new PipelineStoppedException();
            }
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private void Check(string folder)
    {
        var files = EngineHost.Engine.Runs.Check(folder, _stop.Token);
        if (Quiet)
        {
            WriteObject(files.All(static f => f.IsIntact || f.State == SpectralRunFileState.Foreign));
            return;
        }

        foreach (var file in files)
            WriteObject(file);
    }
}
