using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Vector;

/// <summary>Writes the figure as a PDF of one page by way of Skia, which also carries the fonts of the system; slower than <see cref="PdfWriter"/>.</summary>
internal static class CanvasPdfWriter
{

    public static void Write(IFigureScene scene, FigureOptions options, string title, Stream destination, CancellationToken cancellationToken)
    {
        // without dates: the same input gives the same bytes
        var metadata = new SKDocumentPdfMetadata { Title = title, Creator = "SpectralAnalyzer.PS", RasterDpi = 300, EncodingQuality = 101 };
        using var stream = new SKDynamicMemoryWStream();
        using (var document = SKDocument.CreatePdf(stream, metadata))
        {
            var canvas = document.BeginPage((float)(options.Width * 72), (float)(options.Height * 72));
            using (var surface = new CanvasSurface(canvas, PdfSurface.Resolution))
                scene.Draw(surface, cancellationToken);
            document.EndPage();
            document.Close();
        }

        stream.CopyTo(destination);
    }
}
