namespace SpectralAnalyzer.Core.Tests.Batch;

public sealed class BatchConflictTests : IDisposable
{
    private readonly BatchRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Skip_leaves_what_is_there_and_finishes_the_rest()
    {
        string[] files = [.. Enumerable.Range(0, 5).Select(i => _run.Folder.Write($"s{i}.test", "ok"))];
        _run.Run(_run.Options, files[..2]);
        File.WriteAllText(Path.Combine(_run.Out, "s0_vs_fresh.svg"), "the user's own");
        var results = _run.Run(_run.Options with { ConflictResolution = ConflictResolution.Skip }, files);
        Assert.Equal(2, results.Count(r => r.Status == SpectralResultStatus.Skipped));
        Assert.Equal(3, results.Count(r => r.Status == SpectralResultStatus.Succeeded));
        Assert.Equal("the user's own", File.ReadAllText(Path.Combine(_run.Out, "s0_vs_fresh.svg")));
        Assert.Equal(5, _run.Outputs().Length);
    }

    [Fact]
    public void Skip_makes_the_format_that_is_missing()
    {
        var file = _run.Folder.Write("s.test", "ok");
        _run.Run(_run.Options, file);
        var result = Assert.Single(_run.Run(
            _run.Options with { ConflictResolution = ConflictResolution.Skip, Formats = [GraphFormat.Svg, GraphFormat.Pdf] },
                file));
        Assert.Equal(SpectralResultStatus.Succeeded, result.Status);
        Assert.Equal(["s_vs_fresh.pdf", "s_vs_fresh.svg"], _run.Outputs());
    }

    [Fact]
    public void Overwrite_replaces_whole()
    {
        var file = _run.Folder.Write("s.test", "ok");
        _run.Folder.Write("out/s_vs_fresh.svg", "old");
        var result = Assert.Single(_run.Run(_run.Options with { ConflictResolution = ConflictResolution.Overwrite }, file));
        Assert.Equal(SpectralResultStatus.Succeeded, result.Status);
        Assert.StartsWith("<", File.ReadAllText(Path.Combine(_run.Out, "s_vs_fresh.svg")), StringComparison.Ordinal);
        Assert.Single(_run.Outputs());
    }

    [Theory]
    [InlineData("lot.asd", "")]
    [InlineData("lot.asd", "ok")]
    [InlineData("lot.asd", "bad")]
    [InlineData("2024/lot.asd", "")]
    public void Overwrite_never_replaces_a_measurement(string sample, string comesLater)
    {
        var raw = _run.Folder.Write("lot.csv", comesLater.Length > 0 ? comesLater : "not of this batch");
        var before = File.ReadAllText(raw);
        string[] files = [_run.Folder.Write(sample, "ok"), .. comesLater.Length > 0 ? (string[])[raw] : []];
        var options = CsvBesideTheSamples;
        for (var run = 0; run < 2; run++)
        {
            var result = _run.Run(options, files).First(r => r.Index == 1);
            Assert.Equal("lot_1.csv", Path.GetFileName(result.NormalizedCsvPath));
        }

        Assert.Equal(before, File.ReadAllText(raw));
    }

    [Fact]
    public void Overwrite_never_replaces_a_file_that_is_waited_for_whatever_its_name()
    {
        var waits = _run.Folder.Write("a.svg", "ok");
        using var batch = _run.Start(_run.Options with
        {
            OutputDirectory = _run.Folder.Path,
            FileNameTemplate = "{sample}",
            ConflictResolution = ConflictResolution.Overwrite,
        });
        Assert.True(batch.TryPost(new BatchInput(0, _run.Folder.Write("in/a.test", "wait"))));
        _run.Format.Waiting.Wait(TestContext.Current.CancellationToken);
        Assert.True(batch.TryPost(new BatchInput(1, waits)));
        _run.Format.GoOn.Set();
        Assert.All(_run.Run(batch), r => Assert.Equal(SpectralResultStatus.Succeeded, r.Status));
        Assert.Equal("ok", File.ReadAllText(waits));
    }

    [Fact]
    public void A_file_that_comes_again_replaces_its_own_graph_and_no_other()
    {
        // as a watch does it: s.test of folder a came second, and has the number
        string[] files = [_run.Folder.Write("b/s.test", "ok"), _run.Folder.Write("a/s.test", "ok"), _run.Folder["a/s.test"],
            _run.Folder["b/s.test"]];
        using var batch = _run.Start(_run.Options with { ConflictResolution = ConflictResolution.Overwrite });
        var names = new List<string>();
        for (var i = 0; i < files.Length; i++)
        {
            Assert.True(batch.TryPost(new BatchInput(i, files[i])));
            BatchEvent told;
            while (!batch.TryTake(out told) || told.Result is null)
                batch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            names.Add(Path.GetFileName(Assert.Single(told.Result.OutputPath)));
        }

        Assert.Equal(["s_vs_fresh.svg", "s_vs_fresh_1.svg", "s_vs_fresh_1.svg", "s_vs_fresh.svg"], names);
        _run.Run(batch);
        Assert.Equal(["s_vs_fresh.svg", "s_vs_fresh_1.svg"],
            Directory.EnumerateFiles(_run.Out, "*.svg").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_date_of_a_name_is_that_of_the_moment_in_a_batch_that_goes_on_over_midnight()
    {
        var clock = new MovedClock(new DateTimeOffset(2026, 1, 31, 23, 59, 0, TimeSpan.Zero));
        _run.Clock = clock;
        using var batch = _run.Start(_run.Options with { FileNameTemplate = "{sample}_{date}" });
        var names = new List<string>();
        foreach (var name in (string[])["a", "b"])
        {
            Assert.True(batch.TryPost(new BatchInput(names.Count, _run.Folder.Write(name + ".test", "ok"))));
            BatchEvent told;
            while (!batch.TryTake(out told) || told.Result is null)
                batch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            names.Add(Path.GetFileName(Assert.Single(told.Result.OutputPath)));
            clock.Now += TimeSpan.FromMinutes(2);
        }

        Assert.Equal(["a_20260131.svg", "b_20260201.svg"], names);
    }

    [Fact]
    public void Fail_fails_and_leaves_the_file()
    {
        var file = _run.Folder.Write("s.test", "ok");
        _run.Folder.Write("out/s_vs_fresh.svg", "old");
        var result = Assert.Single(_run.Run(_run.Options with { ConflictResolution = ConflictResolution.Fail }, file));
        Assert.Equal(("OutputExists", SpectralErrorCategory.Exists), (result.Error!.Id, result.Error.Category));
        Assert.Equal("old", File.ReadAllText(Path.Combine(_run.Out, "s_vs_fresh.svg")));
    }

    [Fact]
    public void An_output_is_never_written_over_a_folder_of_its_name()
    {
        var file = _run.Folder.Write("s.test", "ok");
        Directory.CreateDirectory(Path.Combine(_run.Out, "s_vs_fresh.svg"));
        var result = Assert.Single(_run.Run(_run.Options, file));
        Assert.Equal("s_vs_fresh_1.svg", Path.GetFileName(Assert.Single(result.OutputPath)));
    }

    [Fact]
    public void Two_batches_into_one_folder_lose_nothing()
    {
        string[] files = [.. Enumerable.Range(0, 30).Select(i => _run.Folder.Write($"s{i}.test", "ok"))];
        using var other = new BatchRun();
        // other options: those of two batches that make the same share their outputs
        var wide = _run.Options with { Figure = new FigureOptions { Width = 5, Height = 3, Dpi = 50 } };
        var options = new[] { _run.Options, wide };
        var both = new[] { _run, other }.Zip(options).AsParallel().WithDegreeOfParallelism(2)
            .Select(r => r.First.Run(r.Second, files)).ToArray();
        Assert.All(both.SelectMany(r => r), r => Assert.Equal(SpectralResultStatus.Succeeded, r.Status));
        Assert.Equal(60, both.SelectMany(r => r).SelectMany(r => r.OutputPath).Distinct().Count());
        Assert.Equal(60, _run.Outputs().Length);
    }

    private BatchOptions CsvBesideTheSamples => _run.Options with
    {
        OutputDirectory = _run.Folder.Path,
        Formats = [],
        SaveNormalizedCsv = true,
        FileNameTemplate = "{sample}",
        ConflictResolution = ConflictResolution.Overwrite,
    };

    private sealed class MovedClock(DateTimeOffset start) : TimeProvider
    {
        internal DateTimeOffset Now { get; set; } = start;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
