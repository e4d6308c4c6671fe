namespace SpectralAnalyzer.Core.Reporting;

/// <summary>The graph of a row, as far as the page contains it.</summary>
/// <param name="Thumbnail">A small picture as a data URI, or null.</param>
/// <param name="Drawn">The graph that is drawn for the page, packed; or null.</param>
/// <param name="Image">The graph as it was saved, as a data URI; or null.</param>
/// <param name="Difference">The difference from the baseline, which stands for a thumbnail; or null.</param>
internal sealed record ReportGraph(string? Thumbnail, string? Drawn, string? Image, Spectrum? Difference)
{
    /// <summary>Gets the size in the page in bytes.</summary>
    internal long Size => (Drawn?.Length ?? 0) + (Image?.Length ?? 0);
}

/// <summary>Finds and draws the graphs of results, and decides which of them a page contains.</summary>
/// <param name="report">The report.</param>
/// <param name="formats">The formats of the outputs.</param>
internal sealed class ReportGraphs(SpectralReport report, IReadOnlyList<OutputFormatInfo> formats)
{
    private const int AtOnce = 64;

    // a manifest may come from anybody, so that only files in its folder are read
    private readonly string? _folder = Path.GetDirectoryName(report.Run?.Manifest);

    /// <summary>Gets how many graphs there are, and how many of them the page contains.</summary>
    internal (int All, int Embedded) Counts { get; private set; }

    /// <summary>Gets how many graphs were drawn for the page and did not fit into it.</summary>
    internal int Lost { get; private set; }

    /// <summary>Returns the graph of each row: those of the first rows whole, up to the limit.</summary>
    internal IReadOnlyList<ReportGraph> Load(IReadOnlyList<ReportRow> rows, CancellationToken cancellationToken)
    {
        using var drawing = new ReportDrawing();
        var graphs = new ReportGraph[rows.Count];
        var options = new ParallelOptions
        {
            CancellationToken = cancellationToken,
            MaxDegreeOfParallelism = Environment.ProcessorCount,
        };
        var room = report.EmbedLimit;
        var embedded = 0;
        for (var start = 0; start < rows.Count; start += AtOnce)
        {
            var (from, end, isFull) = (start, Math.Min(start + AtOnce, rows.Count), room <= 0);
            Parallel.For(from, end, options, i =>
            {
                graphs[i] = Load(rows[i].Result, isFull ? null : drawing, cancellationToken);
                report.GraphDone?.Invoke();
            });
            for (var i = from; i < end; i++)
            {
                // the first that does not fit is the last: what is missing are the best, not some in between
                room = graphs[i].Size <= room ? room - graphs[i].Size : -1;
                if (room < 0)
                    graphs[i] = graphs[i] with { Drawn = null, Image = null };
                else if (graphs[i].Size > 0)
                    embedded++;
            }
        }

        Counts = (embedded + Enumerable.Range(0, rows.Count).Count(i => graphs[i].Size == 0 && Find(rows[i].Result) is not null),
            embedded);
        Lost = room >= 0 ? 0 : Enumerable.Range(0, rows.Count).Count(
            i => graphs[i].Size == 0 && rows[i].Result.Comparison is not null && Find(rows[i].Result) is null);
        return graphs;
    }

    /// <summary>Returns the graph that a page shows best: pixels, else another image, else any file; or null.</summary>
    internal string? Find(SpectralResult result) => result.OutputPath
        .Where(path => FormatOf(path)?.Format is GraphFormat)
        .OrderBy(path => FormatOf(path) switch { { IsRaster: true } => 0, { IsImage: true } => 1, _ => 2 })
        .FirstOrDefault();

    /// <summary>Returns whether a page can show a graph.</summary>
    internal bool CanShow(string path) => FormatOf(path) is { IsImage: true };

    private ReportGraph Load(SpectralResult result, ReportDrawing? drawing, CancellationToken cancellationToken)
    {
        var saved = Find(result);
        var thumbnail = report.Thumbnails && saved is not null ? Thumbnail(saved) : null;
        var again = drawing is null || result.Comparison is null ? null : report.Repeat?.Invoke(result, cancellationToken);
        var drawn = again is { Reference: not null, Sample: not null } ? drawing!.Draw(again, cancellationToken) : null;
        // the vectors of the run are smaller than its pixels
        var best = result.OutputPath.FirstOrDefault(path => FormatOf(path) is { IsImage: true, IsRaster: false }) ?? saved;
        return new ReportGraph(
            thumbnail,
            drawn,
            drawn is null && drawing is not null && best is not null ? DataUri(best) : null,
            again?.GetDifference() ?? result.Comparison?.GetDifference());
    }

    private string? Thumbnail(string path) =>
        FormatOf(path) is { IsRaster: true } && IsOfRun(path) ? ReportPicture.Small(path) : null;

    private string? DataUri(string path) => FormatOf(path) is { IsImage: true } format && IsOfRun(path)
        ? $"data:{format.MediaType};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}"
        : null;

    private bool IsOfRun(string path)
    {
        var file = new FileInfo(path);
        return file is { Exists: true, Length: > 0 }
            && (_folder is null || (file.LinkTarget is null
                && string.Equals(file.DirectoryName, Path.TrimEndingDirectorySeparator(_folder), StringComparison.Ordinal)));
    }

    private OutputFormatInfo? FormatOf(string path) =>
        formats.FirstOrDefault(f => f.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));
}
