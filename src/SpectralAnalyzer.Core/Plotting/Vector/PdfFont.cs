using System.Globalization;
using System.IO.Compression;
using System.Text;
using SkiaSharp;
using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting.Vector;

/// <summary>
/// The objects that make one of the figure's own typefaces part of a PDF (ISO 32000-1, 9.7): the file itself, the width of each glyph,
/// and which character each stands for, so that text can be searched and copied. They are the same in every file and made once.
/// </summary>
internal sealed class PdfFont
{
    /// <summary>How many objects there are, the font itself first.</summary>
    public const int ObjectCount = 5;

    // all characters of the figure's typefaces are below: Latin, Greek, Cyrillic, signs
    private const int LastCharacter = 0x2FFF;

    private PdfFont(bool bold, int first)
    {
        var face = FontSet.Shared.OwnFace(bold);
        var name = FontSet.NameOf(bold);
        using var font = new SKFont(face, 1000) { LinearMetrics = true, Hinting = SKFontHinting.None, Subpixel = true };
        var metrics = font.Metrics;
        var file = FontSet.FileOf(bold);
        var glyphs = Enumerable.Range(0, face.GlyphCount).Select(g => (ushort)g).ToArray();
        var widths = string.Join(' ', font.GetGlyphWidths(glyphs).Select(w => w.ToString("0.####", CultureInfo.InvariantCulture)));
        using var objects = new MemoryStream();
        byte[][] contents =
        [
            Text($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{first + 1} 0 R]/ToUnicode {first + 4} 0 R>>"),
            Text($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDToGIDMap/Identity/FontDescriptor {first + 2} 0 R/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/W[0[{widths}]]>>"),
            Text($"<</Type/FontDescriptor/FontName/{name}/Flags 4/ItalicAngle 0/StemV {(bold ? 55 : 39)}/FontBBox[{metrics.XMin:0} {-metrics.Bottom:0} {metrics.XMax:0} {-metrics.Top:0}]/Ascent {-metrics.Ascent:0}/Descent {-metrics.Descent:0}/CapHeight {metrics.CapHeight:0}/FontFile2 {first + 3} 0 R>>"),
            Packed(file, $"/Length1 {file.Length}"),
            Packed(Characters(face), $""),
        ];
        for (var i = 0; i < ObjectCount; i++)
        {
            Offsets[i] = (int)objects.Length;
            objects.Write(Text($"{first + i} 0 obj\n"));
            objects.Write(contents[i]);
            objects.Write("\nendobj\n"u8);
        }

        Objects = objects.ToArray();
    }

    /// <summary>The lighter weight, from object 1 on.</summary>
    public static PdfFont Regular { get; } = new(false, 1);

    /// <summary>The heavier weight, from the object after those on.</summary>
    public static PdfFont Bold { get; } = new(true, 1 + ObjectCount);

    /// <summary>The objects as they stand in the file.</summary>
    public byte[] Objects { get; }

    /// <summary>Where each of them begins.</summary>
    public int[] Offsets { get; } = new int[ObjectCount];

    private static byte[] Text(FormattableString text) => Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture));

    private static byte[] Packed(ReadOnlySpan<byte> content, FormattableString entries)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(content);
        return [.. Text($"<</Filter/FlateDecode{entries.ToString(CultureInfo.InvariantCulture)}/Length {packed.Length}>>stream\n"), .. packed.ToArray(), .. "\nendstream"u8];
    }

    // the first character that has the glyph stands for it
    private static byte[] Characters(SKTypeface face)
    {
        var codes = Enumerable.Range(' ', LastCharacter - ' ' + 1).ToArray();
        var pairs = face.GetGlyphs(codes).Zip(codes).Where(p => p.First != 0).DistinctBy(p => p.First).OrderBy(p => p.First);
        var map = new StringBuilder(
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapType 2 def/CMapName/Adobe-Identity-UCS def"
            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n1 begincodespacerange<0000><FFFF>endcodespacerange\n");
        foreach (var part in pairs.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var (glyph, code) in part)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}><{code:X4}>\n");
            map.Append("endbfchar\n");
        }

        return Encoding.ASCII.GetBytes(map.Append("endcmap CMapName currentdict/CMap defineresource pop end end").ToString());
    }
}
