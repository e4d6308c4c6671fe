using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Processing;

/// <summary>Combines replicates point by point.</summary>
internal static class Replicates
{
    /// <summary>
    /// Combines replicates on the points of the first that lie in the range of all; where one has no value, there is none.
    /// </summary>
    internal static Spectrum Merge(IReadOnlyList<Spectrum> replicates, MergeStatistic statistic)
    {
        if (replicates.Count == 0)
            throw Refused(SpectralErrorIds.NoSpectra, "There are no replicates to merge.");
        if (statistic == MergeStatistic.StandardDeviation && replicates.Count < 2)
            throw Refused(SpectralErrorIds.NoSpectra, "A standard deviation needs at least two replicates.");
        var first = replicates[0];
        Spectrum[] aligned =
            [first, .. replicates.Skip(1).Select(replicate => new UnitAlignment(first, laser: null).Align(replicate))];
        double minimum = aligned.Max(s => s.XMin), maximum = aligned.Min(s => s.XMax);
        var grid = first.Abscissae.ToArray().Where(x => x >= minimum && x <= maximum).Distinct().ToArray();
        if (grid.Length == 0)
            throw Refused(SpectralErrorIds.NoOverlap, "The replicates have no x in common.");
        var columns = Array.ConvertAll(aligned, s => StepSpectrum.At(s, grid, ResamplingMethod.Linear));
        var values = new double[grid.Length];
        var row = new double[columns.Length];
        for (var i = 0; i < values.Length; i++)
        {
            for (var k = 0; k < row.Length; k++)
                row[k] = columns[k][i];
            values[i] = Array.TrueForAll(row, double.IsFinite) ? Combine(row, statistic) : double.NaN;
        }

        var step = new SpectralStep
        {
            Name = "merge",
            Parameters = new Dictionary<string, object> { ["statistic"] = statistic.ToString(), ["count"] = (double)row.Length },
        };
        var ordinate = statistic == MergeStatistic.StandardDeviation
            ? StepOrdinates.Normalized(first.Ordinate, "standard deviation")
            : first.Ordinate;
        return first.WithPoints(grid, values).WithOrdinates(values, ordinate).WithHistory([.. first.History, step]);
    }

    private static double Combine(double[] row, MergeStatistic statistic)
    {
        if (statistic == MergeStatistic.Median)
        {
            Array.Sort(row);
            return row.Length % 2 == 1 ? row[row.Length / 2] : (row[(row.Length / 2) - 1] + row[row.Length / 2]) / 2;
        }

        var mean = row.Sum() / row.Length;
        return statistic == MergeStatistic.Mean
            ? mean
            : Math.Sqrt(row.Sum(value => (value - mean) * (value - mean)) / (row.Length - 1));
    }

    private static SpectralException Refused(string id, string why) => new(id, SpectralErrorCategory.InvalidData, why);
}
