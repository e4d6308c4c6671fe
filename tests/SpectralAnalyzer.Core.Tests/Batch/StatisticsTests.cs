namespace SpectralAnalyzer.Core.Tests.Batch;

public sealed class StatisticsTests
{
    private readonly SpectralEngine _engine = new();

    [Fact]
    public void Results_are_counted_by_status_and_file()
    {
        var statistics = _engine.Summarize(
        [
            Result(SpectralResultStatus.Succeeded),
            Result(SpectralResultStatus.Succeeded) with { SeriesIndex = 1, Attempts = 3, OutputBytes = 100 },
            Result(SpectralResultStatus.Skipped),
            Result(SpectralResultStatus.Failed)
                with { Error = new SpectralError("NoOverlap", SpectralErrorCategory.InvalidData, "") },
        ]);
        Assert.Equal((4, 3, 2, 1, 1),
            (statistics.Count, statistics.FileCount, statistics.Succeeded, statistics.Failed, statistics.Skipped));
        Assert.Equal((0.75, 2, 100L), (statistics.SuccessRate, statistics.Retries, statistics.BytesWritten));
        Assert.Equal(1, statistics.ErrorIds["NoOverlap"]);
    }

    [Fact]
    public void The_retries_of_a_file_are_counted_once_however_many_spectra_it_holds()
    {
        // a reading that was tried three times, and then a try more for the third of four spectra; between them another file
        var map = Enumerable.Range(0, 4).Select(i => Result(SpectralResultStatus.Succeeded) with
        {
            SeriesIndex = i,
            SeriesCount = 4,
            Attempts = i < 2 ? 3 : 4,
        }).ToList();
        map.Insert(2, Result(SpectralResultStatus.Succeeded) with { Path = "/in/b.csv", SeriesCount = 1, Attempts = 2 });

        Assert.Equal(4, _engine.Summarize(map).Retries);
        Assert.Equal(8, _engine.Summarize([.. map, .. map]).Retries);
    }

    [Fact]
    public void Quantiles_are_the_ones_that_numpy_gives()
    {
        // numpy.percentile([1..20], [5, 50, 95]) = 1.95, 10.5, 19.05; numpy.std(ddof=1) = 5.916079783099616
        var statistics = _engine.Summarize(Enumerable.Range(1, 20).Select(i => Result(SpectralResultStatus.Succeeded) with
        {
            Comparison = new SpectralComparison { Rmse = i, Correlation = double.NaN },
        }));
        var rmse = statistics.Rmse!;
        Assert.Equal((1.95, 10.5, 19.05), (rmse.P05, rmse.Median, rmse.P95),
            (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) + Math.Abs(a.Item3 - b.Item3) < 1e-12);
        Assert.Equal(5.916079783099616, rmse.StandardDeviation, 12);
        Assert.Null(statistics.Correlation);
    }

    [Fact]
    public void Every_metric_that_is_for_statistics_has_a_distribution()
    {
        var metrics = SpectralMetrics.All.Where(m => m.IsUsedIn(MetricUses.Statistics)).Select(m => m.Name).ToArray();
        var comparison = new SpectralComparison { Correlation = 0.5, Rmse = double.NaN };
        var statistics = _engine.Summarize([Result(SpectralResultStatus.Succeeded) with { Comparison = comparison }]);
        Assert.Equal(metrics.Except([nameof(SpectralComparison.Rmse)]), statistics.Metrics.Keys);
        Assert.Equal(0.5, statistics.Metrics[nameof(SpectralComparison.Correlation)].Median);
        Assert.Equal(statistics.Correlation, statistics.Metrics[nameof(SpectralComparison.Correlation)]);
    }

    [Fact]
    public void A_hundred_thousand_results_are_summarized_to_within_two_percent()
    {
        var statistics = _engine.Summarize(Enumerable.Range(0, 100_000).Select(i => Result(SpectralResultStatus.Succeeded) with
        {
            Comparison = new SpectralComparison { Rmse = i / 100_000.0, Correlation = 1 },
        }));
        Assert.Equal((100_000, 0.0, 0.99999), (statistics.Rmse!.Count, statistics.Rmse.Minimum, statistics.Rmse.Maximum));
        Assert.InRange(statistics.Rmse.Median, 0.48, 0.52);
        Assert.InRange(statistics.Rmse.P95, 0.93, 0.97);
    }

    [Fact]
    public void Nothing_is_summarized_to_nothing()
    {
        var statistics = _engine.Summarize([]);
        Assert.Equal(0, statistics.Count);
        Assert.True(double.IsNaN(statistics.SuccessRate));
        Assert.Null(statistics.Duration);
    }

    private static SpectralResult Result(SpectralResultStatus status) => new() { Path = "/in/a.csv", Status = status };
}
