namespace SpectralAnalyzer.Core.Tests.Batch;

public sealed class ShardTests : IDisposable
{
    private readonly BatchRun _run = new();

    public void Dispose() => _run.Dispose();

    // Python 3.11.7, hashlib: TestData/shards/shards.py
    [Theory]
    [InlineData("a.csv", 7, 175)]
    [InlineData("lot 7/A.CSV", 16, 152)]
    [InlineData("lot 7\\a.csv", 16, 152)]
    [InlineData("Größe/µ.spc", 11, 971)]
    [InlineData("Gro\u0308ße/x.dx", 15, 223)]
    [InlineData("試料/01.jdx", 12, 44)]
    public void A_file_belongs_to_the_same_shard_everywhere(string path, int of16, int of1000)
    {
        Assert.Equal(of16, Enumerable.Range(1, 16).Single(n => new SpectralShard(n, 16).Contains(path)));
        Assert.Equal(of1000, Enumerable.Range(1, 1000).Single(n => new SpectralShard(n, 1000).Contains(path)));
    }

    [Theory]
    [InlineData("0/4", "There is no shard 0 of 4.")]
    [InlineData("5/4", "There is no shard 5 of 4.")]
    [InlineData("1/0", "There are 1 to 1000000 shards, not 0.")]
    [InlineData("3", "'3' is not a shard.")]
    [InlineData("a/b", "'a/b' is not a shard.")]
    [InlineData("-1/4", "'-1/4' is not a shard.")]
    [InlineData("1/2/3", "'1/2/3' is not a shard.")]
    [InlineData("/16", "'/16' is not a shard.")]
    public void What_is_no_shard_is_refused(string text, string message)
    {
        var error = Assert.Throws<SpectralException>(() => SpectralShard.Parse(text)).Error;
        Assert.Equal((SpectralErrorIds.InvalidShard, message), (error.Id, error.Message));
    }

    [Fact]
    public void Shards_are_about_equal()
    {
        var counts = Enumerable.Range(0, 16_000).Select(i => $"lot {i / 100}/s{i:D5}.csv")
            .CountBy(path => Enumerable.Range(1, 16).First(n => new SpectralShard(n, 16).Contains(path)));
        // 1000 each, with a standard deviation of 31
        Assert.All(counts, c => Assert.InRange(c.Value, 850, 1150));
    }

    [Fact]
    public void Files_of_other_shards_keep_their_places_and_names()
    {
        string[] files = [.. new[] { "a", "b", "c" }.Select(folder => _run.Folder.Write($"{folder}/s.test", "ok"))];
        using var batch = _run.Start(_run.Options with { FileNameTemplate = "{sample}" });
        batch.Leave(new BatchInput(0, files[0]));
        Assert.True(batch.TryPost(new BatchInput(1, files[1])));
        batch.Leave(new BatchInput(2, files[2]));
        var result = Assert.Single(_run.Run(batch));
        Assert.Equal((2, "s_1.svg"), (result.Index, Path.GetFileName(Assert.Single(result.OutputPath))));
    }
}
