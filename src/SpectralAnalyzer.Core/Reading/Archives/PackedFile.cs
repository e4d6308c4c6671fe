using System.IO.Compression;
using System.Runtime.CompilerServices;
using ICSharpCode.SharpZipLib.BZip2;

namespace SpectralAnalyzer.Core.Reading.Archives;

/// <summary>Unpacks a file that packs one other file: gzip, bzip2, or a ZIP archive with a single member.</summary>
/// <remarks>After RFC 1952, the manual of bzip2 1.0.8, and APPNOTE.TXT of PKWARE.</remarks>
internal static class PackedFile
{
    private const int GzipTrailer = 8;

    /// <summary>Returns the packed file, or null if the file packs none, or several.</summary>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">It is damaged, or unpacks to more than is read.</exception>
    internal static (string FileName, ReadOnlyMemory<byte> Bytes)? Unpack(
        string fileName, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var head = bytes.Span;
        if (IsGzip(head))
            return (WithoutExtension(fileName, ".gz"), Gzip(fileName, bytes, cancellationToken));
        if (IsBzip2(head))
            return (WithoutExtension(fileName, ".bz2"), Bzip2(fileName, bytes, cancellationToken));
        // under another extension it may be a format of its own with one member
        return ZipSource.IsArchive(bytes) && fileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
            ? SingleMember(bytes, cancellationToken)
            : null;
    }

    /// <summary>Returns how many bytes a file of this path unpacks to, as it states, or null if it is not packed.</summary>
    internal static long? StatedLength(Stream file)
    {
        Span<byte> head = stackalloc byte[4];
        file.Position = 0;
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (IsBzip2(head))
            return Math.Min(BoundedBytes.MostUnpacked, 10 * file.Length);
        if (IsGzip(head) && file.Length > GzipTrailer)
        {
            file.Position = file.Length - 4;
            file.ReadExactly(head);
            return Math.Clamp(BitConverter.ToUInt32(head), file.Length, BoundedBytes.MostUnpacked);
        }

        return head.StartsWith(ZipSource.Magic) ? Math.Min(BoundedBytes.MostUnpacked, ZipSource.StatedLength(file)) : null;
    }

    private static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]);

    private static bool IsBzip2(ReadOnlySpan<byte> head) =>
        head.Length > 3 && head.StartsWith("BZh"u8) && head[3] is >= (byte)'1' and <= (byte)'9'
        && (head.Length < 10 || head[4..].StartsWith((ReadOnlySpan<byte>)[0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
            || head[4..].StartsWith((ReadOnlySpan<byte>)[0x17, 0x72, 0x45, 0x38, 0x50, 0x90]));

    private static string WithoutExtension(string fileName, string extension) =>
        fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? fileName[..^extension.Length] : fileName;

    private static ReadOnlyMemory<byte> Gzip(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        const string Format = "gzip";
        var unpacked = Unpack(
            Format, fileName, () => new GZipStream(SourceStream.Open(bytes), CompressionMode.Decompress), cancellationToken);
        // the stream does not notice that the last bytes are missing
        var stated = new ByteReader(bytes, "gzip").U32(bytes.Length - 4L);
        return stated == (uint)unpacked.Length || HasSeveralMembers(bytes, unpacked.Length, stated)
            ? unpacked
            : throw BoundedBytes.Damaged(Format, Invariant($"it states {stated} bytes and has {unpacked.Length}."));
    }

    // the length at the end is that of the last of them
    private static bool HasSeveralMembers(ReadOnlyMemory<byte> bytes, long unpacked, uint lastLength) =>
        lastLength < unpacked && bytes.Span[1..].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]) >= 0;

    // in a method of its own, so that the library is loaded for such a file only
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlyMemory<byte> Bzip2(string fileName, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        Unpack("bzip2", fileName, () => new BZip2InputStream(SourceStream.Open(bytes)), cancellationToken);

    private static ReadOnlyMemory<byte> Unpack(
        string format, string fileName, Func<Stream> open, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = open();
            return BoundedBytes.ReadAll(stream, BoundedBytes.MostUnpacked, cancellationToken: cancellationToken)
                ?? throw BoundedBytes.TooLarge(format, fileName);
        }
        catch (Exception e) when (e is not (SpectralException or OperationCanceledException or OutOfMemoryException))
        {
            throw BoundedBytes.Damaged(format, e.Message, e);
        }
    }

    private static (string FileName, ReadOnlyMemory<byte> Bytes)? SingleMember(
        ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        using var archive = ZipSource.TryOpen(bytes, cancellationToken);
        return archive?.Files is [var name] ? (name[(name.LastIndexOf('/') + 1)..], archive.Read(name)!.Value) : null;
    }
}
