using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Plotting.Albums;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// The albums of a batch: a combined PDF, contact sheets. Results are added in the order in which they are recorded. A file is
/// saved when it is full, the last ones at the end of the batch; a batch that is stopped does not save them.
/// </summary>
internal sealed class BatchAlbums : IDisposable
{
    private readonly Lock _sync = new();
    private readonly IReadOnlyList<GraphAlbum> _albums;
    // an album that could not be saved; the batch goes on without it
    private readonly HashSet<GraphAlbum> _broken = [];
    private readonly string _baseline;
    private readonly List<string> _warnings;

    private BatchAlbums(IReadOnlyList<GraphAlbum> albums, string baseline, List<string> warnings) =>
        (_albums, _baseline, _warnings) = (albums, baseline, warnings);

    /// <summary>Gets the warnings about the files that are saved.</summary>
    internal IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Creates the albums that a batch is to write, except those whose existing files stay.</summary>
    /// <param name="options">The options of the batch.</param>
    /// <param name="naming">Names the files.</param>
    /// <param name="workspace">The workspace of the batch.</param>
    /// <param name="manifest">The run manifest, or null.</param>
    /// <param name="renderer">Draws graphs in their size.</param>
    /// <param name="start">Starts to draw graphs in another size.</param>
    /// <returns>The albums, or null if there are none.</returns>
    /// <exception cref="SpectralException">A name is taken, and the conflict resolution is to fail.</exception>
    internal static BatchAlbums? Create(
        BatchOptions options,
        OutputNaming naming,
        TempWorkspace? workspace,
        RunManifest? manifest,
        FigureRenderer? renderer,
        Func<FigureOptions, FigureRenderer> start)
    {
        if (workspace is null || renderer is null)
            return null;
        var committer = new OutputCommitter(workspace, options.ConflictResolution, naming.Rename);
        var albums = new List<GraphAlbum>();
        var warnings = new List<string>();
        if (options.CombineGraphs)
            albums.Add(new PdfAlbum(Files("all", GraphFormat.Pdf), renderer));
        if (options.ContactSheet is { } grid)
        {
            albums.Add(new SheetAlbum(
                Files("sheet", GraphFormat.Png), start(ContactSheet.CellOptions(options.Figure)), grid));
        }

        albums.RemoveAll(album => album.IsKept);
        return albums.Count == 0 ? null : new BatchAlbums(albums, Path.GetFileName(options.Baseline), warnings);

        AlbumFiles Files(string name, GraphFormat format) =>
            new(name, OutputFormats.ExtensionOf(format), naming.NameAlbum, () => workspace, Commit);

        PreparedOutput? Commit(PreparedOutput output)
        {
            Record(output, isSaved: false);
            var saved = committer.Commit(output, renamed => Record(renamed, isSaved: false));
            if (saved is not null)
                Record(saved, isSaved: true);
            return saved;
        }

        void Record(PreparedOutput output, bool isSaved)
        {
            if (manifest?.WriteAlbum(output, isSaved) is { } warning)
                warnings.Add(warning);
        }
    }

    /// <summary>Draws a spectrum for each album.</summary>
    internal IReadOnlyList<DrawnFigure> Draw(ComparisonFigure figure, CancellationToken cancellationToken)
    {
        var drawn = new List<DrawnFigure>(_albums.Count);
        try
        {
            foreach (var album in _albums)
                drawn.Add(album.Draw(figure, cancellationToken));
            return drawn;
        }
        catch
        {
            drawn.ForEach(d => d.Dispose());
            throw;
        }
    }

    /// <summary>Adds a result to each album.</summary>
    /// <param name="result">The result.</param>
    /// <param name="drawn">What <see cref="Draw"/> returned, which is disposed of; or nothing.</param>
    /// <returns>The errors of albums that cannot be saved.</returns>
    internal IReadOnlyList<SpectralError> Add(SpectralResult result, IReadOnlyList<DrawnFigure> drawn)
    {
        lock (_sync)
            return ForEach((album, i) => album.Add(result, _baseline, i < drawn.Count ? drawn[i] : null));
    }

    /// <summary>Saves what is left.</summary>
    /// <param name="saved">The saved files with the number of their graphs.</param>
    /// <returns>The errors of albums that cannot be saved.</returns>
    internal IReadOnlyList<SpectralError> Finish(out IReadOnlyList<(string Path, int Graphs)> saved)
    {
        lock (_sync)
        {
            var errors = ForEach((album, _) => album.Finish());
            saved = [.. _albums.Where(a => a.Saved.Count > 0).Select(a => (string.Join("', '", a.Saved), a.GraphCount))];
            return errors;
        }
    }

    public void Dispose()
    {
        lock (_sync)
        {
            foreach (var album in _albums)
                album.Dispose();
        }
    }

    private List<SpectralError> ForEach(Action<GraphAlbum, int> action)
    {
        var errors = new List<SpectralError>();
        for (var i = 0; i < _albums.Count; i++)
        {
            if (_broken.Contains(_albums[i]))
                continue;
            try
            {
                action(_albums[i], i);
            }
            catch (Exception e) when (e is SpectralException or IOException or UnauthorizedAccessException)
            {
                _broken.Add(_albums[i]);
                _albums[i].Dispose();
                errors.Add(ExceptionMapper.ToError(e, BatchStage.Saving));
            }
        }

        return errors;
    }
}
