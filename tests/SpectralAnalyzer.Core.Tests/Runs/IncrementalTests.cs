using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Runs;
using SpectralAnalyzer.Core.Tests.Batch;

namespace SpectralAnalyzer.Core.Tests.Runs;

public sealed class IncrementalTests : IDisposable
{
    private readonly BatchRun _run = new();
    private readonly SpectralRuns _runs = new();

    private BatchOptions Options => _run.Options with { Incremental = true };

    private string Manifest => Path.Combine(_run.Out, _runs.ManifestName);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void What_is_unchanged_is_skipped_with_its_old_figures_and_not_read_again()
    {
        var sample = _run.WriteSettled("a.test", "ok");
        var first = Assert.Single(_run.Run(Options, sample));

        var second = Assert.Single(_run.Run(Options, sample));


        Assert.Equal((SpectralResultStatus.Succeeded, SpectralResultStatus.Skipped), (first.Status, second.Status));
        Assert.Equal(first.Comparison!.Rmse, second.Comparison!.Rmse);
        Assert.Equal(first.Comparison.Peaks, second.Comparison.Peaks);
        Assert.Equal(first.OutputPath, second.OutputPath);
        Assert.Equal(first.Outputs, second.Outputs);
        Assert.Equal((0, 0L), (second.Attempts, second.OutputBytes));
        Assert.Equal(1, _run.Format.Reads(sample));
        Assert.Equal(["a_vs_fresh.svg"], _run.Outputs());
        Assert.All(_runs.Check(_run.Out, TestContext.Current.CancellationToken), f => Assert.True(f.IsIntact));
    }

    [Fact]
    public void A_skipped_result_is_read_back_with_its_run()
    {
        var sample = _run.WriteSettled("a.test", "series 2");
        _run.Run(Options, sample);
        var skipped = _run.Run(Options, _run.WriteSettled("b.test", "bad"), sample).Where(r => r.Path == sample).ToList();

        var last = _runs.Read(_run.Out, TestContext.Current.CancellationToken)[^1];
        var read =
            _runs.ReadResults(_run.Out, last.Id, TestContext.Current.CancellationToken).Where(r => r.Path == sample).ToList();

        Assert.Equal((3, 2, 1), (last.Statistics.Count, last.Statistics.Skipped, last.Statistics.Failed));
        Assert.Equal([SpectralResultStatus.Skipped, SpectralResultStatus.Skipped], read.Select(r => r.Status));
        Assert.Equal(skipped.Select(r => (r.Index, r.Series, r.Comparison!.Rmse)),
            read.Select(r => (r.Index, r.Series, r.Comparison!.Rmse)));
    }

    [Fact]
    public void A_night_without_changes_adds_little_to_the_manifest()
    {
        var files = Enumerable.Range(0, 20).Select(i => _run.WriteSettled($"s{i:D2}.test", "ok")).ToArray();
        _run.Run(Options, files);
        var first = new FileInfo(Manifest).Length;

        _run.Run(Options, files);

        Assert.InRange(new FileInfo(Manifest).Length - first, 1, first / 2);
    }

    public static TheoryData<string, Func<BatchOptions, BatchOptions>> OtherOptions => new()
    {
        { "size", o => o with { Figure = o.Figure with { Width = 5 } } },
        { "resampling", o => o with { Comparison = o.Comparison with { Resampling = ResamplingMethod.Pchip } } },
        { "name", o => o with { FileNameTemplate = "{sample}" } },
        { "reading", o => o with { Reading = o.Reading with { XUnit = AxisUnit.Nanometer } } },
        { "csv", o => o with { SaveNormalizedCsv = true } },
    };

    [Theory]
    [MemberData(nameof(OtherOptions))]
    public void Another_option_that_matters_makes_it_anew(string what, Func<BatchOptions, BatchOptions> change)
    {
        Assert.NotEmpty(what);
        var sample = _run.WriteSettled("a.test", "ok");
        _run.Run(Options, sample);
        Assert.Equal(SpectralResultStatus.Succeeded, Assert.Single(_run.Run(change(Options), sample)).Status);
    }

    [Fact]
    public void An_option_that_does_not_matter_makes_nothing_anew()
    {
        var sample = _run.WriteSettled("a.test", "ok");
        _run.Run(Options with { Incremental = false }, sample);
        var other = Options with
        {
            ThrottleLimit = 1,
            MaxRetries = 7,
            MemoryLimitMB = 2000,
            FileTimeout = TimeSpan.FromHours(1),
            AlwaysHash = true,
        };
        Assert.Equal(SpectralResultStatus.Skipped, Assert.Single(_run.Run(other, sample)).Status);
    }

    [Fact]
    public void Another_baseline_makes_it_anew_and_both_are_remembered()
    {
        var sample = _run.WriteSettled("a.test", "ok");
        _run.Run(Options, sample);
        var other = Options with { Baseline = _run.WriteSettled("other.test", "ok ") };
        Assert.Equal(SpectralResultStatus.Succeeded, Assert.Single(_run.Run(other, sample)).Status);

        Assert.Equal(SpectralResultStatus.Skipped, Assert.Single(_run.Run(Options, sample)).Status);
        Assert.Equal(SpectralResultStatus.Skipped, Assert.Single(_run.Run(other, sample)).Status);
    }

    [Fact]
    public void A_changed_input_is_done_again_and_its_old_graph_stays()
    {
        var sample = _run.WriteSettled("a.test", "ok");
        _run.Run(Options, sample);
        _run.WriteSettled("a.test", "ok      ");

        var result = Assert.Single(_run.Run(Options, sample));

        Assert.Equal(SpectralResultStatus.Succeeded, result.Status);
        Assert.Equal(["a_vs_fresh.svg", "a_vs_fresh_1.svg"], _run.Outputs());
        Assert.Contains(_run.Messages, m => m.Contains("its content changed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_input_replaces_its_old_graph_where_the_user_says_so()
    {
        var sample = _run.WriteSettled("a.test", "ok");
        _run.Run(Options, sample);
        _run.WriteSettled("a.test", "ok      ");
        _run.Run(Options with { ConflictResolution = ConflictResolution.Overwrite }, sample);
        Assert.Equal(["a_vs_fresh.svg"], _run.Outputs());
    }

    [Fact]
    public void The_same_size_and_time_are_trusted_unless_the_user_does_not()
    {
        var sample = _run.WriteSettled("a.test", "ok  ");
        _run.Run(Options, sample);
        _run.WriteSettled("a.test", "  ok");

        Assert.Equal(SpectralResultStatus.Skipped, Assert.Single(_run.Run(Options, sample)).Status);
        Assert.Equal(SpectralResultStatus.Succeeded, Assert.Single(_run.Run(Options with { AlwaysHash = true }, sample)).Status);
    }

    [Fact]
    public void A_file_that_was_just_written_when_it_was_read_is_not_trusted_by_its_time()
    {
        var time = DateTime.UtcNow;
        var sample = _run.Folder.Write("a.test", "ok  ");
        File.SetLastWriteTimeUtc(sample, time);
        _run.Run(Options, sample);
        File.WriteAllText(sample, "  ok");
        File.SetLastWriteTimeUtc(sample, time);

        Assert.Equal(SpectralResultStatus.Succeeded, Assert.Single(_run.Run(Options, sample)).Status);
    }

    [Fact]
    public void How_long_the_work_took_says_nothing_of_when_a_file_was_read()
    {
        var time = DateTime.UtcNow;
        var sample = _run.Folder.Write("a.test", "ok  ");
        File.SetLastWriteTimeUtc(sample, time);
        _run.Run(Options, sample);
        // as after a graph that took an hour
        File.WriteAllLines(Manifest, File.ReadAllLines(Manifest).Select(
            line => line.StartsWith("{\"kind\":\"result\"", StringComparison.Ordinal) ? Later(line) : line));
        File.WriteAllText(sample, "  ok");
        File.SetLastWriteTimeUtc(sample, time);

        Assert.Equal(SpectralResultStatus.Succeeded, Assert.Single(_run.Run(Options, sample)).Status);

        static string Later(string line)
        {
            var json = JsonNode.Parse(line)!;
            json["time"] = json["time"]!.GetValue<DateTime>().AddHours(1);
            return json.ToJsonString();
        }
    }

    [Fact]
    public void A_file_that_was_only_touched_is_skipped()
    {
        var sample = _run.WriteSettled("a.test", "ok");
        _run.Run(Options, sample);
        File.SetLastWriteTimeUtc(sample, DateTime.UtcNow);
        Assert.Equal(SpectralResultStatus.Skipped, Assert.Single(_run.Run(Options, sample)).Status);
    }

    [Fact]
    public void What_failed_is_tried_again()
    {
        var sample = _run.WriteSettled("a.test", "bad");
        _run.Run(Options, sample);
        _run.Run(Options, sample);
        Assert.Equal(2, _run.Format.Reads(sample));
        Assert.Contains(_run.Messages, m => m.Contains("OneColumn", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_manifest_it_is_refused()
    {
        var options = Options with { WriteManifest = false };
        Assert.Equal("IncrementalWithoutManifest", Assert.Throws<SpectralException>(() => _run.Start(options)).Error.Id);
    }
}
