using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Tests.Batch;

/// <summary>Several batches over the same files and the same output folder at once. None knows of the others.</summary>
public sealed class ConcurrentBatchTests : IDisposable
{
    private const int Files = 12;

    private readonly BatchRun _run = new();
    private readonly BatchRun _other = new();
    private readonly SpectralRuns _runs = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _run.Dispose();
        _other.Dispose();
    }

    public static TheoryData<ConflictResolution, bool> All()
    {
        var all = new TheoryData<ConflictResolution, bool>();
        foreach (var resolution in Enum.GetValues<ConflictResolution>())
        {
            all.Add(resolution, false);
            all.Add(resolution, true);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void They_make_one_set(ConflictResolution resolution, bool incremental)
    {
        var results = RunBoth(_run.Options with { ConflictResolution = resolution, Incremental = incremental });

        Assert.All(results, r => Assert.NotEqual(SpectralResultStatus.Failed, r.Status));
        Assert.Equal(Files, Graphs().Length);
        AssertAgreed(results);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void They_make_one_set_where_the_names_are_taken(ConflictResolution resolution, bool incremental)
    {
        for (var i = 0; i < Files; i++)
            _run.Folder.Write($"out/s{i}_vs_fresh.svg", "of somebody else");

        var results = RunBoth(_run.Options with { ConflictResolution = resolution, Incremental = incremental });

        var hasSecond = resolution is ConflictResolution.AutoIncrement or ConflictResolution.Timestamp;
        Assert.Equal(hasSecond ? 2 * Files : Files, Graphs().Length);
        Assert.Equal(
            resolution == ConflictResolution.Overwrite ? 0 : Files,
            Directory.EnumerateFiles(_run.Out, "*.svg").Count(f => File.ReadAllText(f) == "of somebody else"));
        if (resolution != ConflictResolution.Fail)
            AssertAgreed(results);
    }

    [Theory]
    [InlineData(ConflictResolution.AutoIncrement)]
    [InlineData(ConflictResolution.Overwrite)]
    [InlineData(ConflictResolution.Timestamp)]
    [InlineData(ConflictResolution.Fail)]
    public void A_slow_one_reports_what_the_other_has_made_meanwhile(ConflictResolution resolution)
    {
        var options = _run.Options with { ConflictResolution = resolution };
        var file = _run.Folder.Write("s.test", "wait");
        using var slow = _run.Start(options);
        Assert.True(slow.TryPost(new BatchInput(0, file)));
        _run.Format.Waiting.Wait(Token);
        _other.Format.GoOn.Set();
        var first = Assert.Single(_other.Run(options, file));
        var written = File.GetLastWriteTimeUtc(Assert.Single(first.OutputPath));
        _run.Format.GoOn.Set();

        var second = Assert.Single(_run.Run(slow));

        Assert.Equal(SpectralResultStatus.Succeeded, second.Status);
        Assert.Equal(first.Outputs, second.Outputs);
        Assert.Equal(0, second.OutputBytes);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Assert.Single(second.OutputPath)));
        Assert.Single(Graphs());
    }

    [Fact]
    public void Other_options_or_another_baseline_are_other_outputs()
    {
        var file = _run.Folder.Write("s.test", "ok");
        using var wide = _run.Start(_run.Options with { Figure = new FigureOptions { Width = 6, Height = 3, Dpi = 50 } });
        var narrow = Assert.Single(_other.Run(_run.Options, file));
        Assert.True(wide.TryPost(new BatchInput(0, file)));
        var other = Assert.Single(_run.Run(wide));
        Assert.Equal("s_vs_fresh.svg", Path.GetFileName(Assert.Single(narrow.OutputPath)));
        Assert.Equal("s_vs_fresh_1.svg", Path.GetFileName(Assert.Single(other.OutputPath)));
    }

    [Fact]
    public void A_run_that_begins_after_the_end_of_another_is_another_run()
    {
        var file = _run.Folder.Write("s.test", "ok");
        _run.Run(_run.Options, file);
        Assert.Equal("s_vs_fresh_1.svg", Path.GetFileName(Assert.Single(Assert.Single(_run.Run(_run.Options, file)).OutputPath)));
        Assert.Equal(["spectral-run.jsonl"], Directory.EnumerateFiles(_run.Out, "*.jsonl").Select(Path.GetFileName));
    }

    [Fact]
    public void Three_of_which_the_first_ends_before_the_last_begins_make_one_set()
    {
        var file = _run.Folder.Write("s.test", "ok");
        using var bridge = _run.Start(_run.Options);
        var first = Assert.Single(_other.Run(_run.Options, file));
        using var third = new BatchRun();
        var last = Assert.Single(third.Run(_run.Options, file));
        Assert.Equal(first.Outputs, last.Outputs);
        Assert.Single(Graphs());
    }

    [Fact]
    public void A_file_that_changed_is_another_input()
    {
        var file = _run.Folder.Write("s.test", "ok");
        using var later = _run.Start(_run.Options);
        _other.Run(_run.Options, file);
        File.WriteAllText(file, "series 1");
        Assert.True(later.TryPost(new BatchInput(0, file)));
        _run.Run(later);
        Assert.Equal(2, Graphs().Length);
    }

    [Fact]
    public void The_claim_of_a_run_that_was_killed_is_taken_over()
    {
        _run.Folder.Write("out/.spectral-run.1.claim", Claim(Environment.MachineName, ".spectral-tmp-gone"));
        _run.Run(_run.Options, _run.Folder.Write("s.test", "ok"));
        Assert.Equal(["spectral-run.jsonl"], Directory.EnumerateFiles(_run.Out, "*.jsonl").Select(Path.GetFileName));
        Assert.DoesNotContain(Directory.EnumerateFiles(_run.Out), f => f.EndsWith(".claim", StringComparison.Ordinal));
    }

    [Fact]
    public void The_part_of_a_run_on_another_machine_is_left_to_it_and_all_parts_are_read_as_one()
    {
        string[] files = [_run.Folder.Write("a.test", "ok"), _run.Folder.Write("b.test", "ok")];
        _run.Run(_run.Options, files[0]);
        _run.Folder.Write("out/.spectral-run.1.claim", Claim("another", ".spectral-tmp-there"));
        _run.Folder.Write("out/.spectral-tmp-there/in-use.lock", "");
        var before = File.ReadAllBytes(Path.Combine(_run.Out, "spectral-run.jsonl"));

        var results = _run.Run(_run.Options with { Incremental = true }, files);

        Assert.Equal(
            [SpectralResultStatus.Skipped, SpectralResultStatus.Succeeded], results.OrderBy(r => r.Index).Select(r => r.Status));
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(_run.Out, "spectral-run.jsonl")));
        Assert.Equal(2, _runs.Read(_run.Out, Token).Count);
        var read = _runs.ReadResults(_run.Out, null, Token).ToList();
        Assert.Equal(["a.test", "a.test", "b.test"], read.Select(r => Path.GetFileName(r.Path)).Order(StringComparer.Ordinal));
        Assert.All(read, r => Assert.NotEmpty(r.OutputPath));
        Assert.All(_runs.Check(_run.Out, Token), f => Assert.True(f.IsIntact, f.ToString()));
        Assert.Equal(2, _runs.Check(_run.Out, Token).Count(f => f.Role == SpectralRunFileRole.Manifest));
        var isOutput = _runs.CreateOutputFilter();
        Assert.True(isOutput(Path.Combine(_run.Out, "b_vs_fresh.svg")));
        Assert.True(isOutput(Path.Combine(_run.Out, "spectral-run.2.jsonl")));
        // and again, from the manifest in parts
        Assert.All(
            _run.Run(_run.Options with { Incremental = true }, files),
            r => Assert.Equal(SpectralResultStatus.Skipped, r.Status));
    }

    private string[] Graphs() => [.. Directory.EnumerateFiles(_run.Out, "*.svg")];

    private static string Claim(string machine, string workspace) =>
        $$"""{"run":"x","fingerprint":"y","machine":"{{machine}}","workspace":"{{workspace}}","since":{"1":0} }""";

    /// <summary>Starts both before either has a file, as several machines do.</summary>
    private List<SpectralResult> RunBoth(BatchOptions options)
    {
        string[] files = [.. Enumerable.Range(0, Files).Select(i => _run.Folder.Write($"s{i}.test", "ok"))];
        using var one = _run.Start(options);
        using var two = _other.Start(options);
        return [.. new[] { (_run, one), (_other, two) }.AsParallel().WithDegreeOfParallelism(2)
            .SelectMany(b => b.Item1.Run(b.Item2, files))];
    }

    /// <summary>Both results of a file name the same outputs with the same bytes, and all readers find them.</summary>
    private void AssertAgreed(List<SpectralResult> results)
    {
        Assert.Equal(2 * Files, results.Count);
        Assert.All(results.GroupBy(r => r.Path), file => Assert.Single(file.Select(r => Assert.Single(r.OutputPath)).Distinct()));
        var read = _runs.ReadResults(_run.Out, null, Token).ToList();
        Assert.Equal(2 * Files, read.Count);
        Assert.All(
            read.GroupBy(r => r.Path),
            file => Assert.InRange(file.SelectMany(r => r.Outputs).Select(o => o.Sha256).Distinct().Count(), 0, 1));
        Assert.All(
            _runs.Check(_run.Out, Token).Where(f => f.Role != SpectralRunFileRole.Other),
            f => Assert.True(f.IsIntact, f.ToString()));
        Assert.Equal(2, _runs.Read(_run.Out, Token).Count(r => r.Ending == SpectralRunEnding.Completed));
    }
}
