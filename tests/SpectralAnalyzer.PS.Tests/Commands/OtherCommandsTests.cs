using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

public sealed class OtherCommandsTests : IDisposable
{
    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Fact]
    public void Test_SpectralFile_says_how_a_file_is_read()
    {
        var report = _shell.Run($"Test-SpectralFile '{_spectra.Baseline}'").WithoutErrors().Single<SpectralFileReport>();
        Assert.Equal((true, 1, 451, AxisUnit.Wavenumber, OrdinateKind.Absorbance),
            (report.IsValid, report.SpectrumCount, report.PointCount, report.XUnit, report.Ordinate));
        Assert.Equal((400.0, 4000.0, true), (report.XMin, report.XMax, report.XDescending));
        Assert.Equal((Delimiter.Comma, DecimalMark.Point, 1), (report.Delimiter, report.DecimalMark, report.HeaderLineCount));
        Assert.InRange(report.Confidence, 0.9, 1);
    }

    [Theory]
    [InlineData("1,2\n2,3\n3,4\n4,5\n5,6\n", "True")]
    [InlineData("just\nwords\nhere\n", "False")]
    [InlineData("", "False")]
    public void Test_SpectralFile_Quiet_answers_true_or_false(string text, string expected)
    {
        var file = _spectra.WriteText("in/a.csv", text);
        Assert.Equal(
            expected, _shell.Run($"Test-SpectralFile -LiteralPath '{file}' -Quiet").WithoutErrors().Single<bool>().ToString());
    }

    [Fact]
    public void Import_SpectralFile_emits_the_numbers_as_they_stand_in_the_file()
    {
        var file = _spectra.WriteText("in/a.csv", "nm;A\n500,5;0,25\n501,5;0,5\n502,5;0,125\n503,5;0,75\n504,5;0,5\n");
        var spectrum = _shell.Run($"Import-SpectralFile '{file}' -Delimiter Semicolon -DecimalMark Comma").WithoutErrors()
            .Single<Spectrum>();
        Assert.Equal([500.5, 501.5, 502.5, 503.5, 504.5], spectrum.X);
        Assert.Equal([0.25, 0.5, 0.125, 0.75, 0.5], spectrum.Y);
        Assert.Equal(AxisUnit.Nanometer, spectrum.XUnit);
    }

    [Theory]
    [InlineData("cm-1", AxisUnit.Wavenumber)]
    [InlineData("nm", AxisUnit.Nanometer)]
    [InlineData("um", AxisUnit.Micrometer)]
    [InlineData("eV", AxisUnit.ElectronVolt)]
    [InlineData("RamanShift", AxisUnit.RamanShift)]
    public void A_stated_unit_wins(string unit, AxisUnit expected) => Assert.Equal(
        expected, _shell.Run($"Import-SpectralFile '{_spectra.Baseline}' -XUnit {unit}").WithoutErrors().Single<Spectrum>()
            .XUnit);

    [Fact]
    public void Measure_SpectralBatch_estimates_files()
    {
        for (var i = 0; i < 3; i++)
            _spectra.Write($"in/{i}.csv", 0.1);
        _spectra.WriteText("in/bad.csv", "just\nwords\nhere\n");
        var estimate = _shell.Run(
            $"Measure-SpectralBatch -Path '{_spectra["in"]}' -Baseline '{_spectra.Baseline}' "
            + $"-OutputDirectory '{_spectra.Out}' -Dpi 50")
            .WithoutErrors().Single<SpectralBatchEstimate>();
        Assert.Equal((4, 3, 1, 3), (estimate.FileCount, estimate.ValidCount, estimate.InvalidCount, estimate.SpectrumCount));
        Assert.Equal("bad.csv", Path.GetFileName(Assert.Single(estimate.InvalidFiles).Path));
        Assert.True(estimate.EstimatedDuration > TimeSpan.Zero && estimate.EstimatedOutputBytes > 1000
            && estimate.FreeDiskBytes > 0);
        Assert.InRange(estimate.RecommendedThrottleLimit, 1, Environment.ProcessorCount);
        Assert.False(Directory.Exists(_spectra.Out));
    }

    [Fact]
    public void Measure_SpectralBatch_summarizes_results()
    {
        for (var i = 0; i < 3; i++)
            _spectra.Write($"in/{i}.csv", 0.1);
        var statistics = _shell.Run(
            $"Invoke-SpectralBatch -Path '{_spectra["in"]}' -Baseline '{_spectra.Baseline}' -NoGraph | Measure-SpectralBatch")
            .WithoutErrors().Single<SpectralBatchStatistics>();
        Assert.Equal((3, 3, 0, 1.0), (statistics.Count, statistics.Succeeded, statistics.Failed, statistics.SuccessRate));
        Assert.Equal(3, statistics.Correlation!.Count);
    }

    [Fact]
    public void Measure_SpectralBatch_gives_the_statistics_of_each_run_of_a_manifest()
    {
        const int Good = 60;
        _spectra.WriteText("in/bad.csv", "just\nwords\nhere\n");
        for (var i = 0; i < Good; i++)
            _spectra.Write($"in/z{i}.csv", 0.1);
        var batch = $"Invoke-SpectralBatch -Path '{_spectra["in"]}' -Baseline '{_spectra.Baseline}' "
            + $"-OutputDirectory '{_spectra.Out}' -NoGraph";
        _shell.Run(batch + " -ErrorAction SilentlyContinue");
        _shell.Run(batch + " -ErrorAction Stop");

        var runs = _shell.Run($"Measure-SpectralBatch -Manifest '{_spectra.Out}'").WithoutErrors()
            .As<SpectralBatchStatistics>();

        Assert.Equal([SpectralRunEnding.Completed, SpectralRunEnding.Stopped], runs.Select(r => r.Ending));
        Assert.Equal((Good + 1, Good, 1), (runs[0].Count, runs[0].Succeeded, runs[0].Failed));
        Assert.NotEqual(runs[0].RunId, runs[1].RunId);
    }

    [Fact]
    public void Measure_SpectralBatch_says_of_a_file_that_is_no_manifest_that_it_is_none()
    {
        _spectra.WriteText("x.jsonl", "{}\n");
        var error = Assert.Single(_shell.Run($"Measure-SpectralBatch -Manifest '{_spectra["x.jsonl"]}'").Errors);
        Assert.StartsWith("RunManifestInvalid", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_SpectralRun_tells_what_changed()
    {
        var file = _spectra.Write("in/a.csv", 0.1);
        _shell.Run($"Invoke-SpectralBatch -Path '{file}' -Baseline '{_spectra.Baseline}' "
            + $"-OutputDirectory '{_spectra.Out}' -Dpi 50").WithoutErrors();
        Assert.True(_shell.Run($"Test-SpectralRun '{_spectra.Out}' -Quiet").WithoutErrors().Single<bool>());

        _spectra.Write("in/a.csv", 0.2);

        Assert.False(_shell.Run($"Test-SpectralRun '{_spectra.Out}/spectral-run.jsonl' -Quiet").WithoutErrors().Single<bool>());
        var changed = _shell.Run($"'{_spectra.Out}' | Test-SpectralRun | Where-Object State -ne Intact").WithoutErrors()
            .Single<SpectralRunFile>();
        Assert.Equal(
            (file, SpectralRunFileRole.Input, SpectralRunFileState.Changed), (changed.Path, changed.Role, changed.State));
        Assert.StartsWith("RunManifestNotFound", Assert.Single(_shell.Run($"Test-SpectralRun '{_spectra["in"]}'").Errors)
            .FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_SpectralOutputName_tells_the_name_and_makes_nothing()
    {
        var names = _shell.Run(
            $"'a.csv','b.csv','a.csv' | Resolve-SpectralOutputName -Baseline fresh.csv -OutputDirectory '{_spectra.Out}'")
            .WithoutErrors().As<SpectralOutputName>();
        Assert.Equal(["a_vs_fresh.png", "b_vs_fresh.png", "a_vs_fresh_1.png"], names.Select(n => Path.GetFileName(n.Path)));
        Assert.Equal([false, false, true], names.Select(n => n.HasConflict));
        Assert.False(Directory.Exists(_spectra.Out));
    }

    [Fact]
    public void Clear_SpectralTemp_removes_what_was_left_and_spares_the_rest()
    {
        _spectra.WriteText("out/.spectral-tmp-dead/000001.png", "half");
        _spectra.WriteText("out/a_vs_fresh.png", "whole");
        Assert.Empty(_shell.Run($"Clear-SpectralTemp '{_spectra.Out}' -WhatIf").WithoutErrors().Output);
        Assert.Empty(_shell.Run($"Clear-SpectralTemp '{_spectra.Out}' -OlderThan 1:00:00").WithoutErrors().Output);
        var removed = _shell.Run($"Clear-SpectralTemp '{_spectra.Out}' -PassThru").WithoutErrors().Single<SpectralTempItem>();
        Assert.Equal((true, 4L, 1), (removed.Removed, removed.Length, removed.FileCount));
        Assert.Equal(["a_vs_fresh.png"], _spectra.Outputs());
    }
}
