using System.Diagnostics;
using SpectralAnalyzer.Core.Tests.Batch;

namespace SpectralAnalyzer.Core.Tests.Faults;

/// <summary>A pipe that nobody writes to: opening it never comes back, as with a file on a share that is gone.</summary>
public sealed class HungFileTests : IDisposable
{
    private readonly BatchRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(3600)]
    public void A_file_that_cannot_be_opened_fails_alone_with_the_time_limit(int settleSeconds)
    {
        var options = _run.Options with
        {
            FileTimeout = TimeSpan.FromSeconds(2),
            SettleTime = TimeSpan.FromSeconds(settleSeconds),
            Formats = [],
        };
        // the settle time of the others is over, and a pipe is as old as it says
        string[] files = [Old(_run.Folder.Write("a.test", "ok")), Old(Pipe("sample.csv")), Old(_run.Folder.Write("b.test", "ok")),
            Old(_run.Folder.Write("c.test", "ok"))];
        var results = _run.Run(options, files).OrderBy(r => r.Index).ToList();
        Assert.Equal("FileTimeout", results[1].Error!.Id);
        Assert.All(
            (SpectralResult[])[results[0], results[2], results[3]], r => Assert.Equal(SpectralResultStatus.Succeeded, r.Status));
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_it()
    {
        var batch = _run.Start(_run.Options with { ThrottleLimit = 1 });
        Assert.True(batch.TryPost(new BatchInput(0, Pipe("sample.csv"))));
        while (batch.Progress.InWork.All(f => f.Stage != BatchStage.Loading))
            batch.Wait(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
        await Task.Run(batch.Dispose, TestContext.Current.CancellationToken).WaitAsync(
            TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_link_to_it_does_not_hold_up_the_others()
    {
        var link = _run.Folder["link.test"];
        File.CreateSymbolicLink(link, Pipe("sample.csv"));
        var options = _run.Options with { FileTimeout = TimeSpan.FromSeconds(2), Formats = [] };
        var results = _run.Run(options, link, _run.Folder.Write("b.test", "ok"), _run.Folder.Write("c.test", "ok")).OrderBy(
            r => r.Index).ToList();
        Assert.Equal("FileTimeout", results[0].Error!.Id);
        Assert.All(results.Skip(1), r => Assert.Equal(SpectralResultStatus.Succeeded, r.Status));
    }

    [Fact]
    public void A_baseline_that_cannot_be_opened_ends_the_start_with_the_time_limit()
    {
        var options = _run.Options with { Baseline = Pipe("baseline.csv"), FileTimeout = TimeSpan.FromSeconds(1) };

        var refused = Assert.Throws<SpectralException>(() => _run.Start(options));

        Assert.Equal("BaselineFileTimeout", refused.Error.Id);
        Assert.Contains("-FileTimeout", refused.Error.Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_does_not_wait_for_the_baseline()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        _run.Starting = stop.Token;

        Assert.ThrowsAny<OperationCanceledException>(() => _run.Start(_run.Options with { Baseline = Pipe("baseline.csv") }));
    }

    private string Pipe(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in its folders.");
        var path = _run.Folder[name];
        using var make = Process.Start("mkfifo", path);
        make.WaitForExit();
        return path;
    }

    private static string Old(string path)
    {
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        return path;
    }
}
