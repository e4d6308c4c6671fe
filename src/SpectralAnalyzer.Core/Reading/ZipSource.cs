using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using System.Xml.Linq;
using SpectralAnalyzer.Core.Reading.Archives;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>The members of a ZIP archive: found by name, unpacked to a limit, held against their checksum.</summary>
internal sealed class ZipSource : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly string _format;
    private readonly CancellationToken _cancellationToken;
    private long _unpacked;

    private ZipSource(ZipArchive archive, ReadOnlyMemory<byte> bytes, string format, CancellationToken cancellationToken)
    {
        _archive = archive;
        _format = format;
        _cancellationToken = cancellationToken;
        Names = [.. archive.Entries.Select(entry => entry.FullName)];
        // a name that damage made a hidden one would leave a file out in silence
        if (Names.FirstOrDefault(name => IsLeftOut(name) && !StandsBeforeMember(bytes.Span, name)) is { } wrong)
            throw new InvalidDataException(Invariant($"its directory and its members do not agree on the name '{wrong}'."));
    }

    /// <summary>The first bytes of every archive that is not empty.</summary>
    internal static ReadOnlySpan<byte> Magic => "PK\u0003\u0004"u8;

    /// <summary>The names of the members.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The names of the files in it, in the order of a folder, without hidden ones and what macOS adds.</summary>
    internal IReadOnlyList<string> Files =>
        [.. Names.Where(name => !IsLeftOut(name)).Order(StringComparer.Ordinal)];

    /// <summary>Opens the archive.</summary>
    /// <exception cref="SpectralException">It is damaged.</exception>
    public static ZipSource Open(ReadOnlyMemory<byte> bytes, string format, CancellationToken cancellationToken)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(SourceStream.Open(bytes), ZipArchiveMode.Read);
            return new ZipSource(archive, bytes, format, cancellationToken);
        }
        catch (Exception e) when (IsDamage(e))
        {
            archive?.Dispose();
            throw BoundedBytes.Damaged(format, e.Message, e);
        }
    }

    /// <summary>Opens the archive; returns null if it is damaged, for callers that do not know its format.</summary>
    internal static ZipSource? TryOpen(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            return Open(bytes, "ZIP", cancellationToken);
        }
        catch (SpectralException)
        {
            return null;
        }
    }

    /// <summary>Returns whether a file is an archive.</summary>
    internal static bool IsArchive(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith(Magic);

    /// <summary>True where the file is an archive whose directory, which stands at its end, names the member.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="member">A part of the member's name.</param>
    public static bool IsArchiveWith(ReadOnlyMemory<byte> bytes, ReadOnlySpan<byte> member) =>
        IsArchive(bytes) && bytes.Span.LastIndexOf(member) > 0;

    /// <summary>Returns the length of all members as the archive states it; that of the archive where it is damaged.</summary>
    internal static long StatedLength(Stream file)
    {
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Sum(entry => Math.Min(entry.Length, BoundedBytes.MostUnpacked));
        }
        catch (Exception e) when (IsDamage(e))
        {
            return file.Length;
        }
    }

    /// <summary>
    /// Unpacks all members to hold them against their checksums, for readers that unpack the archive themselves.
    /// </summary>
    /// <exception cref="SpectralException">One is damaged, or they are too large.</exception>
    internal void Check()
    {
        foreach (var entry in _archive.Entries)
            Read(entry);
    }

    /// <summary>The bytes of a member; null where there is none of that name.</summary>
    /// <exception cref="SpectralException">It is damaged or too large.</exception>
    public byte[]? Bytes(string name) => Read(name)?.ToArray();

    /// <inheritdoc cref="Bytes"/>
    internal ReadOnlyMemory<byte>? Read(string name) =>
        // null alone would become memory of no bytes
        _archive.GetEntry(name) is { } entry ? Read(entry) : default(ReadOnlyMemory<byte>?);

    private ReadOnlyMemory<byte> Read(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
        {
            throw new SpectralException(
                SpectralErrorIds.UnsupportedContent, SpectralErrorCategory.Unsupported,
                $"The {_format} file is not read: '{entry.FullName}' in it is encrypted.", "Unpack it with its password.");
        }

        try
        {
            using var stream = entry.Open();
            var bytes = BoundedBytes.ReadAll(
                stream, BoundedBytes.MostUnpacked - _unpacked, entry.Length, _cancellationToken)
                ?? throw BoundedBytes.TooLarge(_format, entry.FullName);
            _unpacked += bytes.Length;
            return bytes.Length == entry.Length && Crc32.HashToUInt32(bytes.Span) == entry.Crc32
                ? bytes
                : throw BoundedBytes.Damaged(_format, $"'{entry.FullName}' in it does not have its checksum.");
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw BoundedBytes.Damaged(_format, e.Message, e);
        }
    }

    /// <summary>The root element of a member that is XML; null where there is none of that name.</summary>
    /// <exception cref="SpectralException">It is damaged.</exception>
    internal XElement? Xml(string name) => Read(name) is { } bytes ? XmlSource.Root(bytes, _format, _cancellationToken) : null;

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private static bool IsLeftOut(string name) =>
        name.EndsWith('/') || name.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || name[(name.LastIndexOf('/') + 1)..].StartsWith('.');

    /// <summary>Returns true where a name stands before a member; one that is not in ASCII is not looked for.</summary>
    private static bool StandsBeforeMember(ReadOnlySpan<byte> bytes, string name)
    {
        const int header = 30;
        if (!Ascii.IsValid(name))
            return true;
        var plain = Encoding.ASCII.GetBytes(name);
        for (var from = 0; bytes[from..].IndexOf(plain) is >= 0 and var at; from += at + 1)
        {
            if (from + at >= header && bytes[(from + at - header)..].StartsWith(Magic)
                && BinaryPrimitives.ReadUInt16LittleEndian(bytes[(from + at - 4)..]) == plain.Length)
                return true;
        }

        return false;
    }

    private static bool IsDamage(Exception e) =>
        e is InvalidDataException or EndOfStreamException or IOException or NotSupportedException or ArgumentException;
}
