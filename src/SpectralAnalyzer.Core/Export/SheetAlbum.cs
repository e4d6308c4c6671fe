using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Plotting.Albums;

namespace SpectralAnalyzer.Core.Export;

/// <summary>Small graphs on sheets, as many to a file as its grid has places.</summary>
/// <param name="files">The files.</param>
/// <param name="renderer">Draws in the size of a place.</param>
/// <param name="grid">The grid.</param>
internal sealed class SheetAlbum(AlbumFiles files, FigureRenderer renderer, ContactSheetGrid grid)
    : GraphAlbum(files, renderer)
{
    private readonly List<AlbumRow> _rows = [];
    private ContactSheet? _sheet;

    internal override DrawnFigure Draw(ComparisonFigure figure, CancellationToken cancellationToken) =>
        Renderer.Draw(figure, isVector: false, cancellationToken);

    internal override void Finish()
    {
        if (_rows.Count > 0)
            Save();
    }

    public override void Dispose()
    {
        _sheet?.Dispose();
        _sheet = null;
    }

    private protected override void Add(AlbumRow row, DrawnFigure? drawn)
    {
        _sheet ??= Renderer.StartSheet(grid);
        if (_sheet.IsFull)
            Save();
        _sheet.Add(drawn, row);
        _rows.Add(row);
        GraphCount += drawn is null ? 0 : 1;
    }

    private void Save()
    {
        Files.Save(stream => _sheet!.Write($"{Title} · {Count(_rows)}", stream));
        _sheet!.Clear();
        _rows.Clear();
    }
}
