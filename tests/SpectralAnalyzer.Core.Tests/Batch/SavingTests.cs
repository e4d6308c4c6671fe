using System.IO.Compression;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Tests.Batch;

/// <summary>What lies in the output folder stands in a result, however the saving went. A folder of its name is in the way of
/// the second output.</summary>
public sealed class SavingTests : IDisposable
{
    private readonly BatchRun _run = new();

    private BatchOptions Both => _run.Options with
    {
        Formats = [GraphFormat.Svg, GraphFormat.Pdf],
        ConflictResolution = ConflictResolution.Overwrite,
    };

    private string InTheWay => Path.Combine(_run.Out, "s_vs_fresh.pdf");

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_saving_that_is_tried_again_keeps_what_its_first_try_saved()
    {
        var result = SaveAtTheSecondTry(Both);
        Assert.Equal(SpectralResultStatus.Succeeded, result.Status);
        Assert.True(result.Attempts > 1);
        Assert.Equal(["s_vs_fresh.svg", "s_vs_fresh.pdf"], result.OutputPath.Select(Path.GetFileName));
        Assert.Equal(result.OutputPath, result.Outputs.Select(o => o.Path));
        Assert.Equal(result.OutputPath.Sum(p => new FileInfo(p).Length), result.OutputBytes);
    }

    [Fact]
    public void A_saving_that_is_tried_again_is_packed_whole()
    {
        var archive = SaveAtTheSecondTry(Both with { CompressOutput = true }).ArchivePath!;
        Assert.Equal([Path.GetFileName(archive)], _run.Outputs());
        using var zip = ZipFile.OpenRead(archive);
        Assert.Equal(["s_vs_fresh.pdf", "s_vs_fresh.svg"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_saving_that_fails_says_what_it_leaves()
    {
        Directory.CreateDirectory(InTheWay);
        var sample = _run.Folder.Write("s.test", "ok");
        var result = Assert.Single(_run.Run(Both with { MaxRetries = 0 }, sample));
        Assert.Equal((SpectralResultStatus.Failed, BatchStage.Saving), (result.Status, result.FailedStage));
        Assert.Equal("s_vs_fresh.svg", Path.GetFileName(Assert.Single(result.OutputPath)));
        Assert.Equal(result.OutputPath, result.Outputs.Select(o => o.Path));
        Assert.DoesNotContain(
            new SpectralRuns().Check(_run.Out, TestContext.Current.CancellationToken),
                f => f.State == SpectralRunFileState.Foreign);
    }

    [Fact]
    public void What_a_saving_that_failed_left_is_made_again_under_its_name()
    {
        Directory.CreateDirectory(InTheWay);
        var sample = _run.Folder.Write("s.test", "ok");
        _run.Run(Both with { MaxRetries = 0 }, sample);
        Directory.Delete(InTheWay);

        var again = Both with { Incremental = true, ConflictResolution = ConflictResolution.AutoIncrement };
        Assert.Equal(SpectralResultStatus.Succeeded, Assert.Single(_run.Run(again, sample)).Status);

        Assert.Equal(["s_vs_fresh.pdf", "s_vs_fresh.svg"], _run.Outputs());
    }

    private SpectralResult SaveAtTheSecondTry(BatchOptions options)
    {
        Directory.CreateDirectory(InTheWay);
        using var batch = _run.Start(options with { MaxRetries = 5 });
        Assert.True(batch.TryPost(new BatchInput(0, _run.Folder.Write("s.test", "ok"))));
        // the worker tells of the try that failed before it repeats it
        BatchEvent told;
        while (!batch.TryTake(out told) || told.Message?.Contains("failed and is repeated", StringComparison.Ordinal) != true)
            batch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Directory.Delete(InTheWay);
        return Assert.Single(_run.Run(batch));
    }
}
