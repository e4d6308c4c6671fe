using System.Diagnostics;
using SpectralAnalyzer.Core.Batch;

namespace SpectralAnalyzer.Core.Tests.Batch;

public sealed class EstimateTests : IDisposable
{
    private readonly BatchRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void TheTrialCountsForTheWholeSetAndLeavesNothingBehind()
    {
        var file = _run.Folder.Write("a.test", "ok");
        var one = _run.Estimate(_run.Options, [file]);
        var thousand = _run.Estimate(_run.Options, [.. Enumerable.Repeat(file, 1000)]);
        Assert.Equal((1000, 1000), (thousand.ValidCount, thousand.SpectrumCount));
        Assert.Equal(1000 * one.EstimatedOutputBytes, thousand.EstimatedOutputBytes);
        Assert.True(thousand.EstimatedDuration > one.EstimatedDuration);
        Assert.Empty(_run.Outputs());
    }

    [Fact]
    public void SpectraCountNotFiles()
    {
        var map = _run.Folder.Write("map.test", "series 20");
        var single = _run.Folder.Write("single.test", "ok");
        var estimate = _run.Estimate(_run.Options, [map, single]);
        Assert.Equal(21, estimate.SpectrumCount);
        var made = _run.Run(_run.Options, map, single).Sum(r => r.OutputBytes);
        Assert.Equal(made, estimate.EstimatedOutputBytes);
    }

    [Fact]
    public void WithoutAReadableFileThereIsNothingToEstimate()
    {
        var estimate = _run.Estimate(_run.Options, [_run.Folder.Write("a.test", "bad")]);
        Assert.Equal((0, 1, TimeSpan.Zero), (estimate.ValidCount, estimate.InvalidCount, estimate.EstimatedDuration));
    }

    [Fact]
    public void TheTimeThatIsLeftGoesByTheSecondHalfOfWhatIsDone()
    {
        var pace = new BatchPace();
        Assert.Null(pace.TimeFor(10));
        pace.Mark(1);
        var first = pace.TimeFor(10)!.Value;
        Assert.Equal(TimeSpan.Zero, pace.TimeFor(0));
        Assert.True(first >= TimeSpan.Zero);
        var half = Stopwatch.StartNew();
        for (var done = 2; done <= 100_000; done++)
            pace.Mark(done);
        // what came before these 100 000 does not count, however long it took
        Assert.True(pace.TimeFor(100_000) <= 3 * half.Elapsed);
    }

    [Fact]
    public void ATotalThatIsExpectedMakesTheProgressKnown()
    {
        using var batch = _run.Start(_run.Options with { Formats = [] });
        Assert.False(batch.Progress.TotalKnown);
        batch.Expect(4);
        Assert.Equal((4, true, 0.0), (batch.Progress.FilesSeen, batch.Progress.TotalKnown, batch.Progress.Fraction));
    }
}
