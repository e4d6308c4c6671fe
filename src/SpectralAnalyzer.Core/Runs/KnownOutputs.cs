using System.Diagnostics;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>Distinguishes outputs of batches from samples by the manifest in their folder. Remembers what it has read of each
/// manifest.</summary>
internal sealed class KnownOutputs
{
    private static readonly string s_temporary = Path.DirectorySeparatorChar + TempWorkspace.Prefix;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<string, Folder> _folders = new(StringComparer.Ordinal);

    /// <summary>Returns true for a manifest, an output that it names, and anything in the temporary folder of a batch.</summary>
    internal bool Contains(string path)
    {
        if (path.Contains(s_temporary, StringComparison.Ordinal))
            return true;
        var name = Path.GetFileName(path);
        if (ManifestParts.IsName(name))
            return true;
        if (Path.GetDirectoryName(path) is not { } parent)
            return false;
        if (!_folders.TryGetValue(parent, out var folder))
            _folders.Add(parent, folder = new Folder());
        // thousands of files are asked about one after the other, and a run takes longer to begin
        if (folder.Looked == 0 || Stopwatch.GetElapsedTime(folder.Looked) > s_pause)
            (folder.Parts, folder.Looked) = (ManifestParts.Count(parent), Stopwatch.GetTimestamp());
        for (var number = 1; number <= folder.Parts; number++)
            ReadNewLines(ManifestParts.PathOf(parent, number), folder);
        return folder.Names.Contains(name);
    }

    // an output is recorded before it is committed, so its line precedes the file
    private static void ReadNewLines(string manifest, Folder folder)
    {
        var file = new FileInfo(manifest);
        // what a link leads to is no manifest of this folder
        var from = folder.ReadTo.GetValueOrDefault(manifest);
        if (!file.Exists || file.Length <= from || file.LinkTarget is not null)
            return;
        foreach (var text in ManifestLineReader.Read(manifest, from, CancellationToken.None))
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
            folder.ReadTo[manifest] = text.Offset + text.Bytes.Length + 1;
        }
    }

    private sealed class Folder
    {
        internal HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

        internal int Parts { get; set; }

        internal long Looked { get; set; }

        internal Dictionary<string, long> ReadTo { get; } = new(StringComparer.Ordinal);
    }
}
