using SpectralAnalyzer.Core.Batch;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Tests;

namespace SpectralAnalyzer.Core.Tests.Normalization;

/// <summary>One question a layout, however many files, threads and batches there are.</summary>
public sealed class AskOnceTests : IDisposable
{
    private const int Files = 500;

    private readonly AiRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Five_hundred_files_of_five_layouts_are_five_requests_and_the_next_time_none()
    {
        var files = Odd(Files);
        using var server = Truthful();
        var results = _run.Run(_run.Options(_run.Asking(server.Endpoint)) with { ThrottleLimit = 8 }, files);
        AssertAllRight(results, Files);
        Assert.Equal(5, server.Calls.Count);
        Assert.Equal(5, results.Count(r => r is { NormalizedBy: NormalizedBy.Ai, SeriesIndex: 0 }));
        Assert.Equal(5, Directory.EnumerateFiles(_run.Store, "*.json").Count());
        Assert.Equal((5, 5 * 321L), (_run.Statistics!.AiRequests, _run.Statistics.AiTokens));

        var again = _run.Run(_run.Options(_run.Asking(server.Endpoint)) with { ThrottleLimit = 8 }, files);
        AssertAllRight(again, Files);
        Assert.Equal(5, server.Calls.Count);
        Assert.All(again, r => Assert.Equal(NormalizedBy.Recipe, r.NormalizedBy));
        Assert.Equal(0, _run.Statistics!.AiRequests);
    }

    [Fact]
    public void One_worker_is_enough_and_the_order_of_the_layouts_does_not_matter()
    {
        var files = Odd(40);
        Array.Reverse(files);
        using var server = Truthful();
        AssertAllRight(_run.Run(_run.Options(_run.Asking(server.Endpoint)) with { ThrottleLimit = 1 }, files), files.Length);
        Assert.Equal(5, server.Calls.Count);
    }

    [Fact]
    public async Task Two_batches_that_share_a_store_ask_once_between_them()
    {
        var files = Odd(100);
        using var gate = new ManualResetEventSlim();
        using var server = new ChatServer(async (call, context) =>
        {
            // both batches have missed the recipe before the first answer comes
            await Task.Run(() => gate.Wait(call.Body.Length > 0 ? TimeSpan.FromSeconds(30) : default));
            await ChatServer.ReplyAsync(context, OddFiles.Truth(OddFiles.LayoutOf(call)));
        });
        using var other = new AiRun();
        var options = _run.Options(_run.Asking(server.Endpoint)) with { ThrottleLimit = 4 };
        var first = Task.Run(() => _run.Run(options, files));
        var second = Task.Run(() => other.Run(options, files));
        Assert.True(SpinWait.SpinUntil(() => server.Calls.Count > 0, TimeSpan.FromSeconds(30)));
        gate.Set();
        AssertAllRight(await first, files.Length);
        AssertAllRight(await second, files.Length);
        Assert.Equal(5, server.Calls.Count);
    }

    [Fact]
    public void A_waiting_file_holds_no_worker()
    {
        using var gate = new ManualResetEventSlim();
        using var server = new ChatServer(async (call, context) =>
        {
            await Task.Run(() => gate.Wait(TimeSpan.FromSeconds(30)));
            await ChatServer.ReplyAsync(context, OddFiles.Truth(0));
        });
        var certain = Enumerable.Range(0, 4).Select(i => _run.Folder.Write($"in/plain-{i}.csv", OddFiles.Baseline())).ToArray();
        var options = _run.Options(_run.Asking(server.Endpoint)) with { ThrottleLimit = 1 };
        using var batch = SpectralBatch.Start(
            options, SpectrumReader.Default, cancellationToken: TestContext.Current.CancellationToken);
        string[] files = [_run.Odd(), .. certain];
        for (var i = 0; i < files.Length; i++)
            Assert.True(batch.TryPost(new BatchInput(i, files[i])));
        batch.Complete();
        // the one worker reads and compares the others while the first file waits for its answer
        Assert.True(SpinWait.SpinUntil(
            () => batch.Progress.InWork.Count(
                f => f.Path.Contains("plain", StringComparison.Ordinal) && f.Stage == BatchStage.Normalization) == certain.Length,
            TimeSpan.FromSeconds(30)));
        gate.Set();
        var done = 0;
        while (!batch.IsFinished)
        {
            batch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            while (batch.TryTake(out var told))
                done += told.Result is { Status: SpectralResultStatus.Succeeded } ? 1 : 0;
        }

        Assert.Equal(files.Length, done);
    }

    [Fact]
    public void The_baseline_goes_through_the_same_door_first_and_its_layout_is_known_from_then_on()
    {
        using var server = Truthful();
        var baseline = _run.Odd();
        var results = _run.Run(_run.Options(_run.Asking(server.Endpoint)) with { Baseline = baseline }, _run.Odd(), _run.Odd());
        AssertAllRight(results, 2);
        Assert.All(results, r => Assert.Equal(NormalizedBy.Recipe, r.NormalizedBy));
        Assert.Single(server.Calls);
        Assert.Equal(1, _run.Statistics!.AiRequests);
    }

    [Fact]
    public void A_stop_ends_the_waiting_for_an_answer()
    {
        ChatServer? server = null;
        using (server = new ChatServer((_, context) => server!.HangAsync(context)))
        {
            var batch = SpectralBatch.Start(
                _run.Options(_run.Asking(server.Endpoint)), SpectrumReader.Default,
                cancellationToken: TestContext.Current.CancellationToken);
            batch.TryPost(new BatchInput(0, _run.Odd()));
            Assert.True(SpinWait.SpinUntil(() => server.Calls.Count > 0, TimeSpan.FromSeconds(30)));
            batch.Dispose();
        }

        // and for the baseline's
        using (server = new ChatServer((_, context) => server!.HangAsync(context)))
        using (var stop = new CancellationTokenSource())
        {
            var options = _run.Options(_run.Asking(server.Endpoint)) with { Baseline = _run.Odd() };
            var starting = Task.Run(() => SpectralBatch.Start(options, SpectrumReader.Default, cancellationToken: stop.Token));
            Assert.True(SpinWait.SpinUntil(() => server.Calls.Count > 0, TimeSpan.FromSeconds(30)));
            stop.Cancel();
            Assert.ThrowsAny<OperationCanceledException>(() => starting.GetAwaiter().GetResult());
        }
    }

    [Fact]
    public void A_layout_that_came_to_nothing_is_not_asked_about_again()
    {
        using var server = new ChatServer(_ => "I would rather not.");
        var results = _run.Run(_run.Asking(server.Endpoint), [.. Enumerable.Range(0, 20).Select(_ => _run.Odd())]);
        Assert.All(results, r => Assert.Equal(NormalizedBy.Heuristic, r.NormalizedBy));
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public void A_recipe_that_does_not_fit_a_file_is_not_applied_to_it_and_another_is_asked_for()
    {
        using var server = Truthful();
        AssertAllRight(_run.Run(_run.Asking(server.Endpoint), _run.Odd()), 1);
        // the same shape, and x in the other column
        var lines = OddFiles.Text(0, 3).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => string.Join('\t', l.Split('\t').Reverse()));
        var swapped = _run.Folder.Write("in/swapped.txt", string.Join('\n', lines) + "\n");
        using var second = new ChatServer(_ => ChatServer.Layout("tab", "comma", null, 1, 2, [1], "um"));
        var result = Assert.Single(_run.Run(_run.Asking(second.Endpoint), swapped));
        Assert.Equal(NormalizedBy.Ai, result.NormalizedBy);
        Assert.Single(second.Calls);
        Assert.Equal(NormalizedBy.Recipe, Assert.Single(_run.Run(_run.Asking(second.Endpoint), swapped)).NormalizedBy);
        Assert.Equal(NormalizedBy.Recipe, Assert.Single(_run.Run(_run.Asking(second.Endpoint), _run.Odd())).NormalizedBy);
        Assert.Single(second.Calls);
    }

    [Theory]
    [InlineData(2, 500_000)]
    [InlineData(100, 700)]
    public void The_bounds_of_a_batch_hold_and_the_rest_falls_back_with_one_warning(int requests, long tokens)
    {
        using var server = Truthful();
        var ai = AiRun.Ai(server.Endpoint) with { MaxRequests = requests, MaxTokens = tokens, ThrottleLimit = 1 };
        var results = _run.Run(_run.Asking(ai), Odd(25)).Where(r => r.SeriesIndex == 0).ToList();
        Assert.InRange(server.Calls.Count, 0, 2);
        Assert.Equal(server.Calls.Count, results.Count(r => r.NormalizedBy == NormalizedBy.Ai));
        Assert.Contains(results, r => r.NormalizedBy == NormalizedBy.Heuristic);
        Assert.Single(_run.Messages, m => m.StartsWith("Warning: The ", StringComparison.Ordinal)
            && m.Contains("used up", StringComparison.Ordinal));
    }

    private static ChatServer Truthful() => new(call => OddFiles.Truth(OddFiles.LayoutOf(call)));

    private string[] Odd(int count) => [.. Enumerable.Range(0, count).Select(i => _run.Odd(i % OddFiles.LayoutCount))];

    private static void AssertAllRight(List<SpectralResult> results, int files)
    {
        Assert.Equal(files, results.Count(r => r.SeriesIndex == 0));
        Assert.All(results, r =>
        {
            Assert.Equal(SpectralResultStatus.Succeeded, r.Status);
            Assert.True(r.NormalizedBy is NormalizedBy.Ai or NormalizedBy.Recipe, r.NormalizedBy.ToString());
            Assert.InRange(r.Comparison!.OverlapMin, 1.0999, 1.1001);
        });
    }
}
