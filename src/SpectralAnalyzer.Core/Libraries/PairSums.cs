namespace SpectralAnalyzer.Core.Libraries;

/// <summary>
/// The sums over the points that a query and a row have in common, from which each metric is computed. The row holds
/// z = (y − mean) / norm, so that y / norm = z + <see cref="RowOffset"/>.
/// </summary>
internal readonly record struct PairSums
{
    internal int Count { get; init; }

    internal double Query { get; init; }

    internal double QuerySquares { get; init; }

    internal double QueryMinimum { get; init; }

    internal double Row { get; init; }

    internal double RowSquares { get; init; }

    internal double RowMinimum { get; init; }

    internal double Products { get; init; }

    /// <summary>Gets what the row lacks to be the spectrum at another scale.</summary>
    internal double RowOffset { get; init; }

    /// <summary>Returns the cosine of the query plus one number and the row plus another; 0 where one has no length.</summary>
    internal double Cosine(double queryShift, double rowShift)
    {
        var query = QuerySquares + (2 * queryShift * Query) + (Count * queryShift * queryShift);
        var row = RowSquares + (2 * rowShift * Row) + (Count * rowShift * rowShift);
        var products = Products + (queryShift * Row) + (rowShift * Query) + (Count * queryShift * rowShift);
        var lengths = Math.Sqrt(query) * Math.Sqrt(row);
        return lengths > 0 ? Math.Clamp(products / lengths, -1, 1) : 0;
    }
}
