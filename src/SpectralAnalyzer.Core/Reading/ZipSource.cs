using System.IO.Compression;
using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>A file format that is a ZIP archive, whose members are found by name and unpacked up to a limit.</summary>
internal sealed class ZipSource : IDisposable
{
    private const long MostBytes = 64 << 20;
    private const long MostInAll = 256 << 20;
    private readonly ZipArchive _archive;
    private readonly string _format;
    private long _unpacked;

    private ZipSource(ZipArchive archive, string format)
    {
        _archive = archive;
        _format = format;
        Names = [.. archive.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>The names of the members.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Opens the archive.</summary>
    /// <exception cref="SpectralException">It is damaged.</exception>
    public static ZipSource Open(SpectralSource source, string format)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(SourceStream.Open(source.Bytes), ZipArchiveMode.Read);
            return new ZipSource(archive, format);
        }
        catch (Exception e) when (IsDamage(e))
        {
            archive?.Dispose();
            throw Damaged(format, e);
        }
    }

    /// <summary>True where the file is an archive whose directory, which stands at its end, names the member.</summary>
    /// <param name="source">The file.</param>
    /// <param name="member">A part of the member's name.</param>
    public static bool IsArchiveWith(SpectralSource source, ReadOnlySpan<byte> member) =>
        source.Bytes.Span.StartsWith("PK\u0003\u0004"u8) && source.Bytes.Span.LastIndexOf(member) > 0;

    /// <summary>Returns the bytes of a member, or null.</summary>
    /// <exception cref="SpectralException">It is damaged or too large.</exception>
    public byte[]? Bytes(string name)
    {
        if (_archive.GetEntry(name) is not { } entry)
            return null;
        _unpacked += entry.Length;
        if (entry.Length > MostBytes || _unpacked > MostInAll)
        {
            throw new SpectralException(
                SpectralErrorIds.FileTooLarge, SpectralErrorCategory.Unsupported,
                    $"The {_format} file is too large: '{name}' in it unpacks to {entry.Length >> 20} MB.",
                    "Export the spectrum as text.");
        }

        try
        {
            using var stream = entry.Open();
            var bytes = new byte[entry.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged(_format, e);
        }
    }

    /// <summary>Returns the root element of an XML member, or null.</summary>
    /// <exception cref="SpectralException">It is damaged.</exception>
    internal XElement? Xml(string name) => Bytes(name) is { } bytes ? XmlSource.Root(bytes, _format) : null;

    public void Dispose() => _archive.Dispose();

    private static bool IsDamage(Exception e) =>
        e is InvalidDataException or EndOfStreamException or IOException or NotSupportedException or ArgumentException;

    private static SpectralException Damaged(string format, Exception e) => new(
        SpectralErrorIds.Truncated, SpectralErrorCategory.InvalidData, $"The {format} file is cut off or damaged: {e.Message}",
            "Copy or export it again.", innerException: e);
}
