using SpectralAnalyzer.Core.Runs;
using SpectralAnalyzer.Core.Tests.Batch;

namespace SpectralAnalyzer.Core.Tests.Runs;

public sealed class RunCheckTests : IDisposable
{
    private readonly BatchRun _run = new();
    private readonly SpectralRuns _runs = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void What_changed_what_is_missing_and_what_is_foreign_is_told()
    {
        var files = new[] { "a", "b", "c", "d" }.Select(n => _run.Folder.Write(n + ".test", "ok")).ToArray();
        _run.Run(_run.Options, files);
        Assert.All(Check(), f => Assert.Equal(SpectralRunFileState.Intact, f.State));

        File.AppendAllText(files[0], " ");
        File.Delete(files[1]);
        File.AppendAllText(Path.Combine(_run.Out, "c_vs_fresh.svg"), " ");
        File.Delete(Path.Combine(_run.Out, "d_vs_fresh.svg"));
        File.WriteAllText(Path.Combine(_run.Out, "notes.txt"), "mine");
        File.WriteAllText(_run.Folder["fresh.test"], "OK");

        Assert.Equal(
            [
                "Changed Baseline: fresh.test", "Changed Input: a.test", "Missing Input: b.test",
                "Changed Output: c_vs_fresh.svg", "Missing Output: d_vs_fresh.svg", "Foreign Other: notes.txt",
            ],
            Check().Where(f => !f.IsIntact).Select(f => f.ToString()));
    }

    [Fact]
    public void The_last_run_that_made_a_file_counts()
    {
        var sample = _run.Folder.Write("a.test", "ok");
        _run.Run(_run.Options, sample);
        File.WriteAllText(sample, "ok   ");
        _run.Run(_run.Options with
        {
            ConflictResolution = ConflictResolution.Overwrite,
            Figure = new FigureOptions { Width = 7 },
        }, sample);

        Assert.All(Check(), f => Assert.Equal(SpectralRunFileState.Intact, f.State));
    }

    [Fact]
    public void A_folder_that_was_moved_is_checked_where_it_is()
    {
        _run.Run(_run.Options, _run.Folder.Write("a.test", "ok"));
        var moved = _run.Folder["moved"];
        Directory.Move(_run.Out, moved);

        var output = _runs.Check(moved, TestContext.Current.CancellationToken).Single(f => f.Role == SpectralRunFileRole.Output);

        Assert.Equal((Path.Combine(moved, "a_vs_fresh.svg"), SpectralRunFileState.Intact), (output.Path, output.State));
    }

    [Fact]
    public void An_output_whose_run_was_killed_before_it_said_so_is_unfinished()
    {
        _run.Run(_run.Options, _run.Folder.Write("a.test", "ok"));
        var manifest = Path.Combine(_run.Out, _runs.ManifestName);
        File.WriteAllLines(manifest, File.ReadAllLines(manifest)[..2]);

        Assert.Equal(["Unfinished Output: a_vs_fresh.svg"], Check().Where(
            f => f.Role is not (SpectralRunFileRole.Manifest or SpectralRunFileRole.Baseline)).Select(f => f.ToString()));
    }

    [Fact]
    public void A_torn_line_is_told_with_its_number()
    {
        _run.Run(_run.Options, _run.Folder.Write("a.test", "ok"));
        var manifest = Path.Combine(_run.Out, _runs.ManifestName);
        var lines = File.ReadAllLines(manifest);
        lines[1] = lines[1][..40];
        File.WriteAllLines(manifest, lines);

        var found = Check()[0];

        Assert.Equal((SpectralRunFileRole.Manifest, SpectralRunFileState.Torn), (found.Role, found.State));
        Assert.Contains("line 2", found.Detail, StringComparison.Ordinal);
    }

    private List<SpectralRunFile> Check() => [.. _runs.Check(_run.Out, TestContext.Current.CancellationToken)];
}
