using System.IO.Compression;
using System.Security.Cryptography;

namespace SpectralAnalyzer.Core.Output;

/// <summary>
/// Outputs that are packed into one ZIP. The ZIP is written in the workspace, verified against the hashes of the files and then
/// committed; the loose files are removed last.
/// </summary>
/// <param name="path">Full path of the ZIP.</param>
/// <param name="isCompressed">Returns whether a file is compressed already.</param>
internal sealed class OutputPack(string path, Func<string, bool> isCompressed)
{
    private readonly List<SpectralFileStamp> _outputs = [];

    /// <summary>Gets the full path of the ZIP.</summary>
    internal string Path => path;

    /// <summary>Gets or sets the number of outputs that are to be packed.</summary>
    internal int Announced { get; set; }

    /// <summary>Gets or sets whether no more outputs follow.</summary>
    internal bool IsClosed { get; set; }

    /// <summary>Gets whether all outputs have been added.</summary>
    internal bool IsReady => IsClosed && _outputs.Count == Announced;

    /// <summary>Adds saved outputs.</summary>
    internal void Add(IEnumerable<SpectralFileStamp> outputs) => _outputs.AddRange(outputs);

    /// <summary>Writes and verifies the ZIP.</summary>
    /// <exception cref="SpectralException">The ZIP does not contain the files as they were written.</exception>
    internal PreparedOutput Prepare(TempWorkspace workspace, CancellationToken cancellationToken) => new(
        new OutputTarget(".zip", path, path, HasConflict: false, OutputNameAction.Create),
        AtomicFile.Prepare(workspace, ".zip", stream => Write(stream, cancellationToken), zip => Verify(zip, cancellationToken)));

    /// <summary>Removes the loose files, except those that have changed since.</summary>
    /// <returns>The number of files that could not be removed, and the reason for the first; null if all were removed.</returns>
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

    /// <summary>Returns the SHA-256 of each file in a ZIP, by its name.</summary>
    /// <exception cref="InvalidDataException">The ZIP is damaged.</exception>
    internal static Dictionary<string, string> ComputeHashes(string archive, CancellationToken cancellationToken)
    {
        using var zip = ZipFile.OpenRead(archive);
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var content = entry.Open();
            hashes[entry.FullName] = Convert.ToHexStringLower(SHA256.HashData(content));
        }

        return hashes;
    }

    private void Write(Stream stream, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var output in _outputs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            zip.CreateEntryFromFile(output.Path, System.IO.Path.GetFileName(output.Path), Level(output.Path));
        }
    }

    private void Verify(string zip, CancellationToken cancellationToken)
    {
        var hashes = ComputeHashes(zip, cancellationToken);
        foreach (var output in _outputs)
        {
            if (hashes.GetValueOrDefault(System.IO.Path.GetFileName(output.Path)) != output.Sha256)
            {
                throw new SpectralException(
                    SpectralErrorIds.OutputCorrupt,
                    SpectralErrorCategory.Write,
                    $"The ZIP does not contain '{System.IO.Path.GetFileName(output.Path)}' as it was written.",
                    "The file was changed since, or the disk is faulty. The loose files stay.");
            }
        }
    }

    private CompressionLevel Level(string name) => isCompressed(name) ? CompressionLevel.NoCompression : CompressionLevel.Optimal;
}
