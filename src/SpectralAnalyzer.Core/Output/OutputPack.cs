using System.IO.Compression;
using System.Security.Cryptography;

namespace SpectralAnalyzer.Core.Output;

/// <summary>Outputs that go into one ZIP. Made in the workspace, read back and held against the hashes of the files, and only then named; the loose files go last.</summary>
/// <param name="path">Full path of the ZIP.</param>
/// <param name="isCompressed">Returns whether a file is compressed already.</param>
internal sealed class OutputPack(string path, Func<string, bool> isCompressed)
{
    private readonly List<SpectralFileStamp> _outputs = [];

    /// <summary>Full path of the ZIP.</summary>
    internal string Path => path;

    /// <summary>How many outputs are announced to go into it.</summary>
    internal int Announced { get; set; }

    /// <summary>True once no further output is announced.</summary>
    internal bool IsClosed { get; set; }

    /// <summary>True where all that were announced are there.</summary>
    internal bool IsReady => IsClosed && _outputs.Count == Announced;

    /// <summary>Takes in finished outputs.</summary>
    internal void Add(IEnumerable<SpectralFileStamp> outputs) => _outputs.AddRange(outputs);

    /// <summary>Writes and checks the ZIP.</summary>
    /// <param name="workspace">Where it is made.</param>
    /// <param name="cancellationToken">Ends the work; the loose files stay.</param>
    /// <returns>Where it waits for its name, and its stamp under that name.</returns>
    /// <exception cref="SpectralException">What was read back is not what was put in.</exception>
    internal (string Prepared, SpectralFileStamp Stamp) Prepare(TempWorkspace workspace, CancellationToken cancellationToken)
    {
        var prepared = AtomicFile.Prepare(
            workspace, ".zip", stream => Write(stream, cancellationToken), made => Verify(made, cancellationToken));
        return (prepared.Path, prepared with { Path = path });
    }

    /// <summary>Removes the loose files, save those that somebody has changed meanwhile.</summary>
    /// <returns>How many could not be removed, and why the first could not; null where all were.</returns>
    internal (int Count, string Why)? RemoveLoose()
    {
        var count = 0;
        string? why = null;
        foreach (var output in _outputs)
        {
            try
            {
                var file = new FileInfo(output.Path);
                if (file.Exists && file.Length == output.Length && file.LastWriteTimeUtc == output.LastWriteTimeUtc)
                    file.Delete();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                count++;
                why ??= e.Message;
            }
        }

        return why is null ? null : (count, why);
    }

    /// <summary>The SHA-256 of every output in a ZIP, by its name.</summary>
    /// <param name="archive">Full path of the ZIP.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">The ZIP is damaged.</exception>
    internal static Dictionary<string, string> HashesOf(string archive, CancellationToken cancellationToken)
    {
        using var zip = ZipFile.OpenRead(archive);
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hashes[entry.FullName] = HashOf(entry);
        }

        return hashes;
    }

    private void Write(Stream stream, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var output in _outputs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            zip.CreateEntryFromFile(output.Path, System.IO.Path.GetFileName(output.Path), LevelOf(output.Path));
        }
    }

    private void Verify(string made, CancellationToken cancellationToken)
    {
        var hashes = HashesOf(made, cancellationToken);
        foreach (var output in _outputs)
        {
            if (hashes.GetValueOrDefault(System.IO.Path.GetFileName(output.Path)) != output.Sha256)
            {
                throw new SpectralException(
                    SpectralErrorIds.OutputCorrupt,
                    SpectralErrorCategory.Write,
                    $"'{System.IO.Path.GetFileName(output.Path)}' is not in the ZIP as it was made.",
                    "The loose file was changed meanwhile, or the disk failed; the loose files stay.");
            }
        }
    }

    private static string HashOf(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private CompressionLevel LevelOf(string name) => isCompressed(name) ? CompressionLevel.NoCompression : CompressionLevel.Optimal;
}
