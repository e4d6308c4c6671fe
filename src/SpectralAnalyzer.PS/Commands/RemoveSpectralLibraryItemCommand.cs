using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Removes spectra from a library.</summary>
[Cmdlet(
    VerbsCommon.Remove, "SpectralLibraryItem", DefaultParameterSetName = NameSet, SupportsShouldProcess = true,
    HelpUri = OnlineHelp.Page + "Remove-SpectralLibraryItem")]
[OutputType(typeof(SpectralLibrary))]
public sealed class RemoveSpectralLibraryItemCommand : SpectralCommand
{
    private const string NameSet = "Name";
    private const string IndexSet = "Index";
    private const string ItemSet = "InputObject";

    private readonly Dictionary<string, HashSet<int>> _piped = [];

    /// <summary>The file of the library.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NameSet, HelpMessage = "The file of the library.")]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IndexSet)]
    [ValidateNotNullOrEmpty]
    [SpectralLibraryCompletion]
    public string Library { get; set; } = "";

    /// <summary>The names of the spectra; wildcards are allowed.</summary>
    [Parameter(
        Mandatory = true, Position = 1, ParameterSetName = NameSet,
        HelpMessage = "The names of the spectra; wildcards are allowed.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [NoCompletion]
    public string[] Name { get; set; } = [];

    /// <summary>The places of the spectra in the library, from 1.</summary>
    [Parameter(
        Mandatory = true, ParameterSetName = IndexSet, HelpMessage = "The places of the spectra in the library, from 1.")]
    [ValidateNotNullOrEmpty]
    [ValidateRange(1, int.MaxValue)]
    [NoCompletion]
    public int[] Index { get; set; } = [];

    /// <summary>Entries of a library, from Get-SpectralLibrary -Item.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true, ParameterSetName = ItemSet,
        HelpMessage = "Entries of a library, from Get-SpectralLibrary -Item.")]
    [ValidateNotNull]
    [NoCompletion]
    public SpectralLibraryItem[] InputObject { get; set; } = [];

    /// <summary>Emits the library.</summary>
    [Parameter(HelpMessage = "Emits the library.")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in InputObject)
        {
            if (!_piped.TryGetValue(item.LibraryPath, out var indexes))
                _piped.Add(item.LibraryPath, indexes = []);
            indexes.Add(item.Index);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName != ItemSet)
        {
            RunFor(Library, () =>
            {
                var path = ResolvePath(Library);
                Remove(path, ParameterSetName == IndexSet ? Indexes(path) : Named(path));
            });
        }

        foreach (var (path, indexes) in _piped)
            RunFor(path, () => Remove(path, indexes));
    }

    private void Remove(string path, HashSet<int> indexes)
    {
        var what = indexes.Count == 1 ? "Remove 1 spectrum" : FormattableString.Invariant($"Remove {indexes.Count} spectra");
        if (indexes.Count == 0 || !ShouldProcess(path, what))
            return;
        var library = Await(() => Engine.Libraries.Remove(path, indexes, StopToken));
        if (PassThru)
            WriteObject(library);
    }

    private HashSet<int> Indexes(string path)
    {
        var count = Engine.Libraries.Read(path).Count;
        return Index.Where(index => index > count).Cast<int?>().FirstOrDefault() is not { } missing ? [.. Index]
            : throw NotFound(FormattableString.Invariant(
                $"The library '{path}' has {count} spectra, and none at place {missing}."));
    }

    private HashSet<int> Named(string path)
    {
        var items = Engine.Libraries.ReadItems(path).ToList();
        var indexes = new HashSet<int>();
        foreach (var name in Name)
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            var matching = items.Where(item => pattern.IsMatch(item.Name)).ToList();
            if (matching.Count == 0)
                WriteError(ErrorRecords.From(NotFound($"The library '{path}' has no spectrum '{name}'."), name));
            indexes.UnionWith(matching.Select(item => item.Index));
        }

        return indexes;
    }

    private static SpectralException NotFound(string message) => new(
        SpectralErrorIds.LibraryItemNotFound, SpectralErrorCategory.NotFound, message,
        "Get-SpectralLibrary -Item shows what is in it.");
}
