using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Tests.Hosting;
using Engine = System.Management.Automation.PowerShell;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

public sealed class WatchSpectralFolderTests : IDisposable
{
    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public WatchSpectralFolderTests() => Directory.CreateDirectory(_spectra["in"]);

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Fact]
    public void Files_are_compared_as_they_arrive_and_none_twice_after_a_restart()
    {
        _spectra.Write("in/a.csv", 0.1);
        var first = Watch("-Count 2", output => WhenThere(output, 1, () => _spectra.Write("in/b.csv", 0.2)));
        Assert.Equal(["a.csv", "b.csv"], Names(first));
        _spectra.Write("in/c.csv", 0.3);
        Assert.Equal(["c.csv"], Names(Watch("-Count 1")));
        Assert.Equal(["a_vs_fresh.png", "b_vs_fresh.png", "c_vs_fresh.png"],
            _spectra.Outputs().Where(o => o.EndsWith(".png", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_that_is_measured_again_replaces_its_graph_where_the_user_says_so()
    {
        _spectra.Write("in/a.csv", 0.1);
        var results = Watch(
            "-Count 2 -ConflictResolution Overwrite", output => WhenThere(output, 1, () => _spectra.Write("in/a.csv", 0.25)));
        Assert.Equal(["a.csv", "a.csv"], Names(results));
        Assert.NotEqual(results[0].Input!.Sha256, results[1].Input!.Sha256);
        Assert.Equal(["a_vs_fresh.png"], _spectra.Outputs().Where(o => o.EndsWith(".png", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_ends_when_its_time_is_over_and_leaves_nothing_behind()
    {
        _spectra.Write("in/a.csv", 0.1);
        Assert.Equal(["a.csv"], Names(Watch("-Timeout 8")));
        Assert.DoesNotContain(_spectra.Outputs(), o => o.StartsWith(".spectral-tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void No_more_files_are_begun_than_are_asked_for()
    {
        for (var i = 0; i < 30; i++)
            _spectra.Write($"in/{i:D2}.csv", 0.1);
        Assert.Equal(["00.csv", "01.csv", "02.csv"], Names(Watch("-Count 3")).Order(StringComparer.Ordinal));
        Assert.Equal(3, _spectra.Outputs().Count(o => o.EndsWith(".png", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_stop_ends_it_at_once()
    {
        using var engine = Engine.Create(_shell.Runspace);
        engine.AddScript(Script(""));
        var output = new PSDataCollection<PSObject>();
        using var first = new ManualResetEventSlim();
        output.DataAdded += (_, _) => first.Set();
        var running = engine.BeginInvoke<PSObject, PSObject>(null, output);
        _spectra.Write("in/a.csv", 0.1);
        first.Wait(TestContext.Current.CancellationToken);
        engine.Stop();
        Assert.Throws<PipelineStoppedException>(() => engine.EndInvoke(running));
        Assert.DoesNotContain(_spectra.Outputs(), o => o.StartsWith(".spectral-tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void The_folder_it_writes_to_may_be_the_one_it_watches()
    {
        _spectra.Write("in/a.csv", 0.1);
        var results = Watch($"-SaveNormalizedCsv -OutputDirectory '{_spectra["in"]}' -Timeout 8", outputDirectory: false);
        Assert.Equal(["a.csv"], Names(results));
    }

    [Fact]
    public void A_method_judges_the_files_that_arrive()
    {
        var method = _spectra.WriteText("oil.method.yaml", "name: Oil\nprepare: [{ crop: [3200, 1600] }]\n"
            + "bands: { carbonyl: { height: 1720 } }\nlimits: { carbonyl: { max: 0.2 } }\n");
        _spectra.Write("in/a.csv", 0.1);

        var results = Watch(
            $"-Count 2 -Method '{method}'", output => WhenThere(output, 1, () => _spectra.Write("in/b.csv", 0.3)));

        Assert.Equal(
            [("a.csv", SpectralVerdict.Pass), ("b.csv", SpectralVerdict.Fail)],
            results.Select(r => (Path.GetFileName(r.Path), r.Verdict)));
    }

    [Fact]
    public void A_baseline_that_lies_in_the_folder_is_no_sample() =>
        Assert.Empty(Watch($"-Timeout 2 -Path '{_spectra.Path}'", path: false));

    [Fact]
    public void What_is_no_folder_is_refused()
    {
        _spectra.Write("a.csv", 0.1);
        var outcome = _shell.Run(Script("").Replace($"'{_spectra["in"]}'", $"'{_spectra["a.csv"]}'", StringComparison.Ordinal));
        Assert.Equal("FolderNotFound", Assert.Single(outcome.Errors).FullyQualifiedErrorId.Split(',')[0]);
    }

    private List<SpectralResult> Watch(
        string parameters, Action<PSDataCollection<PSObject>>? prepare = null, bool outputDirectory = true, bool path = true)
    {
        using var engine = Engine.Create(_shell.Runspace);
        var script = Script(parameters, outputDirectory);
        engine.AddScript(path ? script : script.Replace($" -Path '{_spectra["in"]}'", "", StringComparison.Ordinal));
        var output = new PSDataCollection<PSObject>();
        prepare?.Invoke(output);
        engine.Invoke(null, output);
        Assert.Empty(engine.Streams.Error);
        return [.. output.Select(o => (SpectralResult)o.BaseObject)];
    }

    private static void WhenThere(PSDataCollection<PSObject> output, int count, Action then) => output.DataAdded += (_, _) =>
    {
        if (output.Count == count)
            then();
    };

    private static IEnumerable<string> Names(IEnumerable<SpectralResult> results) =>
        results.Select(r => Path.GetFileName(r.Path));

    private string Script(string parameters, bool outputDirectory = true) =>
        $"Watch-SpectralFolder -Path '{_spectra["in"]}' -Filter *.csv -Baseline '{_spectra.Baseline}' -SettleTime 0 -Width 4 "
        + $"-Height 3 -Dpi 50 {parameters}"
        + (outputDirectory ? $" -OutputDirectory '{_spectra.Out}'" : "");
}
