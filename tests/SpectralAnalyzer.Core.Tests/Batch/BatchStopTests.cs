namespace SpectralAnalyzer.Core.Tests.Batch;

public sealed class BatchStopTests : IDisposable
{
    private readonly BatchRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("wait")]
    [InlineData("deaf")]
    public void Disposing_ends_the_workers_and_leaves_nothing_behind(string script)
    {
        var batch = _run.Start(_run.Options);
        batch.TryPost(new BatchInput(0, _run.Folder.Write("a.test", script)));
        _run.Format.Waiting.Wait(TestContext.Current.CancellationToken);
        batch.Dispose();
        Assert.Empty(_run.Outputs());
        Assert.Empty(Directory.EnumerateDirectories(_run.Out));
    }

    [Fact]
    public void A_stop_that_nobody_drains_ends_too()
    {
        var batch = _run.Start(_run.Options with { Formats = [] });
        var posted = 0;
        // nobody takes the results: the batch must come to say that it has no room
        while (batch.TryPost(new BatchInput(posted, _run.Folder.Write($"s{posted}.test", "series 200"))))
            posted++;
        Assert.InRange(posted, 1, 100);
        batch.Dispose();
    }

    [Fact]
    public void A_slow_consumer_slows_the_workers()
    {
        using var batch = _run.Start(_run.Options with { Formats = [], ThrottleLimit = 2, Detail = BatchDetail.Results });
        var posted = 0;
        while (batch.TryPost(new BatchInput(posted, _run.Folder.Write($"s{posted}.test", "ok"))))
            posted++;
        // the files inside and the results that wait, which is what the queue of events holds
        Assert.InRange(posted, 2, 160);
        batch.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.True(batch.TryTake(out var first));
        Assert.NotNull(first.Result);
    }

    [Theory]
    [InlineData("gone.test", "BaselineFileNotFound")]
    [InlineData("bad.test", "BaselineOneColumn")]
    public void A_bad_baseline_is_refused_before_anything_is_made(string baseline, string id)
    {
        _run.Folder.Write("bad.test", "bad");
        var error =
            Assert.Throws<SpectralException>(() => _run.Start(_run.Options with { Baseline = _run.Folder[baseline] })).Error;
        Assert.Equal(id, error.Id);
        Assert.False(Directory.Exists(_run.Out));
    }

    [Fact]
    public void An_output_folder_that_is_a_file_is_refused()
    {
        _run.Folder.Write("out", "I am a file");
        Assert.Equal("OutputDirectoryIsFile", Assert.Throws<SpectralException>(() => _run.Start(_run.Options)).Error.Id);
    }

    [Fact]
    public void Progress_counts_files_and_knows_the_total_only_at_the_end()
    {
        using var batch = _run.Start(_run.Options with { Formats = [] });
        var waiting = _run.Folder.Write("a.test", "wait");
        batch.TryPost(new BatchInput(0, waiting));
        _run.Format.Waiting.Wait(TestContext.Current.CancellationToken);
        Assert.Equal((1, 0, false, null),
            (batch.Progress.FilesSeen, batch.Progress.FilesDone, batch.Progress.TotalKnown, batch.Progress.Fraction));
        Assert.Equal((waiting, BatchStage.Loading), (Assert.Single(batch.Progress.InWork).Path, batch.Progress.InWork[0].Stage));
        _run.Format.GoOn.Set();
        _run.Run(batch);
        Assert.Equal((1, true, 1.0), (batch.Progress.FilesDone, batch.Progress.TotalKnown, batch.Progress.Fraction));
    }
}
