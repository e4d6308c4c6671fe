using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Albums;

/// <summary>A figure that is drawn, and is put on a page or a sheet later, on any thread.</summary>
internal sealed class DrawnFigure : IDisposable
{
    private readonly SKPicture _picture;

    private DrawnFigure(SKPicture picture) => _picture = picture;

    /// <summary>Draws a figure.</summary>
    /// <param name="page">The figure.</param>
    /// <param name="pixelsPerPoint">The resolution; 0 for vectors.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal static DrawnFigure Create(FigurePage page, double pixelsPerPoint, CancellationToken cancellationToken)
    {
        var scale = pixelsPerPoint == 0 ? 1 : pixelsPerPoint;
        using var recorder = new SKPictureRecorder();
        var canvas = recorder.BeginRecording(
            SKRect.Create((float)(page.Options.Width * 72 * scale), (float)(page.Options.Height * 72 * scale)));
        canvas.Scale((float)scale);
        page.Draw(canvas, pixelsPerPoint, cancellationToken);
        return new DrawnFigure(recorder.EndRecording());
    }

    /// <summary>Puts the figure on a canvas, whose unit is the point for vectors, else the pixel.</summary>
    internal void Draw(SKCanvas canvas) => canvas.DrawPicture(_picture);

    public void Dispose() => _picture.Dispose();
}
