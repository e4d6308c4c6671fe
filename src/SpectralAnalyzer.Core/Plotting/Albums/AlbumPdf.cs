using SkiaSharp;
using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting.Albums;

/// <summary>
/// Writes graphs as the pages of a PDF, one after the other; only their numbers stay in memory. The pages of the table come last,
/// as it is known last; <see cref="PdfBinding"/> moves them to the front. The file has no date: the same graphs give the same
/// bytes.
/// </summary>
internal sealed class AlbumPdf : IDisposable
{
    private const double StripHeight = 20;

    private readonly PdfStream _stream;
    private readonly SKDocument _document;
    private readonly FigureOptions _options;
    private readonly FigureTheme _theme;
    private readonly MissingGlyphs _missing;

    /// <summary>Starts a file.</summary>
    /// <param name="destination">The stream to write to; it is left open.</param>
    /// <param name="options">The size of the graphs.</param>
    /// <param name="theme">The colors.</param>
    /// <param name="missing">Collects the characters that no font has.</param>
    internal AlbumPdf(Stream destination, FigureOptions options, FigureTheme theme, MissingGlyphs missing)
    {
        (_options, _theme, _missing) = (options, theme, missing);
        _stream = new PdfStream(destination);
        _document = SKDocument.CreatePdf(
            _stream, new SKDocumentPdfMetadata { Creator = "SpectralAnalyzer.PS", RasterDpi = 300, EncodingQuality = 101 })
            ?? throw new InvalidOperationException("The PDF could not be started.");
    }

    /// <summary>Adds a graph with its name and page number below.</summary>
    /// <exception cref="IOException">The destination cannot be written to.</exception>
    internal void Add(DrawnFigure figure, string name, int number)
    {
        double scale = FigureStyle.Scale(_options), width = _options.Width * 72, height = _options.Height * 72;
        var canvas = BeginPage(width, height + (StripHeight * scale));
        canvas.DrawNamedDestinationAnnotation(new SKPoint(0, 0), AlbumRow.Destination(number)).Dispose();
        canvas.Save();
        canvas.ClipRect(SKRect.Create((float)width, (float)height));
        figure.Draw(canvas);
        canvas.Restore();
        using var paint = new SKPaint { IsAntialias = true, Color = _theme.Muted };
        double side = 20 * scale, size = FigureStyle.CaptionSize * scale, y = height + (11 * scale);
        var page = FontSet.Shared.Shape(FormattableString.Invariant($"{number}"), size);
        page.Draw(canvas, width - side - page.Width, y, vertical: false, paint);
        FontSet.Shared.ShapeWithin(name, width - (4 * side) - page.Width, size, missing: _missing)
            .Draw(canvas, 62 * scale, y, vertical: false, paint);
        EndPage();
    }

    /// <summary>Adds the pages of the table, numbered in Roman numerals, and ends the file.</summary>
    /// <returns>The number of these pages.</returns>
    /// <exception cref="IOException">The destination cannot be written to.</exception>
    internal int Finish(AlbumTable table)
    {
        var pages = table.Draw(BeginPage, EndPage, _theme, _missing);
        _document.Close();
        _stream.ThrowIfFailed();
        return pages;
    }

    public void Dispose()
    {
        _document.Dispose();
        _stream.Dispose();
    }

    private SKCanvas BeginPage(double width, double height)
    {
        var canvas = _document.BeginPage((float)width, (float)height);
        canvas.Clear(_theme.Paper);
        return canvas;
    }

    private void EndPage()
    {
        _document.EndPage();
        _stream.ThrowIfFailed();
    }
}
