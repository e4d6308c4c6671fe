using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Processing;

/// <summary>Combines replicates point by point.</summary>
internal static class Replicates
{
    /// <summary>
    /// Combines replicates on the points of the first that lie in the range of all; where one has no value, there is none.
    /// </summary>
    internal static Spectrum Merge(IReadOnlyList<Spectrum> replicates, MergeStatistic statistic, string? name)
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

        return Spectrum.FromSource(grid, values, new SpectrumDescription
        {
            Name = (name ?? CommonName(replicates))
                + (statistic == MergeStatistic.StandardDeviation ? " standard deviation" : ""),
            Axis = first.Axis,
            Ordinate = statistic == MergeStatistic.StandardDeviation
                ? StepOrdinates.Normalized(first.Ordinate, "standard deviation")
                : first.Ordinate,
            Metadata = CommonMetadata(replicates),
            Confidence = replicates.Min(s => s.Confidence),
            History = [.. first.History, Step(replicates, statistic)],
        });
    }

    private static SpectralStep Step(IReadOnlyList<Spectrum> replicates, MergeStatistic statistic) => new()
    {
        Name = "merge",
        Parameters = new Dictionary<string, object>
        {
            ["statistic"] = statistic.ToString(),
            ["count"] = (double)replicates.Count,
            ["spectra"] = string.Join(", ", replicates.Select(s => s.Label)),
        },
    };

    private static string CommonName(IReadOnlyList<Spectrum> replicates)
    {
        var first = replicates[0].Label;
        var length = replicates.Min(s => s.Label.AsSpan().CommonPrefixLength(first));
        var common = length == first.Length ? first : first[..length].TrimEnd(' ', '-', '_', '.', ',', '#', '(', '[');
        return common.Length == 0 ? "merged" : common;
    }

    // what differs, such as the time of the measurement, belongs to one replicate and not to their mean
    private static Dictionary<string, string> CommonMetadata(IReadOnlyList<Spectrum> replicates) => replicates[0].Metadata
        .Where(pair => replicates.All(s => s.Metadata.TryGetValue(pair.Key, out var value) && value == pair.Value))
        .ToDictionary(pair => pair.Key, pair => pair.Value);

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
