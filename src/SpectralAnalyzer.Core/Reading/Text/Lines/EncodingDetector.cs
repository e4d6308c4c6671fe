using System.Buffers;
using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>Detects the encoding of a text file, and refuses what is not text.</summary>
internal static class EncodingDetector
{
    private const int SampleLength = 1 << 16;

    private static readonly SearchValues<byte> s_control =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(b => (byte)b).Except("\t\n\r\x0C\x1A\x1B"u8.ToArray())]);

    static EncodingDetector() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Returns the encoding by its name.</summary>
    /// <exception cref="SpectralException">There is none of that name.</exception>
    internal static Encoding Named(string name)
    {
        try
        {
            return name.Trim().ToLowerInvariant() switch
            {
                "utf8" or "utf-8-bom" or "utf-8" or "utf8bom" or "utf8nobom" or "default" => Encoding.UTF8,
                "latin1" or "latin-1" or "iso-8859-1" => Encoding.Latin1,
                "utf16" or "utf-16" or "utf-16le" or "unicode" => Encoding.Unicode,
                "utf-16be" or "bigendianunicode" => Encoding.BigEndianUnicode,
                "cp932" or "sjis" => Encoding.GetEncoding(932),
                "cp1252" => Encoding.GetEncoding(1252),
                "cp437" => Encoding.GetEncoding(437),
                "utf32" => Encoding.UTF32,
                "bigendianutf32" => Encoding.GetEncoding("utf-32BE"),
#pragma warning disable SYSLIB0001 // whoever states it has such a file; it is never detected
                "utf7" or "utf-7" => Encoding.UTF7,
#pragma warning restore SYSLIB0001
                "ansi" => Encoding.GetEncoding(CultureInfo.CurrentCulture.TextInfo.ANSICodePage),
                "oem" => OperatingSystem.IsWindows()
                    ? Encoding.GetEncoding(CultureInfo.CurrentCulture.TextInfo.OEMCodePage)
                    : Encoding.UTF8, // as in PowerShell
                var page when int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
                    Encoding.GetEncoding(number),
                var other => Encoding.GetEncoding(other),
            };
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new SpectralException(
                SpectralErrorIds.UnknownEncoding,
                SpectralErrorCategory.InvalidArgument,
                $"The encoding '{name}' is not known.",
                "Use for example utf-8, utf-16, utf-16BE, latin1, windows-1252 or shift_jis.",
                innerException: e);
        }
    }

    /// <summary>Detects the encoding.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="preamble">The number of bytes before the text.</param>
    /// <exception cref="SpectralException">The bytes are not text.</exception>
    internal static Encoding Detect(ReadOnlySpan<byte> bytes, out int preamble)
    {
        if (DetectUnicode(bytes, out preamble) is { } unicode)
            return unicode;
        RefuseBinary(bytes[..Math.Min(bytes.Length, SampleLength)]);
        return EightBit(bytes);
    }

    /// <summary>Returns the encoding of a text with a byte order mark, or UTF-16 without one; null for other bytes.</summary>
    /// <param name="bytes">The file, or its beginning.</param>
    /// <param name="preamble">The number of bytes before the text.</param>
    internal static Encoding? DetectUnicode(ReadOnlySpan<byte> bytes, out int preamble)
    {
        foreach (var encoding in (ReadOnlySpan<Encoding>)
                 [Encoding.UTF8, Encoding.UTF32, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            preamble = encoding.Preamble.Length;
            if (bytes.StartsWith(encoding.Preamble))
                return encoding;
        }

        preamble = 0;
        return Utf16WithoutMark(bytes[..Math.Min(bytes.Length, SampleLength)]);
    }

    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> sample)
    {
        if (sample.Length < 4 || !sample.Contains((byte)0))
            return null;
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            if (sample[i] == 0)
                even++;
            if (sample[i + 1] == 0)
                odd++;
        }

        var pairs = sample.Length / 2;
        if (odd > 0.7 * pairs && even < 0.02 * pairs)
            return Encoding.Unicode;
        return even > 0.7 * pairs && odd < 0.02 * pairs ? Encoding.BigEndianUnicode : null;
    }

    private static void RefuseBinary(ReadOnlySpan<byte> sample)
    {
        int control = 0, nul = 0;
        for (var rest = sample; rest.IndexOfAny(s_control) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            if (rest[at] == 0)
                nul++;
            else
                control++;
        }

        // Instruments pad text fields with NUL; a binary file has other control bytes among them as well.
        var known = KnownBinary(sample);
        if (known is null && control <= 0.01 * sample.Length && nul <= 0.3 * sample.Length)
            return;
        throw new SpectralException(
            SpectralErrorIds.BinaryContent,
            SpectralErrorCategory.Unsupported,
            known is null
                ? "The file is not text: it holds binary bytes."
                : $"The file is not text: it is {known}.",
            "Export the spectrum as text, CSV or JCAMP-DX from the program that wrote it.");
    }

    private static string? KnownBinary(ReadOnlySpan<byte> sample)
    {
        if (sample.StartsWith("PK\x03\x04"u8))
            return "a ZIP archive (an .xlsx workbook is one)";
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return "an OLE compound file (an .xls workbook is one)";
        if (sample.StartsWith("%PDF"u8))
            return "a PDF document";
        if (sample.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
            return "a PNG picture";
        if (sample.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return "a gzip archive";
        return sample.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'H', (byte)'D', (byte)'F']) ? "an HDF5 file" : null;
    }

    private static Encoding EightBit(ReadOnlySpan<byte> bytes)
    {
        var firstHigh = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        if (firstHigh < 0)
            return Encoding.UTF8;
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return Encoding.UTF8;
        int pairs = 0, broken = 0, c1 = 0;
        for (var i = firstHigh; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b < 0x80)
                continue;
            if (b is >= 0x80 and <= 0x9F)
                c1++;
            var lead = b is >= 0x81 and <= 0x9F or >= 0xE0 and <= 0xFC;
            if (lead && i + 1 < bytes.Length && bytes[i + 1] is >= 0x40 and <= 0xFC and not 0x7F)
            {
                pairs++;
                i++;
            }
            else if (b is < 0xA1 or > 0xDF)
            {
                broken++;
            }
        }

        if (pairs >= 8 && broken == 0)
            return Encoding.GetEncoding(932);
        return c1 > 0 ? Encoding.GetEncoding(1252) : Encoding.Latin1;
    }
}
