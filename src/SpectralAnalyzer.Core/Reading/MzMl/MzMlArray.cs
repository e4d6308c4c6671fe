using System.IO.Compression;
using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Reading.MzMl;

/// <summary>An array of an mzML file: numbers as base64, perhaps packed by zlib.</summary>
internal static class MzMlArray
{
    private const string Zlib = "MS:1000574";
    private const string Plain = "MS:1000576";

    // zlib packs a thousand bytes into one at most
    private const int MostPacked = 1100;

    /// <summary>Reads the numbers, of which there have to be as many as stated.</summary>
    internal static double[] Read(
        FormatReading reading, XElement array, IReadOnlyDictionary<string, XElement> terms, long stated)
    {
        var count = (long?)XmlSource.Number(array.AttributeOf("arrayLength")) ?? stated;
        if (count != stated)
            throw reading.Damaged(SpectralErrorIds.PointCountMismatch, "Arrays of a spectrum of the mzML file differ in length.");
        if (Type(terms) is not { } type || terms.ContainsKey(Zlib) == terms.ContainsKey(Plain))
        {
            var names = string.Join(", ", terms.Values.Select(term => term.AttributeOf("name")));
            throw reading.NotSupported($"An array of the mzML file is packed in a way that is not read ({names}).");
        }

        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(array.Child("binary")?.Value ?? "");
            if (terms.ContainsKey(Zlib))
                bytes = Unpack(reading, bytes, count * type.Size());
        }
        catch (Exception e) when (e is FormatException or InvalidDataException)
        {
            throw reading.Damaged(SpectralErrorIds.Truncated, $"An array of the mzML file is cut off or damaged: {e.Message}");
        }

        if (bytes.Length != count * type.Size())
        {
            throw reading.Damaged(SpectralErrorIds.PointCountMismatch, Invariant(
                $"The mzML file states {count} points of a spectrum and has {bytes.Length / type.Size()}."));
        }

        return new ByteReader(bytes, "mzML").Values(0, (int)count, type);
    }

    private static NumberType? Type(IReadOnlyDictionary<string, XElement> terms) =>
        terms.ContainsKey("MS:1000523") ? NumberType.Float64
        : terms.ContainsKey("MS:1000521") ? NumberType.Float32
        : terms.ContainsKey("MS:1000519") ? NumberType.Int32
        : terms.ContainsKey("MS:1000522") ? NumberType.Int64
        : null;

    private static byte[] Unpack(FormatReading reading, byte[] packed, long length)
    {
        if (length > (long)MostPacked * packed.Length)
            throw reading.Damaged(SpectralErrorIds.PointCountMismatch,
                "The mzML file states more points than an array can hold.");
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        var bytes = new byte[length + 1];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..read];
    }
}
