using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>
/// Compares queries with all spectra of a library: estimates in float32, a block of rows at a time on each thread, choose the
/// candidates, which are then compared again in float64. Nothing depends on the number of threads.
/// </summary>
/// <param name="file">The library.</param>
/// <param name="threads">The number of threads.</param>
internal sealed class LibraryScan(LibraryFile file, int threads)
{
    /// <summary>How many queries are compared with a row while it is in the cache.</summary>
    internal const int QueriesOfBlock = 64;

    private const int RowsOfStep = 256;
    private const int FloatsOfLine = 16;

    private readonly Dictionary<(string Part, bool TakesDifferences), RowSums> _rowSums = [];

    internal LibraryFile Library => file;

    internal int Threads => threads;

    /// <summary>Returns the best candidates of each query, the best first.</summary>
    /// <param name="queries">The queries, all over the same part of the grid but where they are spectra of the library.</param>
    /// <param name="part">The part of the grid that they cover.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="capacity">How many.</param>
    /// <param name="perName">How many of the same name at most.</param>
    /// <param name="fewest">How many values, or differences, a spectrum has to have in common with the query.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal IReadOnlyList<Candidate>[] Find(
        IReadOnlyList<PreparedQuery> queries, GridPart part, ISearchMetric metric, int capacity, int perName, int fewest,
        CancellationToken cancellationToken)
    {
        var found = new IReadOnlyList<Candidate>[queries.Count];
        var rowSums = RowSumsOf(part, metric.TakesDifferences, cancellationToken);
        for (var first = 0; first < queries.Count; first += QueriesOfBlock)
        {
            var block = queries.Skip(first).Take(QueriesOfBlock).ToArray();
            var best = Estimate(block, rowSums, metric, capacity, perName, fewest, cancellationToken);
            for (var q = 0; q < block.Length; q++)
                found[first + q] = Exact(block[q], best[q].Sorted(), metric);
        }

        return found;
    }

    /// <summary>Returns the similarity of two spectra in float64.</summary>
    internal double Compare(PreparedQuery query, int row, ISearchMetric metric) =>
        metric.Similarity(query.Sum(file.Records[row], file.Row(row)));

    private List<Candidate> Exact(PreparedQuery query, IReadOnlyList<Candidate> candidates, ISearchMetric metric)
    {
        var exact = candidates.Select(c => c with { Similarity = Compare(query, c.Row, metric) }).ToList();
        exact.Sort(static (a, b) => a == b ? 0 : a.IsBefore(b) ? -1 : 1);
        return exact;
    }

    private unsafe Candidates[] Estimate(
        PreparedQuery[] queries, RowSums rowSums, ISearchMetric metric, int capacity, int perName, int fewest,
        CancellationToken cancellationToken)
    {
        var stride = file.Format.Stride;
        var count = file.Format.Count;
        var buffer = GC.AllocateArray<float>((queries.Length * stride) + FloatsOfLine, pinned: true);
        var start = (float*)Unsafe.AsPointer(ref buffer[0]);
        while ((nuint)start % (FloatsOfLine * sizeof(float)) != 0)
            start++;
        for (var q = 0; q < queries.Length; q++)
            queries[q].Vector.CopyTo(new Span<float>(start + ((long)q * stride), stride));
        var best = NewCandidates(queries.Length, capacity, perName);
        var steps = (count + RowsOfStep - 1) / RowsOfStep;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        var address = (nint)start;
        Parallel.For(
            0, steps, options,
            () => (Best: NewCandidates(queries.Length, capacity, perName), Products: new float[queries.Length * RowsOfStep]),
            (step, _, local) =>
            {
                var first = step * RowsOfStep;
                var rows = Math.Min(RowsOfStep, count - first);
                var products = local.Products.AsSpan(0, queries.Length * rows);
                DotProducts.Compute(
                    (float*)address, queries.Length, file.RowStart(first), rows, stride, products);
                for (var q = 0; q < queries.Length; q++)
                    Offer(queries[q], products.Slice(q * rows, rows), first, rowSums, metric, fewest, local.Best[q]);
                return local;
            },
            local =>
            {
                lock (best)
                {
                    for (var q = 0; q < best.Length; q++)
                        best[q].Add(local.Best[q]);
                }
            });
        GC.KeepAlive(buffer);
        return best;
    }

    private void Offer(
        PreparedQuery query, ReadOnlySpan<float> products, int first, RowSums rowSums, ISearchMetric metric, int fewest,
        Candidates best)
    {
        var records = file.Records;
        for (var r = 0; r < products.Length; r++)
        {
            ref readonly var record = ref records[first + r];
            if (record.NameNumber == query.ExcludedName || query.CountWith(record) < fewest)
                continue;
            var sums = query.Estimate(record, rowSums[first + r], products[r], file.Row(first + r));
            best.Offer(new Candidate(first + r, record.NameNumber, metric.Similarity(sums)));
        }
    }

    private RowSums RowSumsOf(GridPart part, bool takesDifferences, CancellationToken cancellationToken)
    {
        lock (_rowSums)
        {
            if (!_rowSums.TryGetValue((part.Key, takesDifferences), out var sums))
            {
                if (_rowSums.Count >= 8)
                    _rowSums.Clear();
                sums = RowSums.Compute(file, part, takesDifferences, threads, cancellationToken);
                _rowSums.Add((part.Key, takesDifferences), sums);
            }

            return sums;
        }
    }

    private static Candidates[] NewCandidates(int queries, int capacity, int perName) =>
        [.. Enumerable.Range(0, queries).Select(_ => new Candidates(capacity, perName))];
}
