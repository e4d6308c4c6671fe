using System.Collections.Concurrent;
using SpectralAnalyzer.Core.Plotting.Fonts;
using SpectralAnalyzer.Core.Plotting.Writers;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>
/// Draws figures of one size and writes them as files. It serves any number of threads; the result depends on the figure alone, not on
/// the thread, the culture or earlier figures.
/// </summary>
public sealed class FigureRenderer : IDisposable
{
    private readonly ConcurrentBag<PixelWriter> _writers = [];
    private readonly ConcurrentBag<ComparisonPage> _pages = [];
    private readonly MissingGlyphs _missing = new();
    private readonly FigureOptions _options;

    /// <summary>Creates a renderer.</summary>
    /// <param name="options">Size and resolution.</param>
    /// <exception cref="SpectralException">The size is out of range.</exception>
    public FigureRenderer(FigureOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
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

    /// <summary>Gets the warnings about missing fonts: one for each kind of character that no font has.</summary>
    public IReadOnlyList<string> FontWarnings => _missing.Warnings;

    /// <summary>Returns the memory in bytes that drawing one figure needs.</summary>
    /// <param name="options">Size and resolution.</param>
    public static long EstimatedBytes(FigureOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ((long)options.PixelWidth * options.PixelHeight * 4) + (8 << 20);
    }

    /// <summary>Draws a comparison.</summary>
    /// <param name="figure">The comparison.</param>
    /// <param name="format">The file format.</param>
    /// <param name="destination">The stream to write to; it is left open.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public void Render(ComparisonFigure figure, GraphFormat format, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var hasDifference = figure.Comparison.Difference is not null;
        if (!_pages.TryTake(out var page) || page.HasDifference != hasDifference)
            page = new ComparisonPage(_options, hasDifference, _missing);
        page.Show(figure);
        Write(page, format, destination, cancellationToken);
        _pages.Add(page);
    }

    /// <summary>Draws several spectra in one figure.</summary>
    internal void Render(SpectraFigure figure, GraphFormat format, Stream destination, CancellationToken cancellationToken) =>
        Write(new SpectraPage(figure, _options, _missing), format, destination, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _pages.Clear();
        while (_writers.TryTake(out var writer))
            writer.Dispose();
    }

    private void Write(FigurePage page, GraphFormat format, Stream destination, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        switch (format)
        {
            case GraphFormat.Png:
                WritePixels(w => w.WritePng(page, destination, cancellationToken));
                break;
            case GraphFormat.Jpg:
                WritePixels(w => w.WriteJpg(page, destination, cancellationToken));
                break;
            case GraphFormat.Pdf:
                PdfWriter.Write(page, destination, cancellationToken);
                break;
            case GraphFormat.Svg:
                SvgWriter.Write(page, destination, cancellationToken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format));
        }
    }

    // a page or a writer that an exception left half drawn is not used again
    private void WritePixels(Action<PixelWriter> write)
    {
        if (!_writers.TryTake(out var writer))
            writer = new PixelWriter(_options);
        try
        {
            write(writer);
        }
        catch
        {
            writer.Dispose();
            throw;
        }

        _writers.Add(writer);
    }
}
