using System.Text.Json;
using SpectralAnalyzer.Core.Tests.Batch;

namespace SpectralAnalyzer.Core.Tests.Logging;

public sealed class RunLogTests : IDisposable
{
    private readonly BatchRun _run = new();

    private string Log => _run.Folder["logs/night.jsonl"];

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Each_run_file_and_failure_is_a_line_with_its_figures()
    {
        var good = _run.Folder.Write("a.test", "flaky 1");
        var bad = _run.Folder.Write("b.test", "bad");
        _run.Run(_run.Options with { LogPath = Log, Detail = BatchDetail.Results }, good, bad);
        _run.Run(_run.Options with { LogPath = Log, Formats = [] }, good);

        var lines = File.ReadAllLines(Log).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(2, lines.Count(l => Has(l, "Ending", "Completed")));
        var done = lines.First(l => Has(l, "Path", good));
        Assert.Equal(("Succeeded", 2), (done.GetProperty("Status").GetString(), done.GetProperty("Attempts").GetInt32()));
        Assert.True(done.TryGetProperty("Correlation", out _));
        var failed = Assert.Single(lines, l => Has(l, "Path", bad));
        Assert.Equal(("Error", "OneColumn"), (failed.GetProperty("@l").GetString(), failed.GetProperty("ErrorId").GetString()));
        // what the log tells is not told to whoever drives the batch and did not ask
        Assert.Contains(lines, l => l.TryGetProperty("Text", out var text) && text.GetString()!.Contains("try 1 failed", StringComparison.Ordinal));
        Assert.DoesNotContain(_run.Messages, m => m.Contains("try 1 failed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_stopped_run_says_so_in_its_log()
    {
        var batch = _run.Start(_run.Options with { LogPath = Log });
        batch.TryPost(new BatchInput(0, _run.Folder.Write("a.test", "wait")));
        _run.Format.Waiting.Wait(TestContext.Current.CancellationToken);
        batch.Dispose();
        Assert.Contains(File.ReadAllLines(Log), line => line.Contains("\"Ending\":\"Stopped\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_log_that_cannot_be_written_is_refused_before_anything_is_made()
    {
        Directory.CreateDirectory(Log);
        Assert.Equal("LogUnusable", Assert.Throws<SpectralException>(() => _run.Start(_run.Options with { LogPath = Log })).Error.Id);
        Assert.False(Directory.Exists(_run.Out));
    }

    [Fact]
    public void A_batch_that_cannot_begin_says_why_in_its_log()
    {
        Assert.Throws<SpectralException>(() => _run.Start(_run.Options with { LogPath = Log, Baseline = _run.Folder["gone.test"] }));
        Assert.Contains("gone.test", File.ReadAllText(Log), StringComparison.Ordinal);
    }

    private static bool Has(JsonElement line, string name, string value) =>
        line.TryGetProperty(name, out var property) && property.ValueKind == JsonValueKind.String && property.GetString() == value;
}
