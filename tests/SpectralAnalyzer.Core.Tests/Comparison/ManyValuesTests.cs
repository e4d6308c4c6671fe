using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Tests.Comparison;

/// <summary>What looks at many values at once finds what a plain loop finds.</summary>
public sealed class ManyValuesTests
{
    [Theory]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(2000)]
    [InlineData(20001)]
    public void The_median_is_that_of_all_values_in_order(int inner)
    {
        var random = new Random(inner);
        Func<int, double>[] kinds =
        [
            _ => random.NextDouble() - 0.5,
            _ => Math.Round(random.NextDouble(), 1),
            i => i % 7 == 0 ? random.NextDouble() : 0,
            i => random.NextDouble() * Math.Exp(i * 20.0 / inner),
            // in step with every place that could be looked at first
            i => i % (inner / 128) == 0 ? 1e6 * random.NextDouble() : 1e-6 * random.NextDouble(),
            _ => 1,
            i => i * i,
        ];
        foreach (var kind in kinds)
        {
            var y = Enumerable.Range(0, inner + 2).Select(kind).ToArray();
            double[] sizes = [.. Enumerable.Range(0, inner).Select(i => Math.Abs(y[i] - (2 * y[i + 1]) + y[i + 2])).Order()];
            var (lower, upper) = (sizes[(inner - 1) / 2], sizes[inner / 2]);
            var median = lower + ((upper - lower) / 2);

            Assert.Equal(median / (0.674489750196082 * Math.Sqrt(6)), NoiseLevel.Estimate(y));
        }
    }

    [Fact]
    public void Values_that_are_not_finite_are_found_wherever_they_are()
    {
        var random = new Random(3);
        foreach (var length in Enumerable.Range(1, 21))
        {
            for (var at = -1; at < length; at++)
            {
                foreach (var missing in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
                {
                    double[] values = [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)];
                    if (at >= 0)
                        values[at] = missing;
                    double[] finite = [.. values.Where(double.IsFinite)];
                    (double, double) range = finite.Length == 0
                        ? (double.PositiveInfinity, double.NegativeInfinity)
                        : (finite.Min(), finite.Max());

                    Assert.Equal(at < 0, FiniteValues.Are(values));
                    Assert.Equal(range, FiniteValues.Range(values));
                    Assert.Equal(values.Count(v => v >= 0.1), FiniteValues.CountFrom(values, 0.1));
                }
            }
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(1003)]
    public void Residuals_do_not_depend_on_whether_a_value_is_missing_beside_them(int count)
    {
        var random = new Random(count);
        double[] x = [.. Enumerable.Range(0, count).Select(i => 400 + (i * 1.7) + random.NextDouble())];
        double[] y = [.. x.Select(v => 1e-4 * v + (random.NextDouble() * 1e-3))];

        var complete = Residuals.About(x, y);
        var beside = Residuals.About([.. x, x[^1] + 1], [.. y, double.NaN]);

        Assert.Equal(beside.Mean, complete.Mean, 1e-12 * Math.Abs(beside.Mean));
        Assert.Equal(beside.Rms, complete.Rms, 1e-10 * beside.Rms);
        Assert.Equal(beside.PeakToPeak, complete.PeakToPeak, 1e-10 * beside.PeakToPeak);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1e-160)]
    [InlineData(1e160)]
    [InlineData(0)]
    public void An_even_grid_holds_the_same_deviations_whether_or_not_it_looks_for_gaps(double size)
    {
        var random = new Random(5);
        double[] x = [.. Enumerable.Range(0, 2600).Select(i => 400 + i + (random.NextDouble() / 2))];
        double[] y = [.. x.Select(v => size * (Math.Sin(v / 50) + random.NextDouble()))];
        var grid = new EvenGrid(x);

        var (expected, actual) = (grid.Deviations(y, y, isComplete: false), grid.Deviations(y, y, isComplete: true));

        Assert.Equal(EvenGrid.MostPoints, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal(size == 0, actual.All(v => v == 0));
    }
}
