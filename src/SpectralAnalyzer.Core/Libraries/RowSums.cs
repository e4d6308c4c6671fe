using System.Numerics.Tensors;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>The sums of a row over a part of the grid.</summary>
internal readonly record struct RowSum(double Sum, double Squares, double Minimum);

/// <summary>The sums of all rows over a part of the grid, in float32, for the estimates.</summary>
internal sealed class RowSums
{
    private readonly RowSum[] _sums;

    private RowSums(RowSum[] sums) => _sums = sums;

    internal ref readonly RowSum this[int index] => ref _sums[index];

    /// <summary>Computes the sums; those over the whole grid are in the file.</summary>
    internal static RowSums Compute(
        LibraryFile file, GridPart part, bool takesDifferences, int threads, CancellationToken cancellationToken)
    {
        var sums = new RowSum[file.Format.Count];
        if (part.IsWhole)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                var record = file.Records[i];
                sums[i] = takesDifferences
                    ? new RowSum(0, record.DifferenceSquares, 0)
                    : new RowSum(record.Sum, record.Squares, record.Minimum);
            }

            return new RowSums(sums);
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, file.Format.BlockCount, options, () => new float[file.Format.Points], (block, _, buffer) =>
        {
            var first = block * LibraryFormat.RowsOfBlock;
            for (var i = first; i < Math.Min(first + LibraryFormat.RowsOfBlock, sums.Length); i++)
                sums[i] = SumOf(file.Records[i], file.Row(i), part, takesDifferences, buffer);
            return buffer;
        }, static _ => { });
        return new RowSums(sums);
    }

    private static RowSum SumOf(
        in LibraryRecord record, ReadOnlySpan<float> row, GridPart part, bool takesDifferences, float[] buffer)
    {
        double sum = 0, squares = 0, minimum = double.PositiveInfinity;
        foreach (var (runFirst, runLast) in part.Runs)
        {
            var (first, last) = (Math.Max(runFirst, record.First), Math.Min(runLast, record.Last));
            if (first > last)
                continue;
            var values = row[first..(last + 1)];
            if (takesDifferences)
            {
                var differences = buffer.AsSpan(0, values.Length - 1);
                TensorPrimitives.Subtract(values[1..], values[..^1], differences);
                squares += TensorPrimitives.SumOfSquares<float>(differences);
                continue;
            }

            sum += TensorPrimitives.Sum(values);
            squares += TensorPrimitives.SumOfSquares(values);
            minimum = Math.Min(minimum, TensorPrimitives.Min(values));
        }

        return new RowSum(sum, squares, minimum);
    }
}
