using SkiaSharp;
using SpectralAnalyzer.Core.Plotting.Fonts;
using SpectralAnalyzer.Core.Plotting.Writers;

namespace SpectralAnalyzer.Core.Plotting.Albums;

/// <summary>A sheet of small graphs in a grid, filled row by row. One sheet serves one picture after the other.</summary>
internal sealed class ContactSheet : IDisposable
{
    /// <summary>The size of a graph on a sheet: small, and with letters that can be read at the resolution.</summary>
    private const double CellWidth = 3.6;
    private const double CellHeight = 2.4;
    private const int Dpi = 150;

    // in pixels
    private const int Gap = 14;
    private const int Margin = 30;
    private const int Head = 76;

    private readonly ContactSheetGrid _grid;
    private readonly FigureOptions _options;
    private readonly FigureTheme _theme;
    private readonly MissingGlyphs _missing;
    private readonly SKBitmap _bitmap;
    private readonly SKCanvas _canvas;

    internal ContactSheet(ContactSheetGrid grid, FigureOptions options, FigureTheme theme, MissingGlyphs missing)
    {
        (_grid, _options, _theme, _missing) = (grid, options, theme, missing);
        var (width, height) = PixelSize(grid, options);
        _bitmap = new SKBitmap(width, height, SKColorType.Bgra8888, SKAlphaType.Opaque);
        _canvas = new SKCanvas(_bitmap);
        Clear();
    }

    /// <summary>Gets the number of graphs on the sheet.</summary>
    internal int Count { get; private set; }

    /// <summary>Gets whether there is no more room.</summary>
    internal bool IsFull => Count == _grid.Columns * _grid.Rows;

    /// <summary>Returns the options with which a graph is drawn for a sheet.</summary>
    internal static FigureOptions CellOptions(FigureOptions options) =>
        options with { Width = CellWidth, Height = CellHeight, Dpi = Dpi };

    /// <summary>Returns the memory in bytes that a sheet needs, with its encoded picture.</summary>
    internal static long EstimatedBytes(ContactSheetGrid? grid, FigureOptions options)
    {
        if (grid is null)
            return 0;
        var (width, height) = PixelSize(grid, CellOptions(options));
        return (long)width * height * 5;
    }

    /// <summary>Adds a graph, or, where there is none, the name of the spectrum and its error.</summary>
    internal void Add(DrawnFigure? figure, AlbumRow row)
    {
        var (width, height) = (_options.PixelWidth, _options.PixelHeight);
        var left = Margin + (Count % _grid.Columns * (width + Gap));
        var top = Head + (Count / _grid.Columns * (height + Gap));
        _canvas.Save();
        _canvas.Translate(left, top);
        _canvas.ClipRect(SKRect.Create(width, height));
        if (figure is not null)
            figure.Draw(_canvas);
        else
            DrawError(row, width);
        _canvas.Restore();
        using var frame = new SKPaint { Color = _theme.Grid, Style = SKPaintStyle.Stroke, StrokeWidth = 2 };
        _canvas.DrawRect(SKRect.Create(left, top, width, height), frame);
        Count++;
    }

    /// <summary>Writes the sheet as PNG and clears it for the next.</summary>
    /// <param name="title">What is above the graphs.</param>
    /// <param name="destination">The stream to write to; it is left open.</param>
    internal void Write(string title, Stream destination)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = _theme.Text };
        FontSet.Shared.ShapeWithin(title, _bitmap.Width - (2 * Margin), 26, bold: true, missing: _missing)
            .Draw(_canvas, Margin, 50, vertical: false, paint);
        // rows that stay empty are left out
        var rows = (Count + _grid.Columns - 1) / _grid.Columns;
        using var used = new SKBitmap();
        var height = Head + (rows * (_options.PixelHeight + Gap)) - Gap + Margin;
        if (!_bitmap.ExtractSubset(used, SKRectI.Create(_bitmap.Width, height)))
            throw new InvalidOperationException("The sheet could not be cut.");
        PixelWriter.WriteTrueColor(used, Dpi, destination);
    }

    /// <summary>Clears the sheet for the next picture.</summary>
    internal void Clear()
    {
        _canvas.Clear(_theme.Paper);
        Count = 0;
    }

    public void Dispose()
    {
        _canvas.Dispose();
        _bitmap.Dispose();
    }

    private void DrawError(AlbumRow row, int width)
    {
        const int side = 24;
        using var paint = new SKPaint { IsAntialias = true, Color = _theme.Text };
        FontSet.Shared.ShapeWithin(row.Name, width - (2 * side), 15, bold: true, missing: _missing)
            .Draw(_canvas, side, 40, vertical: false, paint);
        paint.Color = _theme.Muted;
        var y = 66;
        foreach (var line in Wrap($"{row.Status}. {row.Error}", width - (2 * side)).Take(10))
            FontSet.Shared.Shape(line, 13, missing: _missing).Draw(_canvas, side, y += 19, vertical: false, paint);
    }

    private static IEnumerable<string> Wrap(string text, double room)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && FontSet.Shared.Shape(longer, 13).Width > room)
            {
                yield return line;
                longer = word;
            }

            // a path may be wider than the room
            line = FontSet.Shared.Shorten(longer, room, 13);
        }

        if (line.Length > 0)
            yield return line;
    }

    private static (int Width, int Height) PixelSize(ContactSheetGrid grid, FigureOptions cell) =>
        ((2 * Margin) + (grid.Columns * (cell.PixelWidth + Gap)) - Gap,
            Head + Margin + (grid.Rows * (cell.PixelHeight + Gap)) - Gap);
}
