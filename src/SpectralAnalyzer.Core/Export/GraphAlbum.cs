using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Plotting.Albums;
using SpectralAnalyzer.Core.Reporting;

namespace SpectralAnalyzer.Core.Export;

/// <summary>
/// Graphs that go into common files, in the order in which they are added. A file takes a limited number of them, so that memory
/// does not grow with their number; the rest goes to further files. Drawing is safe for several threads at once, adding is not.
/// </summary>
internal abstract class GraphAlbum(AlbumFiles files, FigureRenderer renderer) : IDisposable
{
    private static readonly SpectralMetric[] s_metrics = [.. SpectralMetrics.All.Where(m => m.IsUsedIn(MetricUses.ReportColumn))];
    private static readonly ReportLanguage s_language = ReportLanguage.Create(System.Globalization.CultureInfo.InvariantCulture);

    private readonly List<string> _baselines = [];
    private readonly List<MethodStamp> _methods = [];

    /// <summary>Gets what the album draws with.</summary>
    internal FigureRenderer Renderer => renderer;

    /// <summary>Gets the full paths of the saved files.</summary>
    internal IReadOnlyList<string> Saved => files.Saved;

    /// <summary>Gets the number of graphs in the saved files.</summary>
    internal int GraphCount { get; private protected set; }

    /// <summary>Gets whether existing files stay, so that there is nothing to draw.</summary>
    /// <exception cref="SpectralException">The name is taken and the conflict resolution is to fail.</exception>
    internal bool IsKept => files.Name().Action == OutputNameAction.Skip;

    private protected AlbumFiles Files => files;

    private protected static IReadOnlyList<string> Headings => [.. s_metrics.Select(s_language.Metric)];

    private protected string Title => _baselines.Count is 1 or 2
        ? $"Comparison with {string.Join(" and ", _baselines)}"
        : s_language["title"];

    private protected IEnumerable<string> MethodNotes => _methods.Select(
        method => $"Method {method.Name}, version {method.Version}, SHA-256 {method.Sha256}");

    /// <summary>Draws a graph for the album.</summary>
    internal abstract DrawnFigure Draw(ComparisonFigure figure, CancellationToken cancellationToken);

    /// <summary>Adds a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="baseline">The name of the baseline.</param>
    /// <param name="drawn">Its graph, which is disposed of; null where there is none.</param>
    internal void Add(SpectralResult result, string baseline, DrawnFigure? drawn)
    {
        using (drawn)
        {
            if (baseline.Length > 0 && _baselines.Count < 3 && !_baselines.Contains(baseline))
                _baselines.Add(baseline);
            if (result.Method is { } method && _methods.Count < 3 && !_methods.Contains(method))
                _methods.Add(method);
            Add(Row(result), drawn);
        }
    }

    /// <summary>Saves what is left.</summary>
    internal abstract void Finish();

    /// <summary>Removes what is not saved.</summary>
    public abstract void Dispose();

    private protected abstract void Add(AlbumRow row, DrawnFigure? drawn);

    /// <summary>Returns how many rows have which status and which verdict.</summary>
    private protected static string Count(IReadOnlyList<AlbumRow> rows)
    {
        var parts = rows.GroupBy(row => row.Status).Select(g => $"{g.Count()} {g.Key.ToLowerInvariant()}")
            .Concat(rows.Where(row => row.Verdict != SpectralVerdict.None).GroupBy(row => row.Verdict)
                .OrderBy(g => g.Key).Select(g => s_language.Count($"count.{g.Key}", g.Count())));
        return $"{s_language.Count("spectra", rows.Count)}: {string.Join(", ", parts)}";
    }

    private static AlbumRow Row(SpectralResult result)
    {
        var row = new ReportRow(result, null);
        return new AlbumRow(
            row.Name,
            row.Folder,
            s_language["status." + row.Status],
            result.Status == SpectralResultStatus.Failed,
            result.Verdict,
            [.. s_metrics.Select(metric => s_language.Numbers.Metric(metric, row.Value(metric)))],
            result.Error is { } error ? $"{error.Id}: {error.Message}" : "");
    }
}
