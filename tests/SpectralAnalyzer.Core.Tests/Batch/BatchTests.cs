namespace SpectralAnalyzer.Core.Tests.Batch;

public sealed class BatchTests : IDisposable
{
    private readonly BatchRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Every_file_ends_as_one_result_and_its_graph_is_there()
    {
        var files = Files(20, "ok");
        var results = _run.Run(_run.Options, files);
        Assert.Equal(files.Order(), results.Select(r => r.Path).Order());
        Assert.All(results, r => Assert.Equal(SpectralResultStatus.Succeeded, r.Status));
        Assert.All(results, r => Assert.True(File.Exists(Assert.Single(r.OutputPath))));
        Assert.Equal(20, _run.Outputs().Length);
    }

    [Fact]
    public void One_failed_file_stops_no_other()
    {
        var results = _run.Run(_run.Options, _run.Folder.Write("a.test", "ok"), _run.Folder.Write("b.test", "bad"),
            _run.Folder["gone.test"], _run.Folder.Write("c.test", "ok"));
        Assert.Equal(2, results.Count(r => r.Status == SpectralResultStatus.Succeeded));
        Assert.Equal("OneColumn", ResultOf(results, "b").Error!.Id);
        Assert.Equal(BatchStage.Loading, ResultOf(results, "b").FailedStage);
        Assert.Equal(("FileNotFound", SpectralErrorCategory.NotFound),
            (ResultOf(results, "gone").Error!.Id, ResultOf(results, "gone").Error!.Category));
    }

    [Fact]
    public void A_fault_of_the_program_is_a_result_too()
    {
        var result = Assert.Single(_run.Run(_run.Options, _run.Folder.Write("a.test", "bug")));
        Assert.Equal(("UnexpectedError", SpectralErrorCategory.Internal), (result.Error!.Id, result.Error.Category));
    }

    [Fact]
    public void What_may_pass_is_tried_again()
    {
        var result = Assert.Single(_run.Run(_run.Options, _run.Folder.Write("a.test", "flaky 2")));
        Assert.Equal((SpectralResultStatus.Succeeded, 3), (result.Status, result.Attempts));
        Assert.Contains(_run.Messages, m => m.Contains("away for a moment", StringComparison.Ordinal));
    }

    [Fact]
    public void What_does_not_pass_fails_after_the_last_try()
    {
        var result = Assert.Single(_run.Run(_run.Options with { MaxRetries = 1 }, _run.Folder.Write("a.test", "flaky 9")));
        Assert.Equal(("ReadFailed", 2), (result.Error!.Id, result.Attempts));
    }

    [Fact]
    public void A_bad_format_is_not_tried_again()
    {
        var file = _run.Folder.Write("a.test", "bad");
        _run.Run(_run.Options, file);
        Assert.Equal(1, _run.Format.Reads(file));
    }

    [Theory]
    [InlineData("wait")]
    [InlineData("deaf")]
    public void A_file_that_takes_too_long_fails_alone_whether_it_heeds_the_limit_or_not(string script)
    {
        var results = _run.Run(
            _run.Options with { FileTimeout = TimeSpan.FromSeconds(3), ThrottleLimit = 1, Formats = [] },
            _run.Folder.Write("slow.test", script),
            _run.Folder.Write("quick.test", "ok"));
        Assert.Equal(("FileTimeout", SpectralErrorCategory.Timeout),
            (ResultOf(results, "slow").Error!.Id, ResultOf(results, "slow").Error!.Category));
        Assert.Equal(SpectralResultStatus.Succeeded, ResultOf(results, "quick").Status);
    }

    [Fact]
    public void Names_follow_the_input_not_the_threads()
    {
        var files = Enumerable.Range(0, 12).Select(i => _run.Folder.Write($"f{i:D2}/oil.test", "ok")).ToArray();
        string[] Names(int threads) => [.. _run
            .Run(_run.Options with { OutputDirectory = _run.Folder[$"out{threads}"], ThrottleLimit = threads }, files)
            .OrderBy(r => r.Index)
            .Select(r => Path.GetFileName(r.OutputPath.Single()))];
        var one = Names(1);
        Assert.Equal("oil_vs_fresh.svg", one[0]);
        Assert.Equal("oil_vs_fresh_11.svg", one[11]);
        Assert.Equal(one, Names(8));
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_with_one_thread_and_with_eight()
    {
        var files = Files(6, "ok");
        byte[][] Bytes(int threads) => [.. _run
            .Run(_run.Options with { OutputDirectory = _run.Folder[$"out{threads}"], ThrottleLimit = threads,
                Formats = [GraphFormat.Png] }, files)
            .OrderBy(r => r.Index)
            .Select(r => File.ReadAllBytes(r.OutputPath.Single()))];
        Assert.Equal(Bytes(1), Bytes(8));
    }

    [Fact]
    public void Each_series_of_a_file_is_a_result_with_a_graph_of_its_own()
    {
        var results = _run.Run(_run.Options, _run.Folder.Write("map.test", "series 3"));
        Assert.Equal(["s1", "s2", "s3"], results.Select(r => r.Series));
        Assert.Equal(["map_vs_fresh_s1.svg", "map_vs_fresh_s2.svg", "map_vs_fresh_s3.svg"], _run.Outputs());
    }

    [Fact]
    public void A_spectrum_that_does_not_overlap_fails_in_the_comparison()
    {
        var result = Assert.Single(_run.Run(_run.Options, _run.Folder.Write("a.test", "far")));
        Assert.Equal((SpectralResultStatus.Failed, BatchStage.Normalization), (result.Status, result.FailedStage));
        Assert.Empty(_run.Outputs());
    }

    [Theory]
    [InlineData(90, NormalizationMode.Off, SpectralResultStatus.Succeeded, NormalizedBy.None)]
    [InlineData(70, NormalizationMode.Off, SpectralResultStatus.Failed, NormalizedBy.None)]
    [InlineData(70, NormalizationMode.Heuristic, SpectralResultStatus.Succeeded, NormalizedBy.Heuristic)]
    [InlineData(70, NormalizationMode.Auto, SpectralResultStatus.Succeeded, NormalizedBy.Heuristic)]
    [InlineData(40, NormalizationMode.Auto, SpectralResultStatus.Failed, NormalizedBy.None)]
    public void An_uncertain_layout_is_read_only_where_the_user_allows_it(
        int confidence, NormalizationMode mode, SpectralResultStatus status, NormalizedBy by)
    {
        var result = Assert.Single(_run.Run(
            _run.Options with { Normalization = new NormalizationOptions { Mode = mode } },
                _run.Folder.Write("a.test", $"unsure {confidence}")));
        Assert.Equal((status, by), (result.Status, result.NormalizedBy));
        Assert.Equal(by == NormalizedBy.Heuristic, result.Warnings.Any(w => w.Contains("best guess", StringComparison.Ordinal)));
        Assert.Equal(status == SpectralResultStatus.Failed ? "UncertainLayout" : null, result.Error?.Id);
    }

    [Fact]
    public void A_file_that_cannot_fit_fails_alone_and_says_what_to_raise()
    {
        _run.Memory = new FakeMemory();
        var options = _run.Options with { MemoryLimitMB = 110 };
        var big = _run.Folder.Write("big.test", "ok" + new string(' ', 30_000_000));
        var results = _run.Run(options, big, _run.Folder.Write("small.test", "ok"));
        Assert.Equal("MemoryLimit", ResultOf(results, "big").Error!.Id);
        Assert.StartsWith("Raise -MemoryLimitMB to ", ResultOf(results, "big").Error!.Recommendation, StringComparison.Ordinal);
        Assert.Equal(SpectralResultStatus.Succeeded, ResultOf(results, "small").Status);
    }

    [Fact]
    public void Stages_and_times_are_told()
    {
        var result = Assert.Single(_run.Run(_run.Options with { SaveNormalizedCsv = true }, Files(1, "ok")));
        Assert.Contains(BatchStage.Loading, result.StageMilliseconds.Keys);
        Assert.Contains(BatchStage.GraphGeneration, result.StageMilliseconds.Keys);
        Assert.Contains(BatchStage.Saving, result.StageMilliseconds.Keys);
        Assert.Equal(result.StageMilliseconds.Values.Sum(), result.DurationMilliseconds, 1e-9);
        Assert.True(File.Exists(result.NormalizedCsvPath));
        Assert.Equal(result.OutputBytes, _run.Outputs().Sum(o => new FileInfo(Path.Combine(_run.Out, o)).Length));
    }

    private string[] Files(int count, string script) =>
        [.. Enumerable.Range(0, count).Select(i => _run.Folder.Write($"sample{i:D3}.test", script))];

    private static SpectralResult ResultOf(List<SpectralResult> results, string name) =>
        results.Single(r => Path.GetFileNameWithoutExtension(r.Path) == name);

    [Fact]
    public void Results_keep_the_order_of_the_files_and_no_more_files_are_admitted_while_the_first_one_is_missing()
    {
        const int Admitted = (4 * 3) + 8;
        string[] files =
        [
            _run.Folder.Write("0.test", "wait"),
            .. Enumerable.Range(1, 3 * Admitted).Select(
                i => _run.Folder.Write($"{i}.test", i % 7 == 0 ? "bad" : i % 7 == 1 ? "flaky 1" : "ok")),
        ];
        using var batch = _run.Start(_run.Options with { PreserveOrder = true, ThrottleLimit = 3 });
        var posted = 0;
        while (batch.TryPost(new BatchInput(posted, files[posted])))
            posted++;
        Assert.Equal(Admitted, posted);
        SpinWait.SpinUntil(() => files.Take(posted).All(f => _run.Format.Reads(f) > 0), TimeSpan.FromMinutes(1));

        Assert.False(batch.TryPost(new BatchInput(posted, files[posted])));
        _run.Format.GoOn.Set();
        var results = new List<SpectralResult>();
        for (; posted < files.Length; posted++)
        {
            while (!batch.TryPost(new BatchInput(posted, files[posted])))
                Take();
        }

        batch.Complete();
        while (!batch.IsFinished)
            Take();
        Take();
        Assert.Equal(files, results.Select(r => r.Path));
        Assert.Contains(results, r => r.Status == SpectralResultStatus.Failed);

        void Take()
        {
            batch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            while (batch.TryTake(out var batchEvent))
            {
                if (batchEvent.Result is { } result)
                    results.Add(result);
            }
        }
    }
}
