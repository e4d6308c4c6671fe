using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using SpectralAnalyzer.Core.Tests.Batch;

namespace SpectralAnalyzer.Core.Tests.Telemetry;

/// <summary>What a monitoring system counts. The meter is one for the process, so that no other batch runs meanwhile.</summary>
[CollectionDefinition(nameof(SpectralMeterTests), DisableParallelization = true)]
[Collection(nameof(SpectralMeterTests))]
public sealed partial class SpectralMeterTests : IDisposable
{
    private readonly ConcurrentDictionary<string, double> _sums = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly ConcurrentDictionary<string, Instrument> _instruments = new();
    private readonly MeterListener _listener = new();
    private readonly BatchRun _run = new();

    public SpectralMeterTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != "SpectralAnalyzer")
                return;
            _instruments[instrument.Name] = instrument;
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Add(i, value, tags));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Add(i, value, tags));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _run.Dispose();
    }

    [Fact]
    public void Results_errors_stages_and_the_queue_are_counted()
    {
        string[] files =
        [
            _run.Folder.Write("a.test", "ok"), _run.Folder.Write("b.test", "ok"), _run.Folder.Write("c.test", "bad"),
        ];
        var results = _run.Run(_run.Options, files);
        Assert.Equal(2, Sum("spectral.results status=Succeeded"));
        Assert.Equal(1, Sum("spectral.results status=Failed"));
        Assert.Equal(1, Sum("spectral.errors error.type=OneColumn"));
        Assert.Equal(3, Sum("spectral.files"));
        // everything that was accepted is done
        Assert.Equal(0, Sum("spectral.queue"));
        Assert.Equal(6, _counts["spectral.queue"]);
        Assert.DoesNotContain("spectral.ai.requests", _sums.Keys);
        foreach (var stage in Enum.GetValues<BatchStage>())
        {
            var durations = results.Where(r => r.StageMilliseconds.ContainsKey(stage))
                .Select(r => r.StageMilliseconds[stage] / 1000).ToArray();
            Assert.Equal(durations.Length, _counts.GetValueOrDefault($"spectral.stage.duration stage={stage}"));
            Assert.Equal(durations.Sum(), Sum($"spectral.stage.duration stage={stage}"), 1e-9);
        }

        Assert.True(_counts["spectral.stage.duration stage=Loading"] >= 2);
    }

    [Fact]
    public void A_batch_that_is_stopped_leaves_nothing_in_the_queue()
    {
        var posted = 0;
        using (var batch = _run.Start(_run.Options))
        {
            var waiting = _run.Folder.Write("a.test", "wait");
            // more than are admitted at once
            while (batch.TryPost(new BatchInput(posted, waiting)))
                posted++;
            _run.Format.Waiting.Wait(TestContext.Current.CancellationToken);
            Assert.True(Sum("spectral.queue") >= 1);
        }

        Assert.True(posted > 3);
        Assert.Equal(0, Sum("spectral.queue"));
    }

    [Fact]
    public void A_result_of_an_earlier_run_is_counted_as_skipped_and_takes_no_time()
    {
        var file = _run.Folder.Write("a.test", "ok");
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-1));
        _run.Run(_run.Options with { WriteManifest = true }, file);
        var loaded = _counts["spectral.stage.duration stage=Loading"];
        _run.Run(_run.Options with { WriteManifest = true, Incremental = true }, file);
        Assert.Equal(1, Sum("spectral.results status=Skipped"));
        Assert.Equal(loaded, _counts["spectral.stage.duration stage=Loading"]);
    }

    [Fact]
    public void The_table_and_the_Grafana_dashboard_name_the_instruments()
    {
        _run.Run(_run.Options, _run.Folder.Write("a.test", "ok"));
        var documented = DocumentedName().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "telemetry.md")))
            .Select(m => m.Groups[1].Value);
        Assert.Equal(_instruments.Keys.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
        var queried = QueriedName()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "telemetry", "grafana.json")))
            .Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        // as Prometheus names them: unit and kind at the end
        Assert.Subset(
            _instruments.Select(i => i.Key.Replace('.', '_') + i.Value switch
            {
                Counter<long> => "_total",
                Histogram<double> => "_seconds_bucket",
                _ => "",
            }).ToHashSet(StringComparer.Ordinal),
            queried);
        Assert.True(queried.Count >= 6);
    }

    [GeneratedRegex(@"^\| `(spectral\.[a-z.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedName();

    [GeneratedRegex(@"spectral_\w+")]
    private static partial Regex QueriedName();

    private double Sum(string key) => _sums.GetValueOrDefault(key);

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = instrument.Name;
        foreach (var (name, tag) in tags)
            key += $" {name}={tag}";
        _sums.AddOrUpdate(key, value, (_, sum) => sum + value);
        _counts.AddOrUpdate(key, 1, (_, count) => count + 1);
    }
}
