using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Shows libraries of spectra, or what is in them.</summary>
[Cmdlet(VerbsCommon.Get, "SpectralLibrary", HelpUri = OnlineHelp.Page + "Get-SpectralLibrary")]
[OutputType(typeof(SpectralLibrary), typeof(SpectralLibraryItem))]
public sealed class GetSpectralLibraryCommand : SpectralCommand
{
    /// <summary>The files of the libraries; wildcards are allowed.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true,
        HelpMessage = "The files of the libraries; wildcards are allowed.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [SpectralLibraryCompletion]
    public string[] Library { get; set; } = [];

    /// <summary>Emits the entries with these names instead; wildcards are allowed.</summary>
    [Parameter(HelpMessage = "Emits the entries with these names instead; wildcards are allowed.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [NoCompletion]
    public string[] Item { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var stated in Library)
        {
            var isFile = false;
            RunFor(stated, () => isFile = File.Exists(ResolvePath(stated)));
            foreach (var path in isFile ? FindItems([], [stated]) : FindItems([stated], []))
                RunFor(path, () => Show(path));
        }
    }

    private void Show(string path)
    {
        if (Item.Length == 0)
        {
            WriteObject(Await(() => Engine.Libraries.Read(path)));
            return;
        }

        var patterns = Array.ConvertAll(Item, name => new WildcardPattern(name, WildcardOptions.IgnoreCase));
        var isFound = new bool[patterns.Length];
        foreach (var item in Engine.Libraries.ReadItems(path))
        {
            StopToken.ThrowIfCancellationRequested();
            var isWanted = false;
            for (var i = 0; i < patterns.Length; i++)
            {
                if (!patterns[i].IsMatch(item.Name))
                    continue;
                isWanted = isFound[i] = true;
            }

            if (isWanted)
                WriteObject(item);
        }

        for (var i = 0; i < patterns.Length; i++)
        {
            if (isFound[i] || WildcardPattern.ContainsWildcardCharacters(Item[i]))
                continue;
            WriteError(ErrorRecords.From(
                new SpectralError(
                    SpectralErrorIds.LibraryItemNotFound, SpectralErrorCategory.NotFound,
                    $"The library '{path}' has no spectrum '{Item[i]}'.", "-Item '*' shows what is in it."),
                Item[i]));
        }
    }
}
