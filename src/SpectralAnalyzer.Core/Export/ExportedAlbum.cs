using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Export;

/// <summary>An album outside of a batch.</summary>
/// <param name="graphs">The album.</param>
/// <param name="owned">The renderer, which is disposed of.</param>
/// <param name="report">Reports warnings.</param>
internal sealed class ExportedAlbum(GraphAlbum graphs, FigureRenderer owned, Action<IEnumerable<string>> report)
    : IGraphAlbum
{
    private readonly bool _isKept = graphs.IsKept;

    public void Add(SpectralResult result, SpectralComparison? comparison, CancellationToken cancellationToken) => Try(() =>
    {
        if (_isKept)
            return;
        if (comparison is null)
        {
            graphs.Add(result, result.Baseline is { } stamp ? Path.GetFileName(stamp.Path) : "", null);
            return;
        }

        var figure = ComparisonFigure.Create(comparison);
        graphs.Add(result, FigureName.From(figure.Baseline).At(2), graphs.Draw(figure, cancellationToken));
    });

    public IReadOnlyList<string> Finish()
    {
        Try(graphs.Finish);
        report(owned.FontWarnings);
        return graphs.Saved;
    }

    public void Dispose()
    {
        graphs.Dispose();
        owned.Dispose();
    }

    private static void Try(Action action) => ExceptionMapper.Translate(
        () =>
        {
            action();
            return true;
        },
        BatchStage.Saving);
}
