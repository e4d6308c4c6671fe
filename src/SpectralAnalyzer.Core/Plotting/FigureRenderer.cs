using System.Collections.Concurrent;
using SpectralAnalyzer.Core.Plotting.Albums;
using SpectralAnalyzer.Core.Plotting.Fonts;
using SpectralAnalyzer.Core.Plotting.Writers;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>
/// Draws figures of one size and writes them as files. It is thread-safe; the result depends on the figure alone, not on
/// the thread, the culture or earlier figures.
/// </summary>
internal sealed class FigureRenderer : IDisposable
{
    private readonly PixelWriters _pixels;
    private readonly ConcurrentBag<ComparisonPage> _pages = [];
    private readonly MissingGlyphs _missing = new();
    private readonly FigureOptions _options;
    private readonly FigureTheme _theme;

    /// <summary>Initializes a renderer.</summary>
    /// <param name="options">Size and resolution.</param>
    /// <exception cref="SpectralException">The size is out of range, or the logo of the style cannot be read.</exception>
    internal FigureRenderer(FigureOptions options)
    {
        var isPossible = options.Width is >= 1 and <= 200 && options.Height is >= 1 and <= 200
            && options.Dpi is >= 10 and <= 10_000
            && options.PixelWidth <= 60_000 && options.PixelHeight <= 60_000;
        if (!isPossible)
        {
            throw new SpectralException(
                SpectralErrorIds.FigureSize,
                SpectralErrorCategory.InvalidArgument,
                FormattableString.Invariant(
                    $"A graph of {options.Width} × {options.Height} inches at {options.Dpi} dpi cannot be drawn."),
                "Use 1 to 200 inches, 10 to 10000 dpi, and at most 60000 pixels each way.");
        }

        _options = options;
        _theme = FigureTheme.Create(options.Style);
        _pixels = new PixelWriters(options);
    }

    /// <summary>Gets the warnings about missing fonts: one for each kind of character that no font has.</summary>
    internal IReadOnlyList<string> FontWarnings => _missing.Warnings;

    /// <summary>Returns the memory in bytes that drawing one figure needs.</summary>
    /// <param name="options">Size and resolution.</param>
    internal static long EstimatedBytes(FigureOptions options) =>
        ((long)options.PixelWidth * options.PixelHeight * 4) + (8 << 20);

    /// <summary>Draws a comparison.</summary>
    /// <param name="figure">The comparison.</param>
    /// <param name="write">Writes the file format.</param>
    /// <param name="destination">The stream to write to; it is left open.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal void Render(ComparisonFigure figure, FigureWriter write, Stream destination, CancellationToken cancellationToken)
    {
        var hasDifference = figure.Comparison.GetDifference() is not null;
        var hasMethod = figure.Method is not null;
        if (!_pages.TryTake(out var page) || page.HasDifference != hasDifference || page.HasMethod != hasMethod)
            page = new ComparisonPage(_options, _theme, hasDifference, hasMethod, _missing);
        page.Show(figure);
        // a page that an exception left half drawn is not used again
        write(page, _pixels, destination, cancellationToken);
        _pages.Add(page);
    }

    /// <summary>Draws a comparison that is put on a page or a sheet later.</summary>
    /// <param name="figure">The comparison.</param>
    /// <param name="isVector">False: in pixels of the resolution of the options.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal DrawnFigure Draw(ComparisonFigure figure, bool isVector, CancellationToken cancellationToken)
    {
        DrawnFigure? drawn = null;
        Render(
            figure,
            (page, _, _, token) => drawn = DrawnFigure.Create(page, isVector ? 0 : _options.Dpi / 72d, token),
            Stream.Null,
            cancellationToken);
        return drawn!;
    }

    /// <summary>Starts a PDF of many graphs.</summary>
    internal AlbumPdf StartPdf(Stream destination) => new(destination, _options, _theme, _missing);

    /// <summary>Starts a sheet of small graphs, which this renderer draws.</summary>
    internal ContactSheet StartSheet(ContactSheetGrid grid) => new(grid, _options, _theme, _missing);

    /// <summary>Draws several spectra in one figure.</summary>
    internal void Render(SpectraFigure figure, FigureWriter write, Stream destination, CancellationToken cancellationToken) =>
        write(new SpectraPage(figure, _options, _theme, _missing), _pixels, destination, cancellationToken);

    public void Dispose()
    {
        _pages.Clear();
        _pixels.Dispose();
    }
}
