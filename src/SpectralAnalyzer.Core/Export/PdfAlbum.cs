using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Plotting.Albums;

namespace SpectralAnalyzer.Core.Export;

/// <summary>Graphs as the pages of a PDF with a table at its front, a thousand spectra to a file.</summary>
internal sealed class PdfAlbum(AlbumFiles files, FigureRenderer renderer) : GraphAlbum(files, renderer)
{
    /// <summary>The most spectra of a file.</summary>
    internal const int PerFile = 1000;

    private readonly List<AlbumRow> _rows = [];
    private FileStream? _pages;
    private AlbumPdf? _pdf;
    private int _graphs;
    private int _part;

    internal override DrawnFigure Draw(ComparisonFigure figure, CancellationToken cancellationToken) =>
        Renderer.Draw(figure, isVector: true, cancellationToken);

    internal override void Finish()
    {
        if (_rows.Count > 0)
            Save(isLast: true);
    }

    public override void Dispose()
    {
        _pdf?.Dispose();
        _pdf = null;
        if (_pages is not { } pages)
            return;
        _pages = null;
        pages.Dispose();
        Files.Workspace.Abandon(pages.Name);
    }

    private protected override void Add(AlbumRow row, DrawnFigure? drawn)
    {
        if (_rows.Count == PerFile)
            Save(isLast: false);
        if (_pdf is null)
        {
            _pages = new FileStream(Files.Workspace.NewPath(".pages"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
            _pdf = Renderer.StartPdf(_pages);
        }

        if (drawn is not null)
        {
            _pdf.Add(drawn, row.Name, ++_graphs);
            row = row with { Page = _graphs };
        }

        _rows.Add(row);
    }

    private void Save(bool isLast)
    {
        _part++;
        var part = _part == 1 && isLast ? "" : $", part {_part}";
        var table = new AlbumTable(Title + part, [.. MethodNotes, Count(_rows)], Headings, _rows);
        var pages = _pdf!.Finish(table);
        _pages!.Flush();
        var binding = new PdfBinding(table.Title, pages, [.. _rows.Where(row => row.Page is not null).Select(Bookmark)]);
        var bound = Files.Workspace.NewPath(".bound");
        using (var file = new FileStream(
            bound, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose))
        {
            binding.Write(_pages.Name, file);
            Files.Save(
                stream =>
                {
                    file.Position = 0;
                    file.CopyTo(stream);
                },
                binding.Verify);
        }

        GraphCount += _graphs;
        _graphs = 0;
        _rows.Clear();
        Dispose();
    }

    private static string Bookmark(AlbumRow row) =>
        row.Verdict == SpectralVerdict.None ? row.Name : $"{row.Name} – {row.Verdict}";
}
