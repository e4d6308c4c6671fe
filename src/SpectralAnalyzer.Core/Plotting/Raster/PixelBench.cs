namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>What one thread needs to draw a figure as pixels; kept for the next figure.</summary>
internal sealed class PixelBench
{
    private readonly int _dpi;
    private readonly PixelSurface _surface;
    private readonly PngWriter _png = new();
    private readonly JpegWriter _jpeg = new();

    public PixelBench(FigureOptions options, GlyphMasks masks)
    {
        _dpi = options.Dpi;
        _surface = new PixelSurface(options, masks);
    }

    public void Render(IFigureScene scene, GraphFormat format, Stream destination, CancellationToken cancellationToken)
    {
        _surface.Clear(scene.Palette);
        scene.Draw(_surface, cancellationToken);
        if (format == GraphFormat.Png)
            _png.Write(_surface, _dpi, destination);
        else
            _jpeg.Write(_surface, _dpi, destination);
    }
}
