using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Removes temporary folders that batches left behind, but not those of running batches.</summary>
[Cmdlet(
    VerbsCommon.Clear, "SpectralTemp", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = OnlineHelp.Page + "Clear-SpectralTemp")]
[OutputType(typeof(SpectralTempItem))]
public sealed class ClearSpectralTempCommand : SpectralCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly List<string> _folders = [];

    /// <summary>The output folders to search; by default the temporary folder of the system. Wildcards are allowed.</summary>
    [Parameter(
        Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet,
        HelpMessage = "The output folders to search; by default the temporary folder of the system.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [FolderCompletion]
    [PSDefaultValue(Help = "the temporary folder of the system")]
    public string[] Path { get; set; } = [];

    /// <summary>The output folders to search, without wildcards.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet,
        HelpMessage = "The output folders to search, without wildcards.")]
    [Alias("PSPath", "LP", "FullName", "OutputDirectory")]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The minimum age of the last write, as seconds or a TimeSpan.</summary>
    [Parameter(HelpMessage = "The minimum age of the last write, as seconds or a TimeSpan.")]
    [TimeSpanTransformation]
    [ValidateTimeSpan(0, 1e10)]
    [NoCompletion]
    public TimeSpan OlderThan { get; set; }

    /// <summary>Removes without confirmation, whatever the preference is.</summary>
    [Parameter(HelpMessage = "Removes without confirmation, whatever the preference is.")]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits what was removed.</summary>
    [Parameter(HelpMessage = "Emits what was removed.")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var folder in FindItems(Path, LiteralPath))
        {
            RunFor(folder, () =>
            {
                if (!Directory.Exists(folder))
                {
                    throw new SpectralException(
                        SpectralErrorIds.PathNotFound, SpectralErrorCategory.NotFound, $"There is no folder '{folder}'.");
                }

                _folders.Add(folder);
            });
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_folders.Count == 0 && (Path.Length > 0 || LiteralPath.Length > 0))
            return;
        foreach (var item in Engine.FindTemp(_folders))
        {
            if (item.InUse)
            {
                this.WriteDetail($"'{item.Path}' belongs to a batch that is still running, or to another user.");
                continue;
            }

            if (DateTime.Now - item.LastWriteTime < OlderThan)
                continue;
            var what = FormattableString.Invariant($"Remove {item.FileCount} temporary files, {item.Length} bytes");
            if (Force && !this.IsWhatIf() || ShouldProcess(ShownText.From(item.Path), what))
                Remove(item);
        }
    }

    private void Remove(SpectralTempItem item)
    {
        try
        {
            var removed = Engine.RemoveTemp(item);
            if (PassThru)
                WriteObject(removed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.From(
                new SpectralError(
                    SpectralErrorIds.TempNotRemoved,
                    e is IOException ? SpectralErrorCategory.Write : SpectralErrorCategory.Permission,
                    $"'{item.Path}' cannot be removed. {e.Message}",
                    "Close the program that has a file in it open."),
                item.Path,
                e));
        }
    }
}
