using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Runs;
using SpectralAnalyzer.Core.Tests.Batch;

namespace SpectralAnalyzer.Core.Tests.Runs;

/// <summary>What becomes of outputs and of the manifest between incremental runs.</summary>
public sealed class IncrementalOutputTests : IDisposable
{
    private readonly BatchRun _run = new();
    private readonly SpectralRuns _runs = new();

    private BatchOptions Options => _run.Options with { Incremental = true };

    private string Manifest => Path.Combine(_run.Out, _runs.ManifestName);

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_lost_graph_is_made_again_under_its_name()
    {
        var options = Options with { Formats = [GraphFormat.Svg, GraphFormat.Pdf] };
        var sample = _run.WriteSettled("a.test", "ok");
        _run.Run(options, sample);
        File.Delete(Path.Combine(_run.Out, "a_vs_fresh.svg"));

        Assert.Equal(SpectralResultStatus.Succeeded, Assert.Single(_run.Run(options, sample)).Status);

        Assert.Equal(["a_vs_fresh.pdf", "a_vs_fresh.svg"], _run.Outputs());
        Assert.Equal(SpectralResultStatus.Skipped, Assert.Single(_run.Run(options, sample)).Status);
    }

    [Fact]
    public void A_graph_that_was_edited_is_not_touched_and_another_is_made()
    {
        var sample = _run.WriteSettled("a.test", "ok");
        _run.Run(Options, sample);
        var graph = Path.Combine(_run.Out, "a_vs_fresh.svg");
        File.WriteAllText(graph, "edited by hand");

        Assert.Equal(SpectralResultStatus.Succeeded, Assert.Single(_run.Run(Options, sample)).Status);

        Assert.Equal("edited by hand", File.ReadAllText(graph));
        Assert.Equal(["a_vs_fresh.svg", "a_vs_fresh_1.svg"], _run.Outputs());
    }

    [Fact]
    public void A_run_that_was_killed_while_it_saved_is_gone_on_with_under_the_same_names()
    {
        var files = Enumerable.Range(0, 3).Select(i => _run.WriteSettled($"sub{i}/s.test", "ok " + i)).ToArray();
        _run.Run(Options, files);
        var undisturbed = Snapshot();
        // as after a kill between the second file's name and its line: its graph is there, and nothing says what it is
        File.WriteAllLines(Manifest, File.ReadAllLines(Manifest).Where(
            line => line.StartsWith("{\"kind\":\"run\"", StringComparison.Ordinal)
                || (line.StartsWith("{\"kind\":\"saving\"", StringComparison.Ordinal)
                    && !line.Contains(files[2], StringComparison.Ordinal))
                || (line.StartsWith("{\"kind\":\"result\"", StringComparison.Ordinal)
                    && line.Contains(files[0], StringComparison.Ordinal))));
        File.Delete(Path.Combine(_run.Out, "s_vs_fresh_2.svg"));

        var results = _run.Run(Options, files).OrderBy(r => r.Index).Select(r => r.Status);

        Assert.Equal([SpectralResultStatus.Skipped, SpectralResultStatus.Succeeded, SpectralResultStatus.Succeeded], results);
        Assert.Equal(undisturbed, Snapshot());
    }

    [Fact]
    public void A_file_of_several_spectra_is_gone_on_with_where_it_stood()
    {
        var sample = _run.WriteSettled("a.test", "series 5");
        _run.Run(Options, sample);
        var undisturbed = Snapshot();
        File.WriteAllLines(Manifest, File.ReadAllLines(Manifest).Where(
            line => !(line.StartsWith("{\"kind\":\"result\"", StringComparison.Ordinal)
                && line.Contains("\"seriesIndex\":3", StringComparison.Ordinal))));

        var results = _run.Run(Options, sample);

        Assert.Equal(
            ["s1", "s2", "s3", "s5"], results.Where(r => r.Status == SpectralResultStatus.Skipped).Select(r => r.Series));
        Assert.Equal("s4", Assert.Single(results, r => r.Status == SpectralResultStatus.Succeeded).Series);
        Assert.Equal(undisturbed, Snapshot());
    }

    [Fact]
    public void A_new_input_of_the_same_name_never_takes_the_graph_of_another()
    {
        var first = _run.WriteSettled("b/s.test", "ok 1");
        var options = Options with { ConflictResolution = ConflictResolution.Overwrite };
        var graph = Assert.Single(Assert.Single(_run.Run(options, first)).Outputs);

        // it comes first now, and asks for the same name
        var results = _run.Run(options, _run.WriteSettled("a/s.test", "ok 22"), first);

        Assert.Equal(["s_vs_fresh.svg", "s_vs_fresh_1.svg"], _run.Outputs());
        Assert.Equal(SpectralResultStatus.Skipped, results.Single(r => r.Path == first).Status);
        Assert.Equal(graph.Sha256, FileStamps.Compute(graph.Path, TestContext.Current.CancellationToken).Sha256);
    }

    [Fact]
    public void Packed_graphs_are_skipped_until_their_zip_is_gone()
    {
        var options = Options with { CompressOutput = true };
        var sample = _run.WriteSettled("a.test", "ok");
        var archive = Assert.Single(_run.Run(options, sample)).ArchivePath!;
        Assert.Equal([Path.GetFileName(archive)], _run.Outputs());

        Assert.Equal(SpectralResultStatus.Skipped, Assert.Single(_run.Run(options, sample)).Status);
        File.Delete(archive);

        Assert.Equal(SpectralResultStatus.Succeeded, Assert.Single(_run.Run(options, sample)).Status);
    }

    [Fact]
    public void Without_graphs_the_figures_alone_are_kept()
    {
        var options = Options with { Formats = [] };
        var sample = _run.WriteSettled("a.test", "ok");
        _run.Run(options, sample);
        var result = Assert.Single(_run.Run(options, sample));
        Assert.Equal(SpectralResultStatus.Skipped, result.Status);
        Assert.NotNull(result.Comparison);
    }

    // names and contents of the outputs
    [Fact]
    public void A_run_that_lets_outputs_stay_between_two_incremental_runs_changes_nothing()
    {
        var files = Enumerable.Range(0, 3).Select(i => _run.WriteSettled($"s{i}.test", "ok")).ToArray();
        _run.Run(Options, files);
        _run.Run(_run.Options with { ConflictResolution = ConflictResolution.Skip }, files);
        _run.Run(Options with { ConflictResolution = ConflictResolution.Skip }, files);

        var third = _run.Run(Options, files);

        Assert.All(third, r => Assert.Equal(SpectralResultStatus.Skipped, r.Status));
        Assert.Equal(["s0_vs_fresh.svg", "s1_vs_fresh.svg", "s2_vs_fresh.svg"], _run.Outputs());
    }

    [Theory]
    [InlineData("\"length\":-1")]
    [InlineData("\"length\":2147483647")]
    [InlineData("\"at\":-5")]
    public void A_manifest_with_impossible_references_is_read_without_them(string wrong)
    {
        var sample = _run.WriteSettled("a.test", "ok");
        _run.Run(Options, sample);
        _run.Run(Options, sample);
        var name = wrong[..wrong.IndexOf(':', StringComparison.Ordinal)];
        var lines = File.ReadAllLines(Manifest).Select(line => line.Contains("\"kind\":\"kept\"", StringComparison.Ordinal)
            ? System.Text.RegularExpressions.Regex.Replace(line, name + ":[0-9]+", wrong)
            : line);
        File.WriteAllLines(Manifest, [.. lines]);

        Assert.Single(_runs.ReadResults(_run.Out, null, TestContext.Current.CancellationToken));
        Assert.Equal(2, _runs.Read(_run.Out, TestContext.Current.CancellationToken).Count);
        Assert.Equal(SpectralResultStatus.Skipped, Assert.Single(_run.Run(Options, sample)).Status);
    }

    public static TheoryData<string, string, bool> Disguises => new()
    {
        { ManifestFile.Name, "link", false },
        { ManifestFile.Name, "link", true },
        { ManifestFile.Name, "pipe", false },
        { ManifestFile.Name, "pipe", true },
    };

    [Theory]
    [MemberData(nameof(Disguises))]
    public void A_manifest_that_is_a_link_or_a_pipe_is_refused(string name, string disguise, bool incremental)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in its folders, and links need a right.");
        var other = _run.Folder.Write("other.txt", "of somebody else\n");
        Directory.CreateDirectory(_run.Out);
        var path = Path.Combine(_run.Out, name);
        if (disguise == "link")
            File.CreateSymbolicLink(path, other);
        else
            System.Diagnostics.Process.Start("mkfifo", path).WaitForExit();

        var refused = Assert.Throws<SpectralException>(() => _run.Start(_run.Options with { Incremental = incremental }));

        Assert.Equal(SpectralErrorIds.OutputManifestUnusable, refused.Error.Id);
        Assert.Contains(name, refused.Error.Message, StringComparison.Ordinal);
        Assert.Equal("of somebody else\n", File.ReadAllText(other));
    }

    [Theory]
    [InlineData("link")]
    [InlineData("pipe")]
    [InlineData("text")]
    public void A_claim_that_is_none_is_left_alone(string disguise)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in its folders, and links need a right.");
        var other = _run.Folder.Write("other.txt", "of somebody else\n");
        Directory.CreateDirectory(_run.Out);
        var path = Path.Combine(_run.Out, ".spectral-run.1.claim");
        if (disguise == "link")
            File.CreateSymbolicLink(path, other);
        else if (disguise == "pipe")
            System.Diagnostics.Process.Start("mkfifo", path).WaitForExit();
        else
            File.Copy(other, path);

        _run.Run(_run.Options, _run.WriteSettled("a.test", "ok"));

        Assert.True(File.Exists(Path.Combine(_run.Out, "spectral-run.2.jsonl")));
        Assert.Single(_runs.ReadResults(_run.Out, null, TestContext.Current.CancellationToken));
        Assert.Equal("of somebody else\n", File.ReadAllText(other));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void Two_batches_over_the_same_files_at_once_make_each_output_once()
    {
        var files = Enumerable.Range(0, 24).Select(i => _run.WriteSettled($"s{i:D2}.test", "ok")).ToArray();
        using var other = new BatchRun();
        var options = Options;

        Parallel.Invoke(() => _run.Run(options, files), () => other.Run(options, [.. files.Reverse()]));

        Assert.Equal(files.Select(f => Path.GetFileNameWithoutExtension(f) + "_vs_fresh.svg"), _run.Outputs());
        Assert.All(_run.Run(options, files), r => Assert.Equal(SpectralResultStatus.Skipped, r.Status));
    }

    private string[] Snapshot() => [.. _run.Outputs().Select(
        name => $"{name} {FileStamps.Compute(Path.Combine(_run.Out, name), TestContext.Current.CancellationToken).Sha256}")];
}
