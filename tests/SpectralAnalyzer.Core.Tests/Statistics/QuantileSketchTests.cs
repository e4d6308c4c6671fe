using SpectralAnalyzer.Core.Statistics;

namespace SpectralAnalyzer.Core.Tests.Statistics;

public sealed class QuantileSketchTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1000, 0)]
    [InlineData(60_000, 0)]
    [InlineData(300_000, 2e-6)]
    public void Quantiles_are_those_of_all_values(int count, double tolerance)
    {
        var values = Values(count);
        var sorted = values.Order().ToArray();

        var distribution = Fill(values).ToDistribution()!;

        Assert.Equal(Quantile(sorted, 0.05), distribution.P05, Math.Max(tolerance, 1e-15));
        Assert.Equal(Quantile(sorted, 0.5), distribution.Median, Math.Max(tolerance, 1e-15));
        Assert.Equal(Quantile(sorted, 0.95), distribution.P95, Math.Max(tolerance, 1e-15));
        Assert.Equal((sorted[0], sorted[^1], count), (distribution.Minimum, distribution.Maximum, distribution.Count));
    }

    [Fact]
    public void Quantiles_do_not_depend_on_the_order()
    {
        var values = Values(200_000);
        var rising = Fill(values.Order()).ToDistribution()!;
        var falling = Fill(values.OrderDescending()).ToDistribution()!;

        Assert.Equal((rising.P05, rising.Median, rising.P95), (falling.P05, falling.Median, falling.P95));
    }

    [Fact]
    public void Negative_values_and_zeros_keep_their_order()
    {
        var distribution = Fill([-0.0, 0.0, -3, 2, -1]).ToDistribution()!;

        Assert.Equal((-3, 0, 2), (distribution.Minimum, distribution.Median, distribution.Maximum));
    }

    // Correlations as batches have them, near 1.
    private static double[] Values(int count) =>
        [.. Enumerable.Range(1, count).Select(i => 1 - (0.1 * ((i * 0.6180339887498949) % 1)))];

    private static QuantileSketch Fill(IEnumerable<double> values)
    {
        var sketch = new QuantileSketch();
        foreach (var value in values)
            sketch.Add(value);
        return sketch;
    }

    private static double Quantile(double[] sorted, double p)
    {
        var place = p * (sorted.Length - 1);
        var below = (int)place;
        return sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }
}
