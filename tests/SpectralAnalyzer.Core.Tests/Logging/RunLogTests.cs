using System.Text.Json;
using SpectralAnalyzer.Core.Tests.Batch;
using SpectralAnalyzer.Core.Tests.Faults;

namespace SpectralAnalyzer.Core.Tests.Logging;

public sealed class RunLogTests : IDisposable
{
    private const int Everything = 0b111_111_111;

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
        Assert.Contains(lines, l => l.TryGetProperty("Text", out var text)
            && text.GetString()!.Contains("try 1 failed", StringComparison.Ordinal));
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
        Assert.Equal(
            "LogUnusable", Assert.Throws<SpectralException>(() => _run.Start(_run.Options with { LogPath = Log })).Error.Id);
        Assert.False(Directory.Exists(_run.Out));
    }

    [Fact]
    public void A_batch_that_cannot_begin_says_why_in_its_log()
    {
        Assert.Throws<SpectralException>(
            () => _run.Start(_run.Options with { LogPath = Log, Baseline = _run.Folder["gone.test"] }));
        var line = JsonDocument.Parse(Assert.Single(File.ReadAllLines(Log))).RootElement;
        Assert.Equal("Error", line.GetProperty("@l").GetString());
        Assert.Contains("gone.test", line.GetProperty("Text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_that_may_not_read_the_manifest_says_why_and_lets_go_of_its_log_and_its_folder()
    {
        _run.Run(_run.Options, _run.Folder.Write("a.test", "ok"));
        var manifest = Path.Combine(_run.Out, "spectral-run.jsonl");
        Nobody.Protect(_run.Folder.Path, Everything);
        Nobody.Protect(_run.Out, Everything);
        Nobody.Protect(manifest, 0);
        Directory.CreateDirectory(Path.GetDirectoryName(Log)!);
        Nobody.Protect(Path.GetDirectoryName(Log)!, Everything);
        Nobody.Do(() =>
        {
            var error = Assert.Throws<SpectralException>(
                () => _run.Start(_run.Options with { LogPath = Log, Incremental = true })).Error;
            Assert.Equal("OutputManifestUnusable", error.Id);
            using var log = new FileStream(Log, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        });
        Assert.Contains("spectral-run.jsonl", Assert.Single(File.ReadAllLines(Log)), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(_run.Out));
    }

    [Fact]
    public void A_batch_that_is_stopped_before_it_began_says_so_in_its_log()
    {
        using var stop = new CancellationTokenSource();
        _run.Starting = stop.Token;
        var baseline = _run.Folder.Write("slow.test", "wait");
        var starting = new Thread(() => Assert.ThrowsAny<OperationCanceledException>(
            () => _run.Start(_run.Options with { LogPath = Log, Baseline = baseline })));
        starting.Start();
        _run.Format.Waiting.Wait(TestContext.Current.CancellationToken);
        stop.Cancel();
        starting.Join();
        Assert.Contains("stopped before it began", Assert.Single(File.ReadAllLines(Log)), StringComparison.Ordinal);
        using var log = new FileStream(Log, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    private static bool Has(JsonElement line, string name, string value) =>
        line.TryGetProperty(name, out var property) && property.ValueKind == JsonValueKind.String
            && property.GetString() == value;
}
