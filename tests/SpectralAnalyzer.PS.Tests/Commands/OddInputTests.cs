using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>Names, paths and folders as they come, all the way from the cmdlet to the graph.</summary>
public sealed class OddInputTests : IDisposable
{
    private const string Small = "-Width 4 -Height 3 -Dpi 50";

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Paths_that_other_programs_on_Windows_cannot_open_get_one_warning(bool areLimited, int warnings)
    {
        const string limited = "SpectralAnalyzer.LimitedPaths";
        using var spectra = new SpectraFolder();
        using var shell = new ModuleRunspace();
        var name = System.IO.Path.Combine(new string('a', 150), new string('b', 150));
        spectra.Write(System.IO.Path.Combine(name, "1.csv"), 0.1);
        spectra.Write(System.IO.Path.Combine(name, "2.csv"), 0.2);
        AppContext.SetSwitch(limited, areLimited);
        try
        {
            var outcome = shell.Run(
                "Invoke-SpectralBatch $in -Baseline $baseline -OutputDirectory $out -Format Svg",
                ("in", spectra[name]), ("baseline", spectra.Baseline), ("out", spectra[name + "/graphs"])).WithoutErrors();
            Assert.Equal(2, outcome.Output.Count);
            var told = outcome.Warnings.Where(w => w.Contains("programs on Windows open at most 259", StringComparison.Ordinal));
            Assert.Equal(warnings, told.Count());
        }
        finally
        {
            AppContext.SetSwitch(limited, OperatingSystem.IsWindows());
        }
    }

    [Fact]
    public void Odd_names_are_taken_as_they_are_and_their_graphs_have_names_that_every_system_allows()
    {
        string[] names =
        [
            "a[1].csv", "a[b-c]*.csv", "what?.csv", "trailing dot..csv", "CON.csv", "aux.csv", "com1.csv", "-Path.csv",
            "$(exit).csv", "`tick`.csv",
            "quote'.csv", "double\".csv", "semi;colon&.csv", "back\\slash.csv", "new\nline.csv", "tab\t.csv", "Größe µ.csv",
            "スペクトル.csv",
            "e\u0301.csv", "😀.csv", "  spaces  .csv", "100%.csv", "{sample}.csv", "#1~.csv", new string('x', 200) + ".csv",
        ];
        if (OperatingSystem.IsWindows())
            names = [.. names.Where(n => n.IndexOfAny(Path.GetInvalidFileNameChars()) < 0
                && !n.StartsWith("CON", StringComparison.Ordinal) && n is not ("aux.csv" or "com1.csv"))];
        foreach (var name in names)
            _spectra.Write("in/" + name, 0.1);
        var results = _shell.Run($"Invoke-SpectralBatch -Path '{_spectra["in"]}' {Common}").WithoutErrors().As<SpectralResult>();
        Assert.Equal(
            names.Order(StringComparer.Ordinal), results.Select(r => Path.GetFileName(r.Path)).Order(StringComparer.Ordinal));
        Assert.All(results, r => Assert.Equal(SpectralResultStatus.Succeeded, r.Status));
        var graphs = results.SelectMany(r => r.OutputPath).ToList();
        Assert.Equal(names.Length, graphs.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(graphs, g => Assert.True(File.Exists(g)));
        Assert.All(graphs.Select(Path.GetFileName),
            g => Assert.Matches("^(?!(CON|AUX|COM1)(\\.|$))[^\\x00-\\x1f<>:\"/\\\\|?*]+[^. ]$", g!));
    }

    [Fact]
    public void A_path_of_300_characters_is_read_and_written()
    {
        var deep = string.Join('/', Enumerable.Repeat(new string('d', 60), 5));
        var file = _spectra.Write($"in/{deep}/a.csv", 0.1);
        Assert.True(file.Length > 300);
        var result = _shell.Run(
            $"Invoke-SpectralBatch -LiteralPath '{file}' -Baseline '{_spectra.Baseline}' -OutputDirectory "
            + $"'{_spectra["out/" + deep]}' {Small}")
            .WithoutErrors().Single<SpectralResult>();
        Assert.True(File.Exists(Assert.Single(result.OutputPath)));
    }

    [Fact]
    public void Two_files_of_one_name_in_two_folders_get_two_graphs_whatever_the_conflict_resolution()
    {
        _spectra.Write("in/a/oil.csv", 0.1);
        _spectra.Write("in/b/oil.csv", 0.2);
        foreach (var resolution in Enum.GetNames<ConflictResolution>())
        {
            var folder = _spectra["out-" + resolution];
            var outcome = _shell.Run(
                $"Invoke-SpectralBatch -Path '{_spectra["in"]}' -Recurse -Baseline '{_spectra.Baseline}' -OutputDirectory "
                + $"'{folder}' -ConflictResolution {resolution} {Small}");
            var results = outcome.As<SpectralResult>();
            Assert.Equal(2, results.Count);
            // Fail is to fail, and to leave the first as it is
            var expected = resolution == nameof(ConflictResolution.Fail) ? 1 : 2;
            Assert.Equal(expected, results.Count(r => r.Status == SpectralResultStatus.Succeeded));
            Assert.Equal(expected, Directory.EnumerateFiles(folder, "*.png").Count());
        }
    }

    [Fact]
    public void A_folder_that_links_to_itself_does_not_lead_in_circles()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right of their own on Windows.");
        var file = _spectra.Write("in/deep/a.csv", 0.1);
        Directory.CreateSymbolicLink(_spectra["in/deep/loop"], _spectra["in"]);
        File.CreateSymbolicLink(_spectra["in/dead.csv"], _spectra["nowhere.csv"]);
        var outcome = _shell.Run($"Invoke-SpectralBatch -Path '{_spectra["in"]}' -Recurse {Common}");
        var results = outcome.As<SpectralResult>();
        Assert.Equal(file, Assert.Single(results, r => r.Status == SpectralResultStatus.Succeeded).Path);
        Assert.Equal("FileNotFound", Assert.Single(results, r => r.Status == SpectralResultStatus.Failed).Error!.Id);
    }

    [Fact]
    public void Products_are_never_taken_as_input_where_the_output_folder_lies_in_the_input_folder()
    {
        _spectra.Write("in/a.csv", 0.1);
        _spectra.Write("in/deep/b.csv", 0.1);
        var inside = _spectra["in/out"];
        string[] ways =
        [
            $"Invoke-SpectralBatch -Path '{_spectra["in"]}' -Recurse",
            $"Invoke-SpectralBatch -Path '{_spectra["in/*.csv"]}','{_spectra["in/*/*.csv"]}'",
            $"$ExecutionContext.InvokeProvider.ChildItem.Get('{_spectra["in"]}', $true) | Where-Object Extension -eq "
            + $".csv | Invoke-SpectralBatch",
        ];
        foreach (var way in ways)
        {
            var results = _shell.Run(
                $"{way} -SaveNormalizedCsv -Baseline '{_spectra.Baseline}' -OutputDirectory '{inside}' {Small}")
                .WithoutErrors().As<SpectralResult>();
            Assert.Equal(["a.csv", "b.csv"], results.Select(r => Path.GetFileName(r.Path)).Order(StringComparer.Ordinal));
        }

        Assert.Equal(2 * ways.Length, Directory.EnumerateFiles(inside, "*.csv").Count());
    }

    [Fact]
    public void Two_processes_into_one_folder_overwrite_nothing_of_each_other()
    {
        const int Count = 40;
        for (var i = 0; i < Count; i++)
            _spectra.Write($"in/{i:D3}.csv", 0.1);
        // with the same options, they would make one set
        using var one = ShellProcess.Start("-Command", Batch("-PeakLabels 1"));
        using var two = ShellProcess.Start("-Command", Batch("-PeakLabels 2"));
        string[] lines = [.. new[] { one.Finish(), two.Finish() }.SelectMany(
            f => f.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        Assert.Equal(2 * Count, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("Succeeded ", line, StringComparison.Ordinal));
        Assert.Equal(2 * Count, lines.Distinct(StringComparer.Ordinal).Count());
        Assert.All(lines, line => Assert.True(File.Exists(line["Succeeded ".Length..])));
        Assert.Equal(2 * Count, _spectra.Outputs().Count(o => o.EndsWith(".png", StringComparison.Ordinal)));

        string Batch(string option) => $"Invoke-SpectralBatch -Path '{_spectra["in"]}' {Common} {option} | ForEach-Object {{ "
            + $"\"$($_.Status) $($_.OutputPath)\" }}";
    }

    private string Common => $"-Baseline '{_spectra.Baseline}' -OutputDirectory '{_spectra.Out}' {Small}";
}
