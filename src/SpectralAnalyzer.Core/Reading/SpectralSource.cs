using SpectralAnalyzer.Core.Reading.Archives;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>The bytes of a file, with its name.</summary>
/// <param name="path">Full path of the file.</param>
/// <param name="bytes">All its bytes.</param>
public sealed class SpectralSource(string path, ReadOnlyMemory<byte> bytes)
{
    private SpectralSource? _unpacked;

    /// <summary>Full path of the file.</summary>
    public string Path { get; } = path;

    /// <summary>All its bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>When the file was last written to; the default where it is not known.</summary>
    public DateTime LastWriteTimeUtc { get; init; }

    /// <summary>Reads a file whole, as it is at one moment.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="maxBytes">A larger file is refused.</param>
    /// <exception cref="SpectralException">
    /// It is too large (<c>FileTooLarge</c>), or was written to meanwhile (<c>FileChanging</c>).
    /// </exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SpectralSource Load(string path, long maxBytes)
    {
        using var file = Open(path, out var isOpenForWriting);
        if (!file.CanSeek)
            return new SpectralSource(path, File.ReadAllBytes(path));
        var length = file.Length;
        if (length > Math.Min(maxBytes, Array.MaxLength))
            throw TooLarge(length, maxBytes);
        var time = File.GetLastWriteTimeUtc(file.SafeFileHandle);
        var bytes = GC.AllocateUninitializedArray<byte>((int)length);
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read != length || (isOpenForWriting && !HasBytes(file, bytes))
            || RandomAccess.GetLength(file.SafeFileHandle) != length || File.GetLastWriteTimeUtc(file.SafeFileHandle) != time)
        {
            throw new SpectralException(
                SpectralErrorIds.FileChanging,
                SpectralErrorCategory.Busy,
                "The file changed while it was read.",
                "It is still being written: try again when that is done.");
        }

        return new SpectralSource(path, bytes) { LastWriteTimeUtc = time };
    }

    // on Windows nobody can open it for writing from here on; elsewhere a change shows in its size or its time. A file that
    // another program has open for writing, as instruments do, is read too; as its time may not be up to date then, its bytes are
    // compared
    private static FileStream Open(string path, out bool isOpenForWriting)
    {
        isOpenForWriting = false;
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            isOpenForWriting = true;
            return new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.SequentialScan);
        }
    }

    private static bool HasBytes(FileStream file, ReadOnlySpan<byte> expected)
    {
        Span<byte> part = new byte[Math.Min(1 << 16, expected.Length)];
        for (var at = 0; at < expected.Length;)
        {
            var read = RandomAccess.Read(file.SafeFileHandle, part, at);
            if (read == 0 || !part[..read].SequenceEqual(expected.Slice(at, Math.Min(read, expected.Length - at))))
                return false;
            at += read;
        }

        return true;
    }

    /// <summary>The file's name with its extension; of a file within an archive its own.</summary>
    public string FileName { get; init; } = System.IO.Path.GetFileName(path);

    /// <summary>The file's name without folder and extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(FileName);

    /// <summary>The extension with its point, in lower case.</summary>
    public string Extension => System.IO.Path.GetExtension(FileName).ToLowerInvariant();

    /// <summary>The size of the file on the disk; <see cref="Bytes"/> may be unpacked.</summary>
    public long FileLength { get; init; } = bytes.Length;

    /// <summary>True for a file that was within another.</summary>
    public bool IsUnpacked { get; init; }

    /// <summary>Returns the file to read: this one, or the one that it packs (gzip, bzip2, a ZIP archive of one file).</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">It is damaged, or unpacks to more than is read.</exception>
    internal SpectralSource Unpack(CancellationToken cancellationToken) => IsUnpacked ? this
        : _unpacked ??= PackedFile.Unpack(FileName, Bytes, cancellationToken) is { } packed
            ? Member(packed.FileName, packed.Bytes)
            : this;

    /// <summary>A file within this one.</summary>
    /// <param name="fileName">Its name.</param>
    /// <param name="bytes">Its bytes.</param>
    internal SpectralSource Member(string fileName, ReadOnlyMemory<byte> bytes) =>
        new(Path, bytes)
        {
            FileName = fileName,
            FileLength = FileLength,
            IsUnpacked = true,
            LastWriteTimeUtc = LastWriteTimeUtc,
        };

    private static SpectralException TooLarge(long length, long maxBytes) => new(
        SpectralErrorIds.FileTooLarge,
        SpectralErrorCategory.Resource,
        Invariant($"The file has {length} bytes; at most {maxBytes} are read."),
        "Split it, or export fewer spectra into one file.");
}
