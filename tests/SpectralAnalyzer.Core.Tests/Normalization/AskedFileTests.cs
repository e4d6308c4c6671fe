using System.Text.Json;
using SpectralAnalyzer.Core.Batch;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Tests;

namespace SpectralAnalyzer.Core.Tests.Normalization;

/// <summary>What becomes of a file, and of those that wait for it, where it changes or goes while it is asked about.</summary>
public sealed class AskedFileTests : IDisposable
{
    private readonly AiRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_file_that_goes_while_it_is_asked_about_fails_alone_and_the_next_is_asked_about()
    {
        using var gate = new ManualResetEventSlim();
        using var server = new ChatServer(async (call, context) =>
        {
            await Task.Run(() => gate.Wait(TimeSpan.FromSeconds(30)));
            await ChatServer.ReplyAsync(context, OddFiles.Truth(0));
        });
        string[] files = [_run.Odd(), _run.Odd(), _run.Odd()];
        var results = RunAndMeanwhile(server, files, asked =>
        {
            File.Delete(asked);
            gate.Set();
        });
        var failed = Assert.Single(results, r => r.Status == SpectralResultStatus.Failed);
        Assert.Equal("FileNotFound", failed.Error!.Id);
        Assert.Equal([NormalizedBy.Recipe, NormalizedBy.Ai], results.Where(r => r != failed).Select(r => r.NormalizedBy).Order());
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public void A_file_that_changes_while_it_is_asked_about_fails_alone_and_its_figures_are_not_mixed()
    {
        using var gate = new ManualResetEventSlim();
        using var server = new ChatServer(async (call, context) =>
        {
            await Task.Run(() => gate.Wait(TimeSpan.FromSeconds(30)));
            await ChatServer.ReplyAsync(context, OddFiles.Truth(0));
        });
        var results = RunAndMeanwhile(server, [_run.Odd(), _run.Odd()], asked =>
        {
            File.WriteAllText(asked, OddFiles.Text(0, 4711));
            gate.Set();
        });
        Assert.Equal("FileChanging", Assert.Single(results, r => r.Status == SpectralResultStatus.Failed).Error!.Id);
        Assert.Equal(NormalizedBy.Ai, Assert.Single(results, r => r.Status == SpectralResultStatus.Succeeded).NormalizedBy);
    }

    [Fact]
    public void That_the_service_cannot_be_used_is_an_error_of_the_log()
    {
        using var server = new ChatServer((_, context) => ChatServer.WriteAsync(context, "{}", 401));
        var log = _run.Folder["night.jsonl"];
        _run.Run(_run.Options(_run.Asking(server.Endpoint)) with { LogPath = log }, _run.Odd());
        var error = Assert.Single(_run.Errors);
        var line = Assert.Single(File.ReadAllLines(log).Select(l => JsonDocument.Parse(l).RootElement),
            l => l.TryGetProperty("Text", out var text) && text.GetString() == error.Message);
        Assert.Equal("Error", line.GetProperty("@l").GetString());
    }

    /// <summary>
    /// Runs files of one layout; does something once the first is asked about and the others wait for its answer.
    /// </summary>
    private List<SpectralResult> RunAndMeanwhile(ChatServer server, string[] files, Action<string> meanwhile)
    {
        using var batch = SpectralBatch.Start(_run.Options(_run.Asking(server.Endpoint)), SpectrumReader.Default);
        // the others come once the first is asked about: which of several is asked about is not settled
        Post(0);
        Until(() => server.Calls.Count > 0);
        for (var i = 1; i < files.Length; i++)
            Post(i);
        batch.Complete();
        Until(() => batch.Progress.InWork.Count(f => f.Stage == BatchStage.Normalization) == files.Length);
        meanwhile(files[0]);
        var results = new List<SpectralResult>();
        while (!batch.IsFinished)
        {
            batch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            while (batch.TryTake(out var told))
            {
                if (told.Result is { } result)
                    results.Add(result);
            }
        }

        Assert.Equal(files.Length, results.Count);
        return results;

        void Post(int i) => Assert.True(batch.TryPost(new BatchInput(i, files[i])));
        static void Until(Func<bool> holds) => Assert.True(SpinWait.SpinUntil(holds, TimeSpan.FromSeconds(30)));
    }
}
