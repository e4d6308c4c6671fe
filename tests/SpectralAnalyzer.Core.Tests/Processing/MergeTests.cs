namespace SpectralAnalyzer.Core.Tests.Processing;

/// <summary>Replicates are combined point by point.</summary>
public sealed class MergeTests
{
    [Theory]
    [InlineData(MergeStatistic.Mean, 3)]
    [InlineData(MergeStatistic.Median, 2)]
    [InlineData(MergeStatistic.StandardDeviation, 2.6457513110645907)]
    public void A_statistic_is_taken_at_each_point(MergeStatistic statistic, double expected)
    {
        Spectrum[] replicates = [Prepare.Even(5, _ => 1), Prepare.Even(5, _ => 2), Prepare.Even(5, _ => 6)];

        var merged = Prepare.Processing.Merge(replicates, statistic);

        Assert.All(merged.Y, y => Assert.Equal(expected, y, 14));
        Assert.Equal(
            ["count = 3", "spectra = made, made, made", "statistic = " + statistic],
            Assert.Single(merged.History).Parameters.Select(p => $"{p.Key} = {p.Value}").Order());
    }

    [Fact]
    public void The_grid_is_that_of_the_first_within_the_range_of_all()
    {
        var merged = Prepare.Processing.Merge(
            [Prepare.Even(10, x => x), Prepare.Even(9, x => x, first: 2.5, step: 0.5)], MergeStatistic.Mean);

        Assert.Equal([3, 4, 5, 6], merged.X);
        Assert.Equal([3, 4, 5, 6], merged.Y);
    }

    [Fact]
    public void Where_one_has_no_value_there_is_none()
    {
        var gap = Prepare.Make([0, 1, 2], [1, double.NaN, 1]);

        Assert.Equal([1, double.NaN, 1], Prepare.Processing.Merge([Prepare.Even(3, _ => 1), gap], MergeStatistic.Mean).Y);
    }

    [Fact]
    public void What_differs_between_the_replicates_is_not_said_of_their_mean()
    {
        Spectrum[] replicates =
        [
            Described("oil_1", 0.9, new() { ["Sample"] = "oil", ["Time"] = "10:00" }),
            Described("oil_2", 0.8, new() { ["Sample"] = "oil", ["Time"] = "10:05" }),
        ];

        var merged = Prepare.Processing.Merge(replicates, MergeStatistic.Mean);

        Assert.Equal("oil", merged.Name);
        Assert.Equal("", merged.Path);
        Assert.Equal(new Dictionary<string, string> { ["Sample"] = "oil" }, merged.Metadata);
        Assert.Equal(0.8, merged.Confidence);
        Assert.Equal("lot 7 standard deviation",
            Prepare.Processing.Merge(replicates, MergeStatistic.StandardDeviation, "lot 7").Name);
    }

    private static Spectrum Described(string name, double confidence, Dictionary<string, string> metadata) =>
        Spectrum.FromSource([1, 2, 3], [1, 1, 1], new SpectrumDescription
        {
            Name = name,
            Path = $"/data/{name}.csv",
            Confidence = confidence,
            Metadata = metadata,
        });

    [Fact]
    public void What_cannot_be_merged_is_refused()
    {
        var raman = Prepare.Make([0, 1, 2], [1, 1, 1], OrdinateKind.Intensity, AxisUnit.DegreeTwoTheta);
        var one = Prepare.Even(3, _ => 1);

        Assert.Equal(SpectralErrorIds.NoSpectra, Prepare.Refused(() => Prepare.Processing.Merge([], MergeStatistic.Mean)).Id);
        Assert.Equal(
            SpectralErrorIds.NoSpectra,
            Prepare.Refused(() => Prepare.Processing.Merge([one], MergeStatistic.StandardDeviation)).Id);
        Assert.Equal(
            SpectralErrorIds.AxisMismatch, Prepare.Refused(() => Prepare.Processing.Merge([one, raman], MergeStatistic.Mean)).Id);
        Assert.Equal(
            SpectralErrorIds.NoOverlap,
            Prepare.Refused(() => Prepare.Processing.Merge([one, Prepare.Even(3, _ => 1, first: 50)], MergeStatistic.Mean)).Id);
    }
}
