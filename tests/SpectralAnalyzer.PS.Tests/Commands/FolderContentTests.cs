using System.Diagnostics;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>A folder gives the files that are spectra by their content, and says what it left out.</summary>
public sealed class FolderContentTests : IDisposable
{
    private const string Escape = "\u001b";

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Fact]
    public void A_spectrum_is_taken_whatever_it_is_called()
    {
        string[] names =
            ["plain.csv", "noextension", "table.ascii", "leaf.0000", "scan.sig", "pattern.uxd", "late.ras", "lab.backup"];
        foreach (var name in names)
            _spectra.Write("in/" + name, 0.1);
        // what decides stands behind a long header
        var header = string.Concat(Enumerable.Range(0, 900).Select(i => $"*MEAS_COND_{i} \"of the instrument\"\n"));
        _spectra.WriteText("in/late.ras", header + Rows(400));
        var y = string.Join(' ', Enumerable.Range(1, 3000).Select(i => i % 17));
        _spectra.WriteText("in/wide.grid", string.Join(' ', Enumerable.Range(400, 3000)) + "\n" + y + "\n");
        _spectra.WriteText("in/linked.peaks", "##TITLE=a\n##JCAMP-DX=4.24\n##DATA TYPE=INFRARED SPECTRUM\n"
            + "##XUNITS=1/CM\n##YUNITS=ABSORBANCE\n##FIRSTX=400\n##LASTX=402\n"
            + "##NPOINTS=3\n##XFACTOR=1\n##YFACTOR=1\n##XYDATA=(X++(Y..Y))\n400 1 2 3\n##END=\n");

        var reports = _shell.Run($"Test-SpectralFile '{_spectra["in"]}'").WithoutErrors();

        Assert.Equal(
            [.. names.Concat(["linked.peaks", "wide.grid"]).Order(StringComparer.Ordinal)],
            reports.As<SpectralFileReport>().Select(r => Path.GetFileName(r.Path)).Order(StringComparer.Ordinal));
        Assert.All(reports.As<SpectralFileReport>(), r => Assert.True(r.IsValid, $"{r.Path}: {string.Join(' ', r.Issues)}"));
        Assert.Empty(reports.Warnings);
    }

    [Fact]
    public void What_is_left_out_is_counted_by_reason_in_one_warning()
    {
        _spectra.Write("in/a.csv", 0.1);
        _spectra.Write("in/below/b.xy2", 0.1);
        foreach (var name in (string[])["notes.md", "readme", "below/script.py", "below/more.html"])
            _spectra.WriteText("in/" + name, "These are 3 words, of 2024.\nNothing else.\n");
        _spectra.WriteText("in/nothing.bin", "");
        File.WriteAllBytes(_spectra["in/picture.png"], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]);
        // a damaged file of a usual name is no file to be passed over
        _spectra.WriteText("in/empty.csv", "");

        var outcome = _shell.Run($"Test-SpectralFile '{_spectra["in"]}' -Recurse");

        var taken = outcome.As<SpectralFileReport>().Select(r => Path.GetFileName(r.Path)).Order(StringComparer.Ordinal);
        Assert.Equal(["a.csv", "b.xy2", "empty.csv"], taken);
        var warning = Assert.Single(outcome.Warnings);
        Assert.StartsWith("6 files in ", warning, StringComparison.Ordinal);
        Assert.Contains("4 without rows of numbers", warning, StringComparison.Ordinal);
        Assert.Contains("1 empty (nothing.bin)", warning, StringComparison.Ordinal);
        Assert.Contains("PNG picture", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_characters_in_names_are_shown_as_marks()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        var bad = $"bad{Escape}]0;owned\a{Escape}[2J\u202Ecsv.csv";
        _spectra.Write($"in/good{Escape}[31m.csv", 0.1);
        _spectra.WriteText("in/" + bad, "nothing\n");
        _spectra.WriteText($"in/left{Escape}[5m.md", "nothing\n");

        var folder = _spectra["in"];
        var batch = $"Invoke-SpectralBatch '{folder}' -Baseline '{_spectra.Baseline}' -OutputDirectory '{_spectra.Out}' -NoGraph";
        var outcome = _shell.Run(
            $"$VerbosePreference = 'Continue'; $ErrorView = 'NormalView'; {batch}; Import-SpectralFile '{folder}'; "
            + $"{batch} | Out-String -Width 200; Test-SpectralFile '{folder}' | Format-List | Out-String -Width 200; "
            + $"Get-ChildItem '{folder}' | Test-SpectralFile | Out-String");

        IEnumerable<string> shown =
        [
            .. outcome.Warnings, .. outcome.Verbose, .. outcome.Debug, .. outcome.Information,
            .. outcome.Errors.Select(e => e.ErrorDetails.Message + e.ErrorDetails.RecommendedAction),
            .. outcome.Progress.Select(p => p.Activity + p.StatusDescription + p.CurrentOperation),
            .. outcome.Output.Select(o => o.BaseObject).OfType<string>(),
        ];
        Assert.NotEmpty(outcome.Errors);
        Assert.NotEmpty(outcome.Output.Select(o => o.BaseObject).OfType<string>());
        Assert.All(shown, text => Assert.DoesNotMatch(
            "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1a\\x1c-\\x1f\\u202A-\\u202E]|\\x1b(?!\\[[0-9;]*m)", text));
        // the objects have the names as they are
        Assert.Contains(outcome.Output.Select(o => o.BaseObject).OfType<SpectralResult>(), r => Path.GetFileName(r.Path) == bad);
    }

    [Fact]
    public void Names_that_are_not_UTF_8_are_files_of_their_own()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has such names.");
        _spectra.Write("in/a.csv", 0.1);
        _spectra.Write("in/x\uFFFD.csv", 0.1);
        const string script = "cd \"$1\" && cp a.csv $'y\\xff.csv' && cp a.csv $'y\\xfe.csv'";
        using (var copy = Process.Start("bash", ["-c", script, "-", _spectra["in"]]))
            copy.WaitForExit();

        var outcome = _shell.Run($"Test-SpectralFile '{_spectra["in"]}'");

        using (var remove = Process.Start("rm", ["-r", _spectra["in"]]))
            remove.WaitForExit();

        Assert.Equal(["a.csv", "x\uFFFD.csv"], outcome.As<SpectralFileReport>().Select(r => Path.GetFileName(r.Path)));
        Assert.Equal(2, outcome.Errors.Count);
        Assert.All(outcome.Errors, e => Assert.StartsWith("NameNotReadable", e.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Fact]
    public void A_read_that_never_comes_back_does_not_hold_up_a_stop()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in its folders.");
        var pipe = _spectra["pipe.csv"];
        using (var make = Process.Start("mkfifo", pipe))
            make.WaitForExit();
        foreach (var command in (string[])["Import-SpectralFile", "Test-SpectralFile", "Measure-SpectralBatch"])
        {
            using var engine = System.Management.Automation.PowerShell.Create(_shell.Runspace);
            engine.AddScript($"Write-Verbose begun -Verbose; {command} '{pipe}'");
            using var begun = new ManualResetEventSlim();
            engine.Streams.Verbose.DataAdded += (_, _) => begun.Set();
            var running = engine.BeginInvoke();
            begun.Wait(TestContext.Current.CancellationToken);
            var started = Stopwatch.GetTimestamp();
            engine.Stop();
            Assert.Throws<System.Management.Automation.PipelineStoppedException>(() => engine.EndInvoke(running));
            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        }
    }

    private static string Rows(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i =>
            FormattableString.Invariant($"{10 + (i * 0.02):F2} {i % 31 + 5}\n")));
}
