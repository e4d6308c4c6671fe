using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SpectralAnalyzer.Core.Plotting.Vector;

/// <summary>Writes the figure as a PDF of one page, with vectors and text (ISO 32000-1). It names no date: the same input gives the same bytes.</summary>
internal static class PdfWriter
{
    private const int PageObject = 1 + (2 * PdfFont.ObjectCount);

    public static void Write(IFigureScene scene, FigureOptions options, string title, Stream destination, CancellationToken cancellationToken)
    {
        using var page = new TextBuffer();
        var surface = new PdfSurface(page, options.Height * 72);
        scene.Draw(surface, cancellationToken);
        if (surface.LacksTypeface)
        {
            CanvasPdfWriter.Write(scene, options, title, destination, cancellationToken);
            return;
        }

        using var file = new MemoryStream(128 * 1024);
        var offsets = new List<int>(PageObject + 5);
        file.Write("%PDF-1.4\n%\u00E2\u00E3\n"u8);
        foreach (var font in new[] { PdfFont.Regular, PdfFont.Bold })
        {
            offsets.AddRange(font.Offsets.Select(o => o + (int)file.Length));
            file.Write(font.Objects);
        }

        Begin($"<</Type/Page/Parent {PageObject + 2} 0 R/MediaBox [0 0 {options.Width * 72:0.####} {options.Height * 72:0.####}]/Contents {PageObject + 1} 0 R/Resources<</Font<</F1 1 0 R/F2 {1 + PdfFont.ObjectCount} 0 R>>>>>>");
        file.Write("\nendobj\n"u8);
        WritePage(page);
        Begin($"<</Type/Pages/Count 1/Kids[{PageObject} 0 R]>>\nendobj\n");
        Begin($"<</Type/Catalog/Pages {PageObject + 2} 0 R>>\nendobj\n");
        Begin($"<</Creator(SpectralAnalyzer.PS)/Title<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}>>>\nendobj\n");
        var table = file.Length;
        Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            Write($"{offset:D10} 00000 n \n");
        Write($"trailer\n<</Size {offsets.Count + 1}/Root {PageObject + 3} 0 R/Info {PageObject + 4} 0 R>>\nstartxref\n{table}\n%%EOF\n");
        file.Position = 0;
        file.CopyTo(destination);

        void WritePage(TextBuffer content)
        {
            using var packed = new MemoryStream(64 * 1024);
            // as small as with the highest levels, in a third of the time
            using (var zlib = new ZLibStream(packed, new ZLibCompressionOptions { CompressionLevel = 3 }, leaveOpen: true))
                zlib.Write(content.Bytes);
            Begin($"<</Filter/FlateDecode/Length {packed.Length}>>stream\n");
            packed.WriteTo(file);
            file.Write("\nendstream\nendobj\n"u8);
        }

        void Begin(FormattableString content)
        {
            offsets.Add((int)file.Length);
            Write($"{offsets.Count} 0 obj\n");
            Write(content);
        }

        void Write(FormattableString text) => file.Write(Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture)));
    }
}
