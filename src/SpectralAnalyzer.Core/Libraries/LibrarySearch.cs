using SpectralAnalyzer.Core.Libraries.Metrics;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>Searches a library: prepares queries, compares them, judges the answers.</summary>
internal sealed class LibrarySearch : ISpectralLibrarySearch
{
    private const int FewestPoints = 3;
    private const int SpareCandidates = 32;

    private readonly LibraryFile _file;
    private readonly LibraryPreparation _preparation;
    private readonly SpectralSearchOptions _options;
    private readonly ISearchMetric _metric;
    private readonly GridPart _wanted;
    private readonly LibraryScan _scan;
    private readonly TrustJudge _judge;
    private readonly int _fewest;

    /// <summary>Initializes a search, which disposes of the file.</summary>
    /// <exception cref="SpectralException">A range has no points of the grid.</exception>
    internal LibrarySearch(LibraryFile file, LibraryMethods methods, SpectralSearchOptions options, int threads)
    {
        (_file, _options) = (file, options);
        Library = LibraryDescription.Create(file, methods);
        Reading = methods.Find(file.Header.Method)?.Reading ?? ReadOptions.Default;
        _preparation = methods.Start(
            LibraryMethods.Units(file.Header, file.Grid), Library.Steps, file.Header.Method?.Folder ?? "");
        _metric = SearchMetrics.Find(options.Metric);
        _wanted = Wanted();
        _scan = new LibraryScan(file, threads);
        _fewest = Math.Max(FewestPoints - 1, (int)Math.Ceiling(options.MinimumCoverage * (_wanted.Count - _wanted.Runs.Length)));
        _judge = new TrustJudge(_scan, _metric, _fewest);
    }

    /// <inheritdoc/>
    public int BlockSize => LibraryScan.QueriesOfBlock;

    /// <inheritdoc/>
    public ReadOptions Reading { get; }

    /// <inheritdoc/>
    public SpectralLibrary Library { get; }

    /// <inheritdoc/>
    public SpectralLibraryQuery Prepare(Spectrum spectrum, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        cancellationToken.ThrowIfCancellationRequested();
        var prepared = _preparation.Prepare(spectrum);
        var warnings = prepared.Warnings.ToList();
        var values = LibraryPreparation.OnGrid(
            prepared.Spectrum, Library.Axis, _file.Grid, _file.Header.Resampling, warnings);
        var part = Part(values);
        var coverage = Coverage(part);
        if (part.Count < FewestPoints || coverage < _options.MinimumCoverage)
        {
            throw new SpectralException(
                part.Count == 0 ? SpectralErrorIds.NoOverlap : SpectralErrorIds.TooLittleOverlap,
                SpectralErrorCategory.InvalidData,
                FormattableString.Invariant($"It covers {coverage * 100:0.##} % of what is compared, and ")
                    + FormattableString.Invariant($"{_options.MinimumCoverage * 100:0.##} % are needed. The library spans ")
                    + FormattableString.Invariant($"{Library.XMin:G7} to {Library.XMax:G7} {Library.Axis.Symbol}.").TrimEnd(),
                "State a smaller -MinimumCoverage or other ranges with -XRange, or look at the x unit of the file.");
        }

        if (coverage < 1)
        {
            warnings.Add(FormattableString.Invariant(
                $"It covers {coverage * 100:0.#} % of what is compared; the rest does not count."));
        }

        var points = part.Runs.SelectMany(run => Enumerable.Range(run.First, run.Last - run.First + 1)).ToArray();
        var onGrid = prepared.Spectrum.WithPoints(
            [.. points.Select(i => _file.Grid[i])], [.. points.Select(i => values[i])]);
        return new SpectralLibraryQuery(onGrid, prepared.Conversions, warnings);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SpectralMatch> Find(
        IReadOnlyList<SpectralLibraryQuery> queries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(queries);
        var answers = new SpectralMatch[queries.Count];
        var ready = queries.Select((query, place) =>
        {
            var values = Values(query.Spectrum);
            return (Query: query, Place: place, Values: values, Part: Part(values));
        });
        foreach (var alike in ready.GroupBy(query => query.Part.Key))
        {
            var group = alike.ToArray();
            var part = group[0].Part;
            var prepared = Array.ConvertAll(group, q => new PreparedQuery(part, q.Values, _metric.TakesDifferences));
            var capacity = (2 * _options.Top) + SpareCandidates;
            var found = _scan.Find(prepared, part, _metric, capacity, _options.Top, _fewest, cancellationToken);
            for (var k = 0; k < group.Length; k++)
            {
                answers[group[k].Place] = Answer(
                    group[k].Query, part, group[k].Values, prepared[k], found[k], cancellationToken);
            }
        }

        return answers;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private SpectralMatch Answer(
        SpectralLibraryQuery query, GridPart part, double[] values, PreparedQuery prepared, IReadOnlyList<Candidate> found,
        CancellationToken cancellationToken)
    {
        var hits = new List<SpectralMatchHit>();
        for (var k = 0; k < Math.Min(_options.Top, found.Count); k++)
        {
            var (row, score) = (found[k].Row, _metric.Score(found[k].Similarity));
            var item = _file.Item(row);
            hits.Add(new SpectralMatchHit
            {
                Rank = k + 1,
                Name = item.Name,
                Score = score,
                Margin = k + 1 < found.Count ? Math.Abs(score - _metric.Score(found[k + 1].Similarity)) : double.NaN,
                Coverage = Coverage(prepared, _file.Records[row]),
                Item = item,
                Spectrum = _file.Spectrum(row, item),
            });
        }

        var judged = _judge.Judge(part, found, row => _file.Item(row).Name, cancellationToken);
        return new SpectralMatch
        {
            Query = query.Spectrum.Label,
            Path = query.Spectrum.Path,
            Spectrum = query.Spectrum,
            Trust = judged.Trust,
            Reason = judged.Reason,
            Margin = judged.Margin,
            MarginLimit = judged.MarginLimit,
            Limit = judged.Limit is { } limit ? LibraryDescription.Limit(limit) : null,
            Metric = _options.Metric,
            Coverage = Coverage(part),
            Hits = hits,
            Mixture = _options.FindsMixture
                ? new MixtureFit(_scan).Fit(query.Spectrum, part, values, found, _fewest, cancellationToken)
                : null,
            Library = Library,
            Conversions = query.Conversions,
            Warnings = query.Warnings,
        };
    }

    private double Coverage(GridPart part) => (double)part.Count / _wanted.Count;

    private double Coverage(PreparedQuery query, LibraryRecord record)
    {
        var common = query.Part.Within(record.First, record.Last).Sum(run => run.Last - run.First + 1);
        return (double)common / _wanted.Count;
    }

    private GridPart Part(double[] values)
    {
        var isWanted = new bool[values.Length];
        foreach (var (first, last) in _wanted.Runs)
            isWanted.AsSpan(first, last - first + 1).Fill(true);
        return GridPart.Where(values.Length, i => isWanted[i] && double.IsFinite(values[i]));
    }

    // a prepared query has some of the points of the grid, to the last bit
    private double[] Values(Spectrum onGrid)
    {
        var values = new double[_file.Grid.Length];
        Array.Fill(values, double.NaN);
        var x = onGrid.Abscissae.Span;
        var y = onGrid.Ordinates.Span;
        for (int i = 0, at = 0; i < x.Length; i++)
        {
            while (at < values.Length && _file.Grid[at] != x[i])
                at++;
            if (at == values.Length)
                throw new ArgumentException("The query was not prepared for this library.", nameof(onGrid));
            values[at] = y[i];
        }

        return values;
    }

    private GridPart Wanted()
    {
        var ranges = _options.Ranges;
        if (ranges.Count == 0)
            return GridPart.Where(_file.Grid.Length, static _ => true);
        foreach (var range in ranges)
        {
            if (_file.Grid.Count(range.Contains) < 2)
            {
                throw new SpectralException(
                    SpectralErrorIds.RegionEmpty, SpectralErrorCategory.InvalidArgument,
                    $"The library has fewer than two points in the range {range}.",
                    FormattableString.Invariant($"It reaches from {Library.XMin:G7} to {Library.XMax:G7}."));
            }
        }

        var part = GridPart.Where(_file.Grid.Length, i => ranges.Any(range => range.Contains(_file.Grid[i])));
        return part.Count >= FewestPoints ? part : throw new SpectralException(
            SpectralErrorIds.RegionEmpty, SpectralErrorCategory.InvalidArgument,
            FormattableString.Invariant($"The ranges have {part.Count} points of the library, and {FewestPoints} are needed."),
            "State wider ranges.");
    }
}
