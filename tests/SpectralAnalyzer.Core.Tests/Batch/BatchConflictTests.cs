namespace SpectralAnalyzer.Core.Tests.Batch;

public sealed class BatchConflictTests : IDisposable
{
    private readonly BatchRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void SkipLeavesWhatIsThereAndFinishesTheRest()
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
    public void SkipMakesTheFormatThatIsMissing()
    {
        var file = _run.Folder.Write("s.test", "ok");
        _run.Run(_run.Options, file);
        var result = Assert.Single(_run.Run(
            _run.Options with { ConflictResolution = ConflictResolution.Skip, Formats = [GraphFormat.Svg, GraphFormat.Pdf] }, file));
        Assert.Equal(SpectralResultStatus.Succeeded, result.Status);
        Assert.Equal(["s_vs_fresh.pdf", "s_vs_fresh.svg"], _run.Outputs());
    }

    [Fact]
    public void OverwriteReplacesWhole()
    {
        var file = _run.Folder.Write("s.test", "ok");
        _run.Folder.Write("out/s_vs_fresh.svg", "old");
        var result = Assert.Single(_run.Run(_run.Options with { ConflictResolution = ConflictResolution.Overwrite }, file));
        Assert.Equal(SpectralResultStatus.Succeeded, result.Status);
        Assert.StartsWith("<", File.ReadAllText(Path.Combine(_run.Out, "s_vs_fresh.svg")), StringComparison.Ordinal);
        Assert.Single(_run.Outputs());
    }

    [Fact]
    public void FailFailsAndLeavesTheFile()
    {
        var file = _run.Folder.Write("s.test", "ok");
        _run.Folder.Write("out/s_vs_fresh.svg", "old");
        var result = Assert.Single(_run.Run(_run.Options with { ConflictResolution = ConflictResolution.Fail }, file));
        Assert.Equal(("OutputExists", SpectralErrorCategory.Exists), (result.Error!.Id, result.Error.Category));
        Assert.Equal("old", File.ReadAllText(Path.Combine(_run.Out, "s_vs_fresh.svg")));
    }

    [Fact]
    public void AnOutputIsNeverWrittenOverAFolderOfItsName()
    {
        var file = _run.Folder.Write("s.test", "ok");
        Directory.CreateDirectory(Path.Combine(_run.Out, "s_vs_fresh.svg"));
        var result = Assert.Single(_run.Run(_run.Options, file));
        Assert.Equal("s_vs_fresh_1.svg", Path.GetFileName(Assert.Single(result.OutputPath)));
    }

    [Fact]
    public void TwoBatchesIntoOneFolderLoseNothing()
    {
        string[] files = [.. Enumerable.Range(0, 30).Select(i => _run.Folder.Write($"s{i}.test", "ok"))];
        using var other = new BatchRun();
        var options = _run.Options;
        var both = new[] { _run, other }.AsParallel().WithDegreeOfParallelism(2).Select(r => r.Run(options, files)).ToArray();
        Assert.All(both.SelectMany(r => r), r => Assert.Equal(SpectralResultStatus.Succeeded, r.Status));
        Assert.Equal(60, both.SelectMany(r => r).SelectMany(r => r.OutputPath).Distinct().Count());
        Assert.Equal(60, _run.Outputs().Length);
    }
}
