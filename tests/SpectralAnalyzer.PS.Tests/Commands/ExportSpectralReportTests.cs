using System.Management.Automation;
using System.Xml.Linq;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

public sealed class ExportSpectralReportTests : IDisposable
{
    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Fact]
    public void Results_from_the_pipeline_become_a_page()
    {
        _spectra.Write("in/a.csv", 0.1);
        _spectra.WriteText("in/<b>.csv", "just\nwords\nhere\n");
        var outcome = _shell.Run(
            $"Invoke-SpectralBatch '{_spectra["in"]}' '{_spectra.Baseline}' '{_spectra.Out}' -Width 4 -Height 3 -Dpi 50 | "
            + $"Export-SpectralReport '{_spectra["report.html"]}' -Title 'Week 12'");
        Assert.Equal("NoNumbers", Assert.Single(outcome.Errors).FullyQualifiedErrorId.Split(',')[0]);
        var html = File.ReadAllText(outcome.Single<FileInfo>().FullName);
        Assert.All(
            (string[])["<h1>Week 12</h1>", "Baseline <strong><bdi>fresh.csv</bdi></strong>", "./out/a_vs_fresh.png",
                "data:image/webp;base64,", "&lt;b&gt;.csv",
                "Check that the export finished"],
            text => Assert.Contains(text, html, StringComparison.Ordinal));
    }

    [Fact]
    public void A_manifest_becomes_a_page_and_a_test_result()
    {
        _spectra.Write("in/a.csv", 0.1);
        _spectra.Write("in/b.csv", 0.4);
        _shell.Run($"Invoke-SpectralBatch '{_spectra["in"]}' '{_spectra.Baseline}' '{_spectra.Out}' -Width 4 -Height 3 -Dpi 50")
            .WithoutErrors();
        var files = _shell.Run(
            $"Export-SpectralReport '{_spectra["out/report"]}' -Manifest '{_spectra.Out}' -Format Html, "
            + $"JUnit -MinimumCorrelation 0.95")
            .WithoutErrors().As<FileInfo>();
        Assert.Equal(["report.html", "report.xml"], files.Select(f => f.Name));
        Assert.Contains("Completed", File.ReadAllText(files[0].FullName), StringComparison.Ordinal);
        var suite = XDocument.Load(files[1].FullName).Root!.Element("testsuite")!;
        Assert.Equal(("2", "1", "0"),
            (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value));
    }

    [Fact]
    public void What_an_incremental_run_left_alone_is_unchanged_and_not_skipped()
    {
        _spectra.Write("in/a.csv", 0.1);
        _spectra.Write("in/b.csv", 0.4);
        var batch = $"Invoke-SpectralBatch '{_spectra["in"]}' '{_spectra.Baseline}' '{_spectra.Out}' -Incremental -Format Svg";
        _shell.Run(batch).WithoutErrors();
        var files = _shell.Run(
            $"{batch} | Export-SpectralReport '{_spectra["report"]}' -Format Html, JUnit -MinimumCorrelation 0.95")
            .WithoutErrors().As<FileInfo>();
        var html = File.ReadAllText(files[0].FullName);
        Assert.Contains("<dt>Unchanged</dt><dd>2</dd>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">Skipped<", html, StringComparison.Ordinal);
        var suite = XDocument.Load(files[1].FullName).Root!.Element("testsuite")!;
        Assert.Equal(("0", "1"), (suite.Attribute("skipped")!.Value, suite.Attribute("failures")!.Value));
    }

    [Fact]
    public async Task LibreOffice_opens_a_workbook()
    {
        var office = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "soffice.exe" : "soffice"))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(office is null, "There is no LibreOffice on this machine.");
        _spectra.Write("in/=1+1.csv", 0.1);
        _spectra.Write("in/b.csv", 0.4);
        var book = _shell.Run(
            $"Invoke-SpectralBatch '{_spectra["in"]}' '{_spectra.Baseline}' -NoGraph | "
            + $"Export-SpectralReport '{_spectra["report.xlsx"]}' -MinimumCorrelation 0.95 -IncludeSpectra")
            .WithoutErrors().Single<FileInfo>();
        var start = new System.Diagnostics.ProcessStartInfo(office!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[
            "-env:UserInstallation=" + new Uri(_spectra["profile"]).AbsoluteUri, "--headless", "--convert-to",
            // every sheet, in UTF-8
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", _spectra["csv"],
            book.FullName])
            start.ArgumentList.Add(argument);
        using var process = System.Diagnostics.Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);

        var rows = await File.ReadAllLinesAsync(_spectra["csv/report-Results.csv"], TestContext.Current.CancellationToken);
        Assert.StartsWith("Verdict,Status,Sample,Series,Graph,Correlation r,RMSE", rows[0], StringComparison.Ordinal);
        Assert.Equal(["b.csv", "=1+1.csv"], rows.Skip(1).Select(row => row.Split(',')[2]));
        Assert.Equal(["Below the limit", "Succeeded"], rows.Skip(1).Select(row => row.Split(',')[1]));
        Assert.Equal(452, (await File.ReadAllLinesAsync(
            _spectra["csv/report-Spectra.csv"], TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public void A_culture_without_texts_is_said()
    {
        _spectra.Write("in/a.csv", 0.1);
        var outcome = _shell.Run(
            $"Invoke-SpectralBatch '{_spectra["in"]}' '{_spectra.Baseline}' -NoGraph | "
            + $"Export-SpectralReport '{_spectra["report.html"]}' -Culture it-IT");
        Assert.Contains("There are no texts in Italian", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_ends_the_work_before_the_pipeline_is_gone_and_leaves_nothing()
    {
        var file = _spectra.Write("in/a.csv", 0.1);
        var result = _shell.Run($"Invoke-SpectralBatch '{file}' '{_spectra.Baseline}' '{_spectra.Out}'").WithoutErrors()
            .Single<SpectralResult>();
        using var engine = System.Management.Automation.PowerShell.Create(_shell.Runspace);
        engine.AddScript($"$input | Export-SpectralReport '{_spectra["report/report.html"]}'");
        using var shown = new ManualResetEventSlim();
        engine.Streams.Progress.DataAdded += (_, _) => shown.Set();
        // thousands of graphs to read
        var results = new PSDataCollection<SpectralResult>(Enumerable.Repeat(result, 4000));
        results.Complete();
        var running = engine.BeginInvoke(results);
        shown.Wait(TestContext.Current.CancellationToken);
        engine.Stop();
        Assert.Throws<PipelineStoppedException>(() => engine.EndInvoke(running));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_spectra["report"]));
    }

    [Theory]
    [InlineData("-Manifest .", "RunManifestNotFound")]
    [InlineData("-Manifest . -RunId x", "RunManifestNotFound")]
    public void Without_a_manifest_there_is_no_report(string parameters, string id)
    {
        var outcome = _shell.Run(
            $"Export-SpectralReport '{_spectra["report.html"]}' "
            + $"{parameters.Replace(" .", $" '{_spectra.Path}'", StringComparison.Ordinal)}");
        Assert.StartsWith(id + ",", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.False(File.Exists(_spectra["report.html"]));
    }
}
