namespace SpectralAnalyzer.Core.Libraries;

/// <summary>
/// A query on the grid, at a scale at which it has length 1 about its mean: its values, or for a metric that takes them the
/// differences between neighboring points of a run; with running sums, so that the sums over any range are at hand.
/// </summary>
internal sealed class PreparedQuery
{
    private readonly double[] _terms;
    private readonly int[] _counts;
    private readonly double[] _sums;
    private readonly double[] _squares;
    private readonly bool _takesDifferences;

    /// <summary>Initializes a query.</summary>
    /// <param name="part">The points that it covers.</param>
    /// <param name="values">Its values, one for each point of the grid.</param>
    /// <param name="takesDifferences">Whether the metric takes differences.</param>
    internal PreparedQuery(GridPart part, ReadOnlySpan<double> values, bool takesDifferences)
    {
        Part = part;
        _takesDifferences = takesDifferences;
        _terms = new double[values.Length];
        _counts = new int[values.Length + 1];
        _sums = new double[values.Length + 1];
        _squares = new double[values.Length + 1];
        var isTerm = new bool[values.Length];
        Minimum = double.PositiveInfinity;
        double sum = 0;
        foreach (var (first, last) in part.Runs)
        {
            for (var i = first; i <= last - (takesDifferences ? 1 : 0); i++)
            {
                _terms[i] = takesDifferences ? values[i + 1] - values[i] : values[i];
                isTerm[i] = true;
                sum += _terms[i];
                Count++;
            }
        }

        var mean = Count > 0 ? sum / Count : 0;
        Center = takesDifferences ? 0 : mean;
        double length = 0;
        for (var i = 0; i < _terms.Length; i++)
            length += isTerm[i] ? (_terms[i] - Center) * (_terms[i] - Center) : 0;
        var scale = length > 0 ? 1 / Math.Sqrt(length) : 0;
        Center *= scale;
        for (var i = 0; i < _terms.Length; i++)
        {
            _terms[i] *= scale;
            _counts[i + 1] = _counts[i] + (isTerm[i] ? 1 : 0);
            _sums[i + 1] = _sums[i] + _terms[i];
            _squares[i + 1] = _squares[i] + (_terms[i] * _terms[i]);
            if (isTerm[i])
                Minimum = Math.Min(Minimum, _terms[i]);
        }

        Vector = takesDifferences ? Backward() : Array.ConvertAll(_terms, term => (float)term);
        if (takesDifferences)
            return;
        for (var i = 0; i < Vector.Length; i++)
            Vector[i] = isTerm[i] ? (float)(_terms[i] - Center) : 0;
    }

    internal GridPart Part { get; }

    /// <summary>Gets the number of values or differences.</summary>
    internal int Count { get; }

    /// <summary>Gets what has been subtracted in the vector.</summary>
    internal double Center { get; }

    internal double Minimum { get; }

    /// <summary>Gets the vector whose product with a row is that of the terms of both.</summary>
    internal float[] Vector { get; }

    /// <summary>Gets or sets the number of the name whose spectra are not compared; −1 for none.</summary>
    internal int ExcludedName { get; init; } = -1;

    /// <summary>Creates the query of a spectrum of the library itself, at the points of a part that it covers.</summary>
    internal static PreparedQuery From(LibraryFile file, int index, GridPart part, bool takesDifferences)
    {
        var record = file.Records[index];
        var row = file.Row(index);
        var values = new double[row.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = record.Mean + (record.Norm * row[i]);
        var own = record.First == 0 && record.Last == row.Length - 1
            ? part
            : Within(part, row.Length, record);
        return new PreparedQuery(own, values, takesDifferences) { ExcludedName = record.NameNumber };
    }

    /// <summary>Returns the number of terms that it has in common with a row.</summary>
    internal int CountWith(in LibraryRecord record) => _counts[End(record)] - _counts[record.First];

    /// <summary>Estimates the sums with a row from a product of float32.</summary>
    internal PairSums Estimate(in LibraryRecord record, in RowSum row, double product, ReadOnlySpan<float> values)
    {
        var end = End(record);
        if (_takesDifferences)
        {
            // the zeros beside a row that does not cover the grid are no values: their differences are taken out again
            if (record.First > 0)
                product -= _terms[record.First - 1] * values[record.First];
            if (record.Last < values.Length - 1)
                product += _terms[record.Last] * values[record.Last];
        }

        return new PairSums
        {
            Count = _counts[end] - _counts[record.First],
            Query = _sums[end] - _sums[record.First],
            QuerySquares = _squares[end] - _squares[record.First],
            QueryMinimum = Minimum,
            Row = row.Sum,
            RowSquares = row.Squares,
            RowMinimum = row.Minimum,
            Products = product + (Center * row.Sum),
            RowOffset = record.Mean / record.Norm,
        };
    }

    /// <summary>Computes the sums with a row in float64, in a fixed order.</summary>
    internal PairSums Sum(in LibraryRecord record, ReadOnlySpan<float> values)
    {
        int count = 0, step = _takesDifferences ? 1 : 0;
        double query = 0, querySquares = 0, row = 0, rowSquares = 0, products = 0;
        double queryMinimum = double.PositiveInfinity, rowMinimum = double.PositiveInfinity;
        foreach (var (first, last) in Part.Runs)
        {
            var (from, to) = (Math.Max(first, record.First), Math.Min(last, record.Last) - step);
            for (var i = from; i <= to; i++)
            {
                var q = _terms[i];
                var z = _takesDifferences ? (double)values[i + 1] - values[i] : values[i];
                count++;
                query += q;
                querySquares += q * q;
                row += z;
                rowSquares += z * z;
                products += q * z;
                queryMinimum = Math.Min(queryMinimum, q);
                rowMinimum = Math.Min(rowMinimum, z);
            }
        }

        return new PairSums
        {
            Count = count,
            Query = query,
            QuerySquares = querySquares,
            QueryMinimum = queryMinimum,
            Row = row,
            RowSquares = rowSquares,
            RowMinimum = rowMinimum,
            Products = products,
            RowOffset = record.Mean / record.Norm,
        };
    }

    private static GridPart Within(GridPart part, int points, LibraryRecord record)
    {
        var covers = new bool[points];
        foreach (var (first, last) in part.Within(record.First, record.Last))
            covers.AsSpan(first, last - first + 1).Fill(true);
        return GridPart.Where(points, i => covers[i]);
    }

    private int End(in LibraryRecord record) => record.Last + (_takesDifferences ? 0 : 1);

    // the transpose of taking differences
    private float[] Backward()
    {
        var vector = new float[_terms.Length];
        for (var i = 0; i < vector.Length; i++)
            vector[i] = (float)((i > 0 ? _terms[i - 1] : 0) - _terms[i]);
        return vector;
    }
}
