using System.IO.Compression;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Runs;
using SpectralAnalyzer.Core.Tests.Faults;

namespace SpectralAnalyzer.Core.Tests.Batch;

public sealed class PackingTests : IDisposable
{
    private const int Everything = 0b111_111_111;
    private const int ReadOnly = 0b101_101_101;

    private readonly BatchRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_outputs_go_into_a_zip_that_has_their_bytes_and_the_loose_ones_are_gone()
    {
        var files = Files(5);
        var loose =
            _run.Run(_run.Options, files).SelectMany(r => r.OutputPath).ToDictionary(p => Path.GetFileName(p), File.ReadAllBytes);
        var results = _run.Run(Packed with { OutputDirectory = _run.Folder["packed"] }, files);
        var archive = Assert.Single(results.Select(r => r.ArchivePath).Distinct());
        Assert.All(results, r => Assert.Equal(SpectralResultStatus.Succeeded, r.Status));
        Assert.All(results.SelectMany(r => r.OutputPath), p => Assert.False(File.Exists(p)));
        using var zip = ZipFile.OpenRead(archive!);
        Assert.Equal(loose.Keys.Order(StringComparer.Ordinal), zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var packed = entry.Open())
                packed.CopyTo(content);
            Assert.Equal(loose[entry.FullName], content.ToArray());
        }

        Assert.Empty(Directory.EnumerateDirectories(_run.Folder["packed"]));
    }

    [Fact]
    public void A_thousand_outputs_fill_a_zip()
    {
        var files = Enumerable.Repeat(_run.Folder.Write("map.test", "series 260"), 4).ToArray();
        var results = _run.Run(Packed, files);
        Assert.Equal(2, results.Select(r => r.ArchivePath).Distinct().Count());
        Assert.Equal([40, 1000], Zips().Select(CountOf).Order());
        Assert.All(Check(), f => Assert.True(f.IsIntact, f.ToString()));
    }

    [Fact]
    public void The_manifest_knows_what_is_in_the_zip()
    {
        _run.Run(Packed, Files(3));
        Assert.Equal(
            ["Intact Archive", "Intact Baseline", "Intact Input", "Intact Input", "Intact Input", "Intact Manifest",
                "Intact Output", "Intact Output", "Intact Output"],
            Check().Select(f => $"{f.State} {f.Role}").Order(StringComparer.Ordinal));
        var results = new SpectralRuns().ReadResults(_run.Out, null, TestContext.Current.CancellationToken).ToList();
        Assert.All(results, r => Assert.Equal(Assert.Single(Zips()), r.ArchivePath));
    }

    [Fact]
    public void An_incremental_run_finds_its_outputs_in_the_zip_and_makes_what_is_new()
    {
        var files = Files(3);
        _run.Run(Packed, files);
        var again = _run.Run(Packed with { Incremental = true }, [.. files, _run.Folder.Write("new.test", "ok")]);
        Assert.Equal(3, again.Count(r => r.Status == SpectralResultStatus.Skipped));
        Assert.Equal("new.test", Path.GetFileName(again.Single(r => r.Status == SpectralResultStatus.Succeeded).Path));
        Assert.DoesNotContain(_run.Messages, m => m.Contains("loose", StringComparison.Ordinal));
        Assert.Equal([1, 3], Zips().Select(CountOf).Order());
        Assert.All(Check(), f => Assert.True(f.IsIntact, f.ToString()));

        File.Delete(Zips().Single(z => CountOf(z) == 3));
        Assert.Equal(
            3, _run.Run(Packed with { Incremental = true }, files).Count(r => r.Status == SpectralResultStatus.Succeeded));
    }

    [Fact]
    public void A_zip_that_is_damaged_or_gone_is_told()
    {
        _run.Run(Packed, Files(3));
        var zip = Assert.Single(Zips());
        var bytes = File.ReadAllBytes(zip);
        bytes[bytes.Length / 3] ^= 0x55;
        File.WriteAllBytes(zip, bytes);
        Assert.Equal(SpectralRunFileState.Changed, Check().Single(f => f.Role == SpectralRunFileRole.Archive).State);
        Assert.Contains(Check(), f => f.Role == SpectralRunFileRole.Output && !f.IsIntact);
        File.Delete(zip);
        Assert.All(Check().Where(f => f.Role is SpectralRunFileRole.Output or SpectralRunFileRole.Archive),
            f => Assert.Equal(SpectralRunFileState.Missing, f.State));
    }

    [Fact]
    public void A_loose_file_that_somebody_changed_meanwhile_stays()
    {
        using var workspace = TempWorkspace.Create(_run.Folder.Path, keep: false);
        var kept = FileStamps.Compute(_run.Folder.Write("kept.svg", "one"), TestContext.Current.CancellationToken);
        var gone = FileStamps.Compute(_run.Folder.Write("gone.svg", "two"), TestContext.Current.CancellationToken);
        var pack = new OutputPack(_run.Folder["pack.zip"], static _ => false);
        pack.Add([kept, gone]);
        pack.Prepare(workspace, TestContext.Current.CancellationToken);
        File.WriteAllText(kept.Path, "the user's own");
        pack.RemoveLoose();
        Assert.Equal((true, false), (File.Exists(kept.Path), File.Exists(gone.Path)));
    }

    [Fact]
    public void A_loose_file_that_cannot_be_removed_is_told_and_the_others_go()
    {
        var stuck = FileStamps.Compute(_run.Folder.Write("locked/stuck.svg", "one"), TestContext.Current.CancellationToken);
        var gone = FileStamps.Compute(_run.Folder.Write("open/gone.svg", "two"), TestContext.Current.CancellationToken);
        Nobody.Protect(_run.Folder["open"], Everything);
        Nobody.Protect(_run.Folder.Path, Everything);
        Nobody.Protect(_run.Folder["locked"], ReadOnly);
        var pack = new OutputPack(_run.Folder["pack.zip"], static _ => false);
        pack.Add([stuck, gone]);
        Nobody.Do(() => Assert.Equal(1, pack.RemoveLoose()?.Count));
        Assert.Equal((true, false), (File.Exists(stuck.Path), File.Exists(gone.Path)));
        Nobody.Protect(_run.Folder["locked"], Everything);
    }

    [Fact]
    public void What_is_not_in_the_zip_as_it_was_made_is_not_packed()
    {
        using var workspace = TempWorkspace.Create(_run.Folder.Path, keep: false);
        var stamp = FileStamps.Compute(_run.Folder.Write("a.svg", "one"), TestContext.Current.CancellationToken);
        File.WriteAllText(stamp.Path, "two");
        var pack = new OutputPack(_run.Folder["pack.zip"], static _ => false);
        pack.Add([stamp]);
        Assert.Equal("OutputCorrupt",
            Assert.Throws<SpectralException>(() => pack.Prepare(workspace, TestContext.Current.CancellationToken)).Error.Id);
    }

    [Fact]
    public void A_batch_that_is_stopped_leaves_the_rest_loose()
    {
        using (var batch = _run.Start(Packed with { ThrottleLimit = 1 }))
        {
            Assert.True(batch.TryPost(new BatchInput(0, _run.Folder.Write("a.test", "ok"))));
            while (!batch.TryTake(out var batchEvent) || batchEvent.Result is null)
                batch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            // only now: one that waits would keep the one worker from the graph of the other
            Assert.True(batch.TryPost(new BatchInput(1, _run.Folder.Write("b.test", "wait"))));
        }

        Assert.Empty(Zips());
        Assert.Single(_run.Outputs(), o => o.EndsWith(".svg", StringComparison.Ordinal));
        Assert.All(Check(), f => Assert.True(f.IsIntact, f.ToString()));
    }

    [Fact]
    public void An_incremental_run_packs_what_a_stopped_one_left_loose()
    {
        var options = Packed with { Incremental = true };
        var files = Files(4);
        using (var batch = _run.Start(options))
        {
            for (var i = 0; i < 3; i++)
                Assert.True(batch.TryPost(new BatchInput(i, files[i])));
            for (var done = 0; done < 3;)
            {
                batch.Wait(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
                while (batch.TryTake(out var taken))
                    done += taken.Result is null ? 0 : 1;
            }
        }

        Assert.Empty(Zips());
        var results = _run.Run(options, files);

        Assert.Equal(3, results.Count(r => r.Status == SpectralResultStatus.Skipped));
        Assert.Equal(4, CountOf(Assert.Single(Zips())));
        Assert.Equal([Path.GetFileName(Zips()[0])], _run.Outputs());
        Assert.All(Check(), f => Assert.True(f.IsIntact, f.ToString()));
        Assert.All(_run.Run(options, files), r => Assert.Equal(SpectralResultStatus.Skipped, r.Status));
        Assert.Single(Zips());
    }

    [Fact]
    public void An_incremental_run_removes_what_is_loose_although_it_is_packed()
    {
        var options = Packed with { Incremental = true };
        var files = Files(3);
        var first = _run.Run(options, files);
        var zip = Assert.Single(Zips());
        // killed between the ZIP and the loose files
        ZipFile.ExtractToDirectory(zip, _run.Out);
        foreach (var output in first.SelectMany(r => r.Outputs))
            File.SetLastWriteTimeUtc(output.Path, output.LastWriteTimeUtc);

        var second = _run.Run(options, files);

        Assert.All(second, r => Assert.Equal(SpectralResultStatus.Skipped, r.Status));
        Assert.Equal([Path.GetFileName(zip)], _run.Outputs());
    }

    private BatchOptions Packed => _run.Options with { CompressOutput = true };

    private string[] Files(int count) => [.. Enumerable.Range(0, count).Select(i => _run.Folder.Write($"s{i}.test", "ok"))];

    private string[] Zips() => Directory.GetFiles(_run.Out, "*.zip");

    private List<SpectralRunFile> Check() => [.. new SpectralRuns().Check(_run.Out, TestContext.Current.CancellationToken)];

    private static int CountOf(string zip)
    {
        using var archive = ZipFile.OpenRead(zip);
        return archive.Entries.Count;
    }
}
