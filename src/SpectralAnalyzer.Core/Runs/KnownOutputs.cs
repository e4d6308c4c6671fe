using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>Tells what batches made from what they are made of, by the manifest beside a file. Remembers what it has read of each manifest.</summary>
internal sealed class KnownOutputs
{
    private static readonly string s_temporary = Path.DirectorySeparatorChar + TempWorkspace.Prefix;

    private readonly Dictionary<string, Folder> _folders = new(StringComparer.Ordinal);

    /// <summary>True for a manifest, an output that it names, and anything in a batch's temporary folder.</summary>
    /// <param name="path">Full path of a file.</param>
    internal bool Contains(string path)
    {
        if (path.Contains(s_temporary, StringComparison.Ordinal))
            return true;
        var name = Path.GetFileName(path);
        if (name is ManifestFile.Name or ManifestFile.LockName)
            return true;
        if (Path.GetDirectoryName(path) is not { } parent)
            return false;
        if (!_folders.TryGetValue(parent, out var folder))
            _folders.Add(parent, folder = new Folder());
        ReadOn(Path.Combine(parent, ManifestFile.Name), folder);
        return folder.Names.Contains(name);
    }

    // an output is announced before it gets its name: whoever sees the file finds its line
    private static void ReadOn(string manifest, Folder folder)
    {
        var file = new FileInfo(manifest);
        if (!file.Exists || file.Length <= folder.ReadTo)
            return;
        foreach (var text in ManifestLineReader.Read(manifest, folder.ReadTo, CancellationToken.None))
        {
            if (!text.IsEnded)
                return;
            if (ManifestJson.IsOfKind(text.Bytes.Span, ManifestLine.SavingKind) && ManifestJson.Read(text.Bytes.Span)?.Saving is { } saving)
                folder.Names.UnionWith(saving.Outputs.Select(o => o.Path));
            if (ManifestJson.IsOfKind(text.Bytes.Span, ManifestLine.PackingKind) && ManifestJson.Read(text.Bytes.Span)?.Packing is { } archive)
                folder.Names.Add(archive.Path);
            folder.ReadTo = text.Offset + text.Bytes.Length + 1;
        }
    }

    private sealed class Folder
    {
        internal HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

        internal long ReadTo { get; set; }
    }
}
