using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>Distinguishes outputs of batches from samples by the manifest in their folder. Remembers what it has read of each
/// manifest.</summary>
internal sealed class KnownOutputs
{
    private static readonly string s_temporary = Path.DirectorySeparatorChar + TempWorkspace.Prefix;

    private readonly Dictionary<string, Folder> _folders = new(StringComparer.Ordinal);

    /// <summary>Returns true for a manifest, an output that it names, and anything in the temporary folder of a batch.</summary>
    internal bool Contains(string path)
    {
        if (path.Contains(s_temporary, StringComparison.Ordinal))
            return true;
        var name = Path.GetFileName(path);
        if (name is ManifestFile.Name or ManifestFile.LockName or ManifestFile.AlarmsName)
            return true;
        if (Path.GetDirectoryName(path) is not { } parent)
            return false;
        if (!_folders.TryGetValue(parent, out var folder))
            _folders.Add(parent, folder = new Folder());
        ReadNewLines(Path.Combine(parent, ManifestFile.Name), folder);
        return folder.Names.Contains(name);
    }

    // an output is recorded before it is committed, so its line precedes the file
    private static void ReadNewLines(string manifest, Folder folder)
    {
        var file = new FileInfo(manifest);
        // what a link leads to is no manifest of this folder
        if (!file.Exists || file.Length <= folder.ReadTo || file.LinkTarget is not null)
            return;
        foreach (var text in ManifestLineReader.Read(manifest, folder.ReadTo, CancellationToken.None))
        {
            if (!text.IsEnded)
                return;
            var bytes = text.Bytes.Span;
            if (ManifestJson.IsOfKind(bytes, SavingLine.Kind) && ManifestJson.Read(bytes) is SavingLine { Saving: { } saving })
                folder.Names.UnionWith(saving.Outputs.Select(o => o.Path));
            else if (ManifestJson.IsOfKind(bytes, PackingLine.Kind)
                && ManifestJson.Read(bytes) is PackingLine { Packing: { } archive })
                folder.Names.Add(archive.Path);
            else if (ManifestJson.IsOfKind(bytes, AlbumLine.Kind)
                && ManifestJson.Read(bytes) is AlbumLine { Album.File: { } album })
                folder.Names.Add(album.Path);
            folder.ReadTo = text.Offset + text.Bytes.Length + 1;
        }
    }

    private sealed class Folder
    {
        internal HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

        internal long ReadTo { get; set; }
    }
}
