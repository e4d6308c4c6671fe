using System.Collections.Concurrent;
using SpectralAnalyzer.Core.Plotting.Fonts;
using SpectralAnalyzer.Core.Plotting.Raster;
using SpectralAnalyzer.Core.Plotting.Vector;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>
/// Draws the comparison graphs of one baseline. One renderer serves any number of threads; what it draws depends on the
/// figure alone, not on the thread, the machine's culture or what was drawn before.
/// </summary>
public sealed class FigureRenderer : IDisposable
{
    private readonly ConcurrentBag<PixelBench> _benches = [];
    private readonly GlyphMasks _masks = new();
    private readonly MissingGlyphs _missing = new();
    private readonly FigureOptions _options;

    /// <summary>A renderer of graphs of one size.</summary>
    /// <param name="options">Size and resolution.</param>
    /// <param name="baseline">The baseline of all the figures.</param>
    /// <exception cref="SpectralException">The size cannot be drawn.</exception>
    public FigureRenderer(FigureOptions options, Spectrum baseline)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(baseline);
        var isPossible = options.Width is >= 1 and <= 200 && options.Height is >= 1 and <= 200 && options.Dpi is >= 10 and <= 10_000
            && options.PixelWidth <= 60_000 && options.PixelHeight <= 60_000;
        if (!isPossible)
        {
            throw new SpectralException(
                "FigureSize",
                SpectralErrorCategory.InvalidArgument,
                FormattableString.Invariant($"A graph of {options.Width} × {options.Height} inches at {options.Dpi} dpi cannot be drawn."),
                "Use 1 to 200 inches, 10 to 10000 dpi, and at most 60000 pixels each way.");
        }

        _options = options;
    }

    /// <summary>What the user should know about fonts: empty, or once for each kind of character that no font has.</summary>
    public IReadOnlyList<string> FontWarnings => _missing.Warnings;

    /// <summary>The memory in bytes that one rendering holds.</summary>
    /// <param name="options">Size and resolution.</param>
    public static long EstimatedBytes(FigureOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ((long)options.PixelWidth * options.PixelHeight * 2) + (6 << 20);
    }

    /// <summary>Draws a figure and writes it as a file of the format.</summary>
    /// <param name="figure">What to draw.</param>
    /// <param name="format">The file format.</param>
    /// <param name="destination">Takes the file's bytes; is left open.</param>
    /// <param name="cancellationToken">Ends the drawing.</param>
    public void Render(ComparisonFigure figure, GraphFormat format, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(figure);
        Render(new FigureScene(figure, _options, _missing), figure.Title, format, destination, cancellationToken);
    }

    /// <summary>Draws several spectra in one figure and writes it as a file of the format.</summary>
    /// <param name="figure">What to draw.</param>
    /// <param name="format">The file format.</param>
    /// <param name="destination">Takes the file's bytes; is left open.</param>
    /// <param name="cancellationToken">Ends the drawing.</param>
    internal void Render(SpectraFigure figure, GraphFormat format, Stream destination, CancellationToken cancellationToken) =>
        Render(new SpectraScene(figure, _options, _missing), figure.Title, format, destination, cancellationToken);

    private void Render(IFigureScene scene, string title, GraphFormat format, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        switch (format)
        {
            case GraphFormat.Png or GraphFormat.Jpg:
                RenderPixels(scene, format, destination, cancellationToken);
                break;
            case GraphFormat.Pdf:
                PdfWriter.Write(scene, _options, title, destination, cancellationToken);
                break;
            case GraphFormat.Svg:
                SvgWriter.Write(scene, _options, title, destination, cancellationToken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format));
        }
    }

    /// <summary>Lets go of the buffers that the renderer keeps for the next figure.</summary>
    public void Dispose() => _benches.Clear();

    private void RenderPixels(IFigureScene scene, GraphFormat format, Stream destination, CancellationToken cancellationToken)
    {
        if (!_benches.TryTake(out var bench))
            bench = new PixelBench(_options, _masks);
        try
        {
            bench.Render(scene, format, destination, cancellationToken);
        }
        finally
        {
            _benches.Add(bench);
        }
    }
}
