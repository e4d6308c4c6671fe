namespace SpectralAnalyzer.Core.Tests.Watching;

public sealed class FolderWatchTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SpectralEngine _engine = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_that_are_there_come_first_in_order_and_once()
    {
        string[] files = [_folder.Write("b.csv", "1"), _folder.Write("a.csv", "1"), _folder.Write("readme.md", "1"),
            _folder.Write(".hidden.csv", "1"), _folder.Write("deep/c.csv", "1")];
        using var watch = _engine.Watch(AtOnce);
        Assert.Equal([files[1], files[0]], [Next(watch), Next(watch)]);
        Assert.False(watch.TryTake(out _, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_new_file_comes_and_one_that_is_written_again_comes_again()
    {
        using var watch = _engine.Watch(AtOnce);
        Assert.False(watch.TryTake(out _, TestContext.Current.CancellationToken));
        var file = _folder.Write("a.csv", "1");
        Assert.Equal(file, Next(watch));
        Assert.False(watch.TryTake(out _, TestContext.Current.CancellationToken));
        File.WriteAllText(file, "1, but longer");
        Assert.Equal(file, Next(watch));
    }

    [Fact]
    public void A_file_is_left_alone_until_it_has_settled()
    {
        _folder.Write("a.csv", "1");
        using var watch = _engine.Watch(AtOnce with { SettleTime = TimeSpan.FromHours(1) });
        Assert.False(watch.TryTake(out _, TestContext.Current.CancellationToken));
        Assert.False(watch.TryTake(out _, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Of_many_files_that_are_there_the_first_come_before_the_last_are_looked_at()
    {
        for (var i = 0; i < 600; i++)
            _folder.Write($"{i:D3}.csv", "1");
        using var watch = _engine.Watch(AtOnce with { SweepInterval = TimeSpan.FromHours(1) });
        var taken = new List<string> { Next(watch) };
        File.Delete(_folder["599.csv"]);
        while (watch.TryTake(out var next, TestContext.Current.CancellationToken))
            taken.Add(next);
        Assert.Equal(Enumerable.Range(0, 599).Select(i => _folder[$"{i:D3}.csv"]), taken);
    }

    [Fact]
    public void The_looking_can_be_broken_off_and_goes_on()
    {
        var file = _folder.Write("a.csv", "1");
        using var watch = _engine.Watch(AtOnce with { SweepInterval = TimeSpan.FromHours(1) });
        Assert.Throws<OperationCanceledException>(() => watch.TryTake(out _, new CancellationToken(canceled: true)));
        Assert.Equal(file, Next(watch));
    }

    [Fact]
    public void A_file_that_another_program_writes_comes_when_it_is_let_go_of()
    {
        var file = _folder.Write("a.csv", "1");
        using var watch = _engine.Watch(AtOnce);
        using (new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.None))
            Assert.False(watch.TryTake(out _, TestContext.Current.CancellationToken));
        Assert.Equal(file, Next(watch));
    }

    [Fact]
    public void A_file_that_another_program_keeps_open_comes_when_it_has_not_changed_for_longer()
    {
        var file = _folder.Write("a.csv", "1");
        using var watch = _engine.Watch(AtOnce with { OpenSettleTime = TimeSpan.Zero });
        using (new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            Assert.Equal(file, Next(watch));
    }

    [Fact]
    public void It_says_which_file_it_waits_for_and_why_and_warns_once_when_it_takes_long()
    {
        var settling = _folder.Write("a.csv", "1");
        using var watch = _engine.Watch(AtOnce with { SettleTime = TimeSpan.FromHours(1), WarnAfter = TimeSpan.Zero });
        Assert.False(watch.TryTake(out _, TestContext.Current.CancellationToken));
        File.WriteAllText(settling, "1, but longer");
        Assert.False(watch.TryTake(out _, TestContext.Current.CancellationToken));
        var details = watch.TakeDetails();
        Assert.All(details, d => Assert.Contains($"'{settling}'", d, StringComparison.Ordinal));
        Assert.Contains(details, d => d.Contains("must not change for 3600 s", StringComparison.Ordinal));
        Assert.Contains(details, d => d.Contains("changed again", StringComparison.Ordinal));
        Assert.Contains($"'{settling}'", Assert.Single(watch.TakeWarnings()), StringComparison.Ordinal);
        Assert.False(watch.TryTake(out _, TestContext.Current.CancellationToken));
        Assert.Empty(watch.TakeWarnings());
        Assert.Empty(watch.TakeDetails());
    }

    [Fact]
    public void It_says_that_another_program_has_the_file_open()
    {
        var file = _folder.Write("a.csv", "1");
        using var watch = _engine.Watch(AtOnce);
        using (new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.None))
            Assert.False(watch.TryTake(out _, TestContext.Current.CancellationToken));
        Assert.Contains(watch.TakeDetails(), d => d.Contains("another program", StringComparison.Ordinal));
    }

    [Fact]
    public void The_system_tells_of_a_file_before_the_next_sweep()
    {
        using var watch = _engine.Watch(AtOnce with { SweepInterval = TimeSpan.FromHours(1) });
        Assert.False(watch.TryTake(out _, TestContext.Current.CancellationToken));
        var file = _folder.Write("a.csv", "1");
        Assert.Equal(file, Next(watch));
    }

    [Fact]
    public void A_filter_and_the_folders_below_count()
    {
        _folder.Write("a.csv", "1");
        var file = _folder.Write("deep/run-1.data", "1");
        using var watch = _engine.Watch(AtOnce with { Filters = ["run-*.data"], Recurse = true });
        Assert.Equal(file, Next(watch));
        Assert.False(watch.TryTake(out _, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused_and_one_that_goes_is_told_and_comes_back()
    {
        Assert.Equal("FolderNotFound",
            Assert.Throws<SpectralException>(() => _engine.Watch(AtOnce with { Folders = [_folder["none"]] })).Error.Id);
        var inner = Directory.CreateDirectory(_folder["in"]).FullName;
        using var watch = _engine.Watch(AtOnce with { Folders = [inner] });
        Directory.Delete(inner);
        Assert.False(watch.TryTake(out _, TestContext.Current.CancellationToken));
        Assert.NotEmpty(watch.TakeWarnings());
        Assert.False(watch.TryTake(out _, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(watch.TakeWarnings(), w => w.Contains("cannot be searched", StringComparison.Ordinal));
        Assert.Equal(_folder.Write("in/a.csv", "1"), Next(watch));
    }

    // every look is a sweep, and whatever has not changed since has settled
    private FolderWatchOptions AtOnce =>
        new() { Folders = [_folder.Path], SettleTime = TimeSpan.Zero, SweepInterval = TimeSpan.Zero };

    private static string Next(ISpectralFolderWatch watch)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (watch.TryTake(out var path, TestContext.Current.CancellationToken))
                return path;
            Thread.Yield();
        }
    }
}
