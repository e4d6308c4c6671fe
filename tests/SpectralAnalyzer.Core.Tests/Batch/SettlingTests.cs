using SpectralAnalyzer.Core.Batch;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Batch;

public sealed class SettlingTests : IDisposable
{
    private static readonly TimeSpan s_settle = TimeSpan.FromMinutes(1);

    private readonly BatchRun _run = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _run.Dispose();

    private static Func<Task<(long, DateTime)>> Look(string path) => () => Task.FromResult(FileSettleWaiter.Look(path));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 6)]
    public async Task A_fresh_file_is_waited_for_until_it_stays_the_same(int changes, int turns)
    {
        var path = _run.Folder.Write("a.test", "");
        var waited = 0;
        await new FileSettleWaiter(s_settle, (time, _) =>
        {
            Assert.Equal(s_settle, time);
            if (++waited <= changes)
                File.AppendAllText(path, "x");
            return Task.CompletedTask;
        }).WaitAsync(Look(path), Token);
        Assert.Equal(turns, waited);
    }

    [Fact]
    public async Task A_file_that_never_rests_is_given_up()
    {
        var path = _run.Folder.Write("a.test", "");
        var settling = new FileSettleWaiter(s_settle, (_, _) =>
        {
            File.AppendAllText(path, "x");
            return Task.CompletedTask;
        });
        Assert.Equal(
            "FileChanging", (await Assert.ThrowsAsync<SpectralException>(() => settling.WaitAsync(Look(path), Token))).Error.Id);
    }

    [Theory]
    [InlineData("old")]
    [InlineData("missing")]
    [InlineData("zero")]
    public async Task Nothing_else_is_waited_for(string what)
    {
        var path = _run.Folder.Write("a.test", "");
        if (what == "old")
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow - s_settle - s_settle);
        if (what == "missing")
            File.Delete(path);
        await new FileSettleWaiter(
            what == "zero" ? TimeSpan.Zero : s_settle, (_, _) => throw new InvalidOperationException("It waits."))
            .WaitAsync(Look(path), Token);
    }

    [Fact]
    public async Task A_change_while_a_file_is_read_is_seen()
    {
        var path = _run.Folder.Write("a.test", "");
        using (var grow = File.OpenWrite(path))
            grow.SetLength(16 << 20);
        using var enough = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
            while (!enough.IsCancellationRequested)
            {
                file.Position = 0;
                file.WriteByte(1);
            }
        }, Token);
        // where the writer gets no turn during one read, it does during another
        SpectralException? seen = null;
        while (seen is null)
        {
            Token.ThrowIfCancellationRequested();
            seen = Record.Exception(() => SpectralSource.Load(path, long.MaxValue)) as SpectralException;
        }

        await enough.CancelAsync();
        await writer;
        Assert.Equal(("FileChanging", SpectralErrorCategory.Busy), (seen.Error.Id, seen.Error.Category));
    }

    [Theory]
    [InlineData(FileShare.ReadWrite)]
    [InlineData(FileShare.Read)]
    public void A_file_that_another_program_has_open_for_writing_is_compared(FileShare share)
    {
        var path = _run.Folder.Write("a.test", "ok");
        using var open = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, share);
        var result = Assert.Single(_run.Run(_run.Options with { SettleTime = TimeSpan.FromMilliseconds(1) }, path));
        Assert.Equal((SpectralResultStatus.Succeeded, 1), (result.Status, result.Attempts));
    }

    [Fact]
    public void A_file_that_changed_while_it_was_read_is_read_again()
    {
        var result = Assert.Single(_run.Run(_run.Options, _run.Folder.Write("a.test", "changing 1")));
        Assert.Equal((SpectralResultStatus.Succeeded, 2), (result.Status, result.Attempts));
        Assert.Contains(_run.Messages,
            m => m.Contains("try 1 failed", StringComparison.Ordinal) && m.Contains("changed while", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_goes_on_changing_fails_with_that_reason()
    {
        var result = Assert.Single(_run.Run(_run.Options with { MaxRetries = 1 }, _run.Folder.Write("a.test", "changing 9")));
        Assert.Equal((SpectralResultStatus.Failed, "FileChanging", 2), (result.Status, result.Error!.Id, result.Attempts));
    }
}
