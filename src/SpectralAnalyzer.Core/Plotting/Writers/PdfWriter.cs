using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Writers;

/// <summary>Writes figures as a PDF of one page. It contains no date: the same figure gives the same bytes.</summary>
internal static class PdfWriter
{
    internal static void Write(FigurePage page, Stream destination, CancellationToken cancellationToken)
    {
        var metadata = new SKDocumentPdfMetadata
        {
            Title = page.Title,
            Creator = "SpectralAnalyzer.PS",
            RasterDpi = 300,
            EncodingQuality = 101,
        };
        using var stream = new SKDynamicMemoryWStream();
        using (var document = SKDocument.CreatePdf(stream, metadata))
        {
            var canvas = document.BeginPage((float)(page.Options.Width * 72), (float)(page.Options.Height * 72));
            page.Draw(canvas, pixelsPerPoint: 0, cancellationToken);
            document.EndPage();
            document.Close();
        }

        stream.CopyTo(destination);
    }
}
