using System.Text;
using System.Text.Json;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Runs;
using SpectralAnalyzer.Core.Tests.Batch;

namespace SpectralAnalyzer.Core.Tests.Runs;

public sealed class RunManifestTests : IDisposable
{
    private readonly BatchRun _run = new();
    private readonly SpectralRuns _runs = new();

    private string Manifest => Path.Combine(_run.Out, _runs.ManifestName);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Results_come_back_as_they_were_emitted_save_the_difference_spectrum()
    {
        var options = _run.Options with { SaveNormalizedCsv = true };
        var emitted = _run.Run(options, _run.Folder.Write("a.test", "ok"), _run.Folder.Write("b.test", "bad"),
            _run.Folder.Write("c.test", "series 3"), _run.Folder.Write("d.test", "far"));

        var read = _runs.ReadResults(_run.Out, null, Token).ToList();

        Assert.Equal(6, emitted.Count);
        Assert.Contains(emitted, r => r.Comparison is { Peaks.Count: > 0 });
        Assert.Equal(InOrder(emitted), InOrder(read));
    }

    [Fact]
    public void A_run_says_what_it_was_and_how_it_ended()
    {
        var sample = _run.Folder.Write("a.test", "ok");
        _run.Run(_run.Options with { Figure = new FigureOptions { Width = 5 } }, sample, _run.Folder.Write("b.test", "bad"));

        var run = Assert.Single(_runs.Read(Manifest, Token));

        Assert.Equal(SpectralRunEnding.Completed, run.Ending);
        Assert.Equal((_run.Folder["fresh.test"], FileStamps.Compute(_run.Folder["fresh.test"], Token).Sha256),
            (run.Baseline!.Path, run.Baseline.Sha256));
        Assert.Equal((5.0, GraphFormat.Svg), (run.Options!.Figure.Width, Assert.Single(run.Options.Formats)));
        Assert.Equal(Environment.MachineName, run.Machine);
        Assert.True(run.StartedUtc <= run.EndedUtc);
        Assert.Equal(
            (2, 1, 1, run.Id), (run.Statistics.Count, run.Statistics.Succeeded, run.Statistics.Failed, run.Statistics.RunId));
        Assert.Equal(1, run.Statistics.ErrorIds["OneColumn"]);
    }

    [Fact]
    public void Inputs_and_outputs_are_written_down_with_their_hashes()
    {
        var sample = _run.Folder.Write("a.test", "ok");
        var result = Assert.Single(_run.Run(_run.Options, sample));

        Assert.Equal(FileStamps.Compute(sample, Token), result.Input! with { ReadUtc = null });
        Assert.Equal(FileStamps.Compute(Path.Combine(_run.Out, "a_vs_fresh.svg"), Token), Assert.Single(result.Outputs));
    }

    [Fact]
    public void A_stopped_run_says_so()
    {
        var batch = _run.Start(_run.Options);
        batch.TryPost(new BatchInput(0, _run.Folder.Write("a.test", "wait")));
        _run.Format.Waiting.Wait(Token);
        batch.Dispose();

        Assert.Equal(SpectralRunEnding.Stopped, Assert.Single(_runs.Read(_run.Out, Token)).Ending);
    }

    [Fact]
    public void A_run_without_a_closing_line_has_the_statistics_of_its_results()
    {
        _run.Run(_run.Options, _run.Folder.Write("a.test", "ok"), _run.Folder.Write("b.test", "bad"));
        var lines = File.ReadAllLines(Manifest);
        File.WriteAllLines(Manifest, lines[..^1]);

        var run = Assert.Single(_runs.Read(_run.Out, Token));

        Assert.Equal((SpectralRunEnding.None, null), (run.Ending, run.EndedUtc));
        Assert.Equal((2, 1, 1), (run.Statistics.Count, run.Statistics.Succeeded, run.Statistics.Failed));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void A_torn_last_line_costs_that_line_alone(int bytesLost)
    {
        _run.Run(_run.Options, _run.Folder.Write("a.test", "ok"));
        using (var file = File.Open(Manifest, FileMode.Open))
            file.SetLength(file.Length - bytesLost);
        // its end is lost, but for the line's own end; with that gone alone the line is whole
        var first = bytesLost == 1 ? SpectralRunEnding.Completed : SpectralRunEnding.None;
        Assert.Equal([first], _runs.Read(_run.Out, Token).Select(r => r.Ending));

        _run.Run(_run.Options, _run.Folder.Write("b.test", "ok"));

        Assert.Equal([first, SpectralRunEnding.Completed], _runs.Read(_run.Out, Token).Select(r => r.Ending));
        Assert.Equal(["a.test", "b.test"], _runs.ReadResults(_run.Out, null, Token).Select(r => Path.GetFileName(r.Path)));
    }

    [Fact]
    public async Task Two_batches_at_once_write_whole_lines_and_know_their_own()
    {
        const int Each = 40;
        var files = Enumerable.Range(0, Each).Select(i => _run.Folder.Write($"s{i:D2}.test", "ok")).ToArray();
        using var other = new BatchRun();

        await Task.WhenAll(
            Task.Run(() => _run.Run(_run.Options with { Formats = [] }, files), Token),
            Task.Run(() => other.Run(_run.Options with { Formats = [] }, files), Token));

        Assert.All(File.ReadAllLines(Manifest), line => JsonDocument.Parse(line).Dispose());
        var runs = _runs.Read(_run.Out, Token);
        Assert.Equal(2, runs.Count);
        Assert.All(runs, run => Assert.Equal(Each, _runs.ReadResults(_run.Out, run.Id, Token).Count()));
    }

    [Fact]
    public void A_reader_that_holds_the_manifest_open_does_not_hold_up_a_batch()
    {
        _run.Run(_run.Options with { Formats = [], Detail = BatchDetail.Results }, _run.Folder.Write("a.test", "ok"));
        using var watcher = new FileStream(Manifest, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        _run.Run(_run.Options with { Formats = [], Detail = BatchDetail.Results }, _run.Folder.Write("b.test", "ok"));

        Assert.Empty(_run.Messages);
        Assert.Equal(2, _runs.ReadResults(_run.Out, null, Token).Count());
    }

    [Fact]
    public void The_difference_spectrum_is_not_written_and_the_layout_of_many_spectra_only_once()
    {
        _run.Run(_run.Options with { Formats = [] }, _run.Folder.Write("a.test", "series 200"));

        var longest = File.ReadLines(Manifest).Max(line => line.Length);

        Assert.InRange(longest, 500, 6000);
    }

    [Fact]
    public void No_secret_of_the_options_is_written()
    {
        var named = typeof(BatchOptions).GetProperties().Select(p => p.Name)
            .Where(n => new[] { "key", "token", "secret", "password", "credential" }.Any(
                w => n.Contains(w, StringComparison.OrdinalIgnoreCase)));
        _run.Run(_run.Options with { Formats = [] }, _run.Folder.Write("a.test", "ok"));
        using var head = JsonDocument.Parse(File.ReadLines(Manifest).First());
        var written = head.RootElement.GetProperty("start").GetProperty("options").EnumerateObject().Select(p => p.Name).ToList();

        Assert.Contains("maxRetries", written);
        Assert.DoesNotContain(written, name => named.Contains(name, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_line_states_every_property_that_the_framework_finds_by_itself()
    {
        var options = _run.Options with
        {
            Formats = [GraphFormat.Png],
            Reading = new() { XUnit = AxisUnit.Nanometer },
            LogPath = _run.Folder["log.json"],
            Comparison = new() { Regions = [new(400, 500)] },
        };
        var result = Assert.Single(_run.Run(_run.Options, _run.Folder.Write("a.test", "ok")));

        Assert.Equal(Found(options), Written(ManifestJson.ToElement(options)));
        Assert.Equal(Found(result), Written(ManifestJson.ToElement(result)));
        Assert.Equal(Found(result.Comparison!), Written(ManifestJson.ToElement(result.Comparison!)));

        static IEnumerable<string> Written(JsonElement element) => element.EnumerateObject().Select(p => p.Name).Order();

        // without spectra, which are left out, and without what a result omits where there is no method
        static IEnumerable<string> Found<T>(T value) => typeof(T).GetProperties()
            .Where(p => p is { CanRead: true, SetMethod.IsPublic: true }
                && p.GetValue(value) is not (null or Spectrum or IEnumerable<Spectrum>)
                && !(value is SpectralResult && p.Name is "Verdict" or "Bands" or "Limits"))
            .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order();
    }

    [Fact]
    public void Without_a_manifest_nothing_is_written_and_nothing_hashed()
    {
        var result =
            Assert.Single(_run.Run(_run.Options with { Formats = [], WriteManifest = false }, _run.Folder.Write("a.test", "ok")));

        Assert.False(Directory.Exists(_run.Out));
        Assert.Null(result.Input);
    }

    [Fact]
    public void A_manifest_that_cannot_be_written_is_refused_before_anything_is_made()
    {
        Directory.CreateDirectory(Manifest);

        var error = Assert.Throws<SpectralException>(() => _run.Start(_run.Options)).Error;

        Assert.Equal("OutputManifestUnusable", error.Id);
        Assert.Empty(Directory.EnumerateDirectories(_run.Out, ".spectral-tmp-*"));
    }

    [Theory]
    [InlineData("nowhere", "RunManifestNotFound")]
    [InlineData("fresh.test", "RunManifestInvalid")]
    public void What_is_no_manifest_is_refused(string name, string id) =>
        Assert.Equal(id, Assert.Throws<SpectralException>(() => _runs.Read(_run.Folder[name], Token)).Error.Id);

    [Fact]
    public void Products_are_told_from_inputs()
    {
        var sample = _run.Folder.Write("a.test", "ok");
        // the outputs go beside the inputs
        _run.Run(_run.Options with { OutputDirectory = _run.Folder.Path, SaveNormalizedCsv = true }, sample);

        var isProduct = _runs.CreateOutputFilter();

        Assert.Equal(
            ["a_vs_fresh.csv", "a_vs_fresh.svg", ManifestFile.Name],
            _run.Folder.Files().Where(f => isProduct(_run.Folder[f])).Order(StringComparer.Ordinal));
        _run.Run(_run.Options with { OutputDirectory = _run.Folder.Path }, sample);
        Assert.True(isProduct(_run.Folder["a_vs_fresh_1.svg"]));
    }

    private static IEnumerable<string> InOrder(IEnumerable<SpectralResult> results) =>
        results.OrderBy(r => r.Index).ThenBy(r => r.SeriesIndex).Select(Comparable);

    // records compare lists by reference: their text is compared
    private static string Comparable(SpectralResult result) => Encoding.UTF8.GetString(ManifestJson.Write(new ResultLine
    {
        Run = "",
        Result = result,
    }));
}
