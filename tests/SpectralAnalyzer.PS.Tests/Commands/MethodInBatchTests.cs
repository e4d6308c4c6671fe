using System.Globalization;
using System.Text;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>What -Method does in a batch, in Compare-Spectrum and in an estimate.</summary>
public sealed class MethodInBatchTests : IDisposable
{
    private const string Prepared = """
        name: Drums
        version: 3
        read: { xUnit: cm-1, ordinate: absorbance }
        prepare:
          - crop: [3800, 600]
          - background: { kind: airpls, lambda: 1e6 }
        bands:
          carbonyl: { height: 1720, base: [1800, 1640] }
        limits:
          correlation: { min: 0.98, warn: 0.995 }
          carbonyl: { max: 0.2, warn: 0.1 }
        """;

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();
    private readonly string _method;

    public MethodInBatchTests()
    {
        _method = _spectra.WriteText("drums.method.yaml", Prepared);
        Write("in/sloping.csv", 0, 0.8);
        Write("in/grown.csv", 0.14, 0.3);
        Write("in/spoiled.csv", 0.5, 0.1);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Fact]
    public void The_graph_is_drawn_as_stated_else_as_the_method_says()
    {
        var method = _spectra.WriteText("graph.method.yaml", """
            name: Graph
            graph: { title: "{sample} by {method}", view: offset, peakLabels: 1, differenceScale: 0.25 }
            """);
        var asMethod = Draw($"-Method '{method}'");
        Assert.Contains("grown by Graph", asMethod);
        Assert.Contains(asMethod, text => text.Contains("sample offset by", StringComparison.Ordinal));
        var stated = Draw($"-Method '{method}' -View Overlay -Title 'Mine: {{baseline}}' -XRange 2000, 1000");
        Assert.Contains($"Mine: {Path.GetFileNameWithoutExtension(_spectra.Baseline)}", stated);
        Assert.DoesNotContain(stated, text => text.Contains("sample offset by", StringComparison.Ordinal));
        Assert.Contains("1200", stated);
        Assert.DoesNotContain("3500", stated);

        string[] Draw(string arguments)
        {
            var result = Batch(arguments).As<SpectralResult>().Single(r => NameOf(r) == "grown");
            return [.. System.Xml.Linq.XDocument.Load(result.Outputs.Single().Path).Descendants()
                .Where(e => e.Name.LocalName == "text").Select(e => e.Value.Trim())];
        }
    }

    [Fact]
    public void The_steps_prepare_samples_and_baseline_and_the_limits_judge_each()
    {
        var raw = Batch("").As<SpectralResult>().ToDictionary(NameOf);
        var results = Batch($"-Method '{_method}'").As<SpectralResult>().ToDictionary(NameOf);

        Assert.True(raw["sloping"].Comparison!.Correlation < 0.9, "A background hides that it is the same substance.");
        Assert.True(results["sloping"].Comparison!.Correlation > 0.999, "The background is taken off.");
        Assert.All(raw.Values, r => Assert.Equal((SpectralVerdict.None, null), (r.Verdict, r.Method)));
        Assert.Equal(SpectralVerdict.Pass, results["sloping"].Verdict);
        Assert.Equal(SpectralVerdict.Warning, results["grown"].Verdict);
        Assert.Equal(SpectralVerdict.Fail, results["spoiled"].Verdict);
        Assert.Equal(0.14, results["grown"].Bands.Single().Value, 0.01);
        Assert.Equal(["carbonyl", "Correlation"], results["grown"].Limits.Select(l => l.Name));
        Assert.All(
            results.Values, r => Assert.Equal(("Drums", "3", 64), (r.Method!.Name, r.Method.Version, r.Method.Sha256.Length)));
    }

    [Fact]
    public void Verdicts_group_and_filter_as_text()
    {
        var run = _shell.Run($"{Command($"-Method '{_method}'")} | Group-Object Verdict -NoElement | Sort-Object Name | "
            + "ForEach-Object { \"$($_.Name) $($_.Count)\" }").WithoutErrors();

        Assert.Equal(["Fail 1", "Pass 1", "Warning 1"], run.As<string>());
        Assert.Equal("spoiled.csv", _shell.Run($"({Command($"-Method '{_method}'")} | Where-Object Verdict -eq Fail).FileName")
            .WithoutErrors().Single<string>());
    }

    [Fact]
    public void A_file_that_cannot_be_judged_fails()
    {
        _spectra.WriteText("in/broken.csv", "nothing to see here\n");

        var results = Batch($"-Method '{_method}'").As<SpectralResult>().ToDictionary(NameOf);

        Assert.Equal((SpectralResultStatus.Failed, SpectralVerdict.Fail), (results["broken"].Status, results["broken"].Verdict));
    }

    [Fact]
    public void A_step_that_cannot_be_applied_to_the_baseline_ends_the_batch_and_nothing_is_written()
    {
        _spectra.WriteText("drums.method.yaml", "name: Wrong\nversion: 1\nprepare:\n  - crop: [90, 20]\n");

        var error = Assert.Single(Batch($"-Method '{_method}'").Errors);

        Assert.StartsWith("Baseline", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(_spectra.Outputs());
    }

    [Fact]
    public void A_fault_of_the_method_ends_the_command_with_its_line()
    {
        _spectra.WriteText("drums.method.yaml", Prepared.Replace("background:", "backgroud:", StringComparison.Ordinal));

        var error = Assert.Single(Batch($"-Method '{_method}'").Errors);

        Assert.Contains("background", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("line 6", error.ErrorDetails.Message, StringComparison.OrdinalIgnoreCase);
        Assert.False(Directory.Exists(_spectra.Out));
    }

    [Fact]
    public void A_parameter_that_is_stated_takes_precedence_and_says_so()
    {
        _spectra.WriteText(
            "drums.method.yaml", Prepared + "\ncompare: { minimumPeakProminence: 0.5, regions: [[3000, 2800]] }\n");

        var run = Batch($"-Method '{_method}' -Region 3000,2000 -XUnit cm-1 -Verbose");

        Assert.Contains(
            run.Verbose, v => v.Contains("-Region 2000-3000 takes precedence over 2800-3000", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Verbose, v => v.Contains("-XUnit", StringComparison.Ordinal));
        Assert.All(run.As<SpectralResult>(), r => Assert.Equal(126, r.Comparison!.PointCount));
        Assert.All(run.As<SpectralResult>(), r => Assert.InRange(r.Comparison!.Peaks.Count, 0, 1));
    }

    [Fact]
    public void An_incremental_run_does_again_what_another_method_made()
    {
        Batch($"-Method '{_method}' -Incremental");
        var same = Batch($"-Method '{_method}' -Incremental").As<SpectralResult>();
        _spectra.WriteText("drums.method.yaml", Prepared.Replace("max: 0.2", "max: 0.12", StringComparison.Ordinal));
        var other = Batch($"-Method '{_method}' -Incremental").As<SpectralResult>().ToDictionary(NameOf);

        Assert.All(same, r => Assert.Equal(SpectralResultStatus.Skipped, r.Status));
        Assert.Equal(
            [SpectralVerdict.Fail, SpectralVerdict.Warning, SpectralVerdict.Pass], same.Select(r => r.Verdict).OrderDescending());
        Assert.All(other.Values, r => Assert.Equal(SpectralResultStatus.Succeeded, r.Status));
        Assert.Equal(SpectralVerdict.Fail, other["grown"].Verdict);
    }

    [Fact]
    public void An_incremental_run_does_again_what_another_file_of_a_step_made()
    {
        _spectra.WriteText("dark.csv", "Wavenumber (cm-1),Absorbance\n400,0.01\n2000,0.01\n4000,0.01\n");
        _spectra.WriteText("drums.method.yaml", "name: Dark\nprepare: [{ subtract: dark.csv }]\n");
        Batch($"-Method '{_method}' -Incremental");
        var same = Batch($"-Method '{_method}' -Incremental").As<SpectralResult>();
        _spectra.WriteText("dark.csv", "Wavenumber (cm-1),Absorbance\n400,0.02\n2000,0.01\n4000,0.01\n");
        var other = Batch($"-Method '{_method}' -Incremental").As<SpectralResult>();

        Assert.All(same, r => Assert.Equal(SpectralResultStatus.Skipped, r.Status));
        Assert.All(other, r => Assert.Equal(SpectralResultStatus.Succeeded, r.Status));
    }

    [Fact]
    public void The_run_manifest_names_the_method()
    {
        Batch($"-Method '{_method}'");

        var run = _shell.Run($"(Get-Content '{Path.Combine(_spectra.Out, "spectral-run.jsonl")}' -TotalCount 1 | "
            + "ConvertFrom-Json).start.method.name").WithoutErrors();

        Assert.Equal("Drums", run.Single<string>());
    }

    [Fact]
    public void A_single_comparison_is_judged_too_by_a_path_or_by_the_file()
    {
        var compare = $"Import-SpectralFile '{_spectra["in/grown.csv"]}' | Compare-Spectrum "
            + $"(Import-SpectralFile '{_spectra.Baseline}') -Method";

        var byPath = _shell.Run($"{compare} '{_method}'").WithoutErrors().Single<SpectralComparison>();
        var byFile = _shell.Run($"{compare} (Get-Item '{_method}')").WithoutErrors().Single<SpectralComparison>();

        Assert.Equal(SpectralVerdict.Warning, byPath.Verdict);
        Assert.Equal(byPath.Bands.Single().Value, byFile.Bands.Single().Value);
        Assert.Equal(["crop", "background"], byPath.Sample!.History.Select(s => s.Name));
    }

    [Fact]
    public void Steps_work_in_the_units_of_the_baseline_whatever_those_of_the_sample_are()
    {
        var text = new StringBuilder("Wavelength (um),Absorbance\n");
        for (var x = 400; x <= 4000; x += 8)
            text.Append(CultureInfo.InvariantCulture, $"{1e4 / x:F9},{Ordinate(x, 0, 0):F6}\n");
        _spectra.WriteText("in/micrometer.csv", text.ToString());
        _spectra.WriteText("drums.method.yaml", Prepared.Replace("xUnit: cm-1, ", "", StringComparison.Ordinal));

        var result = Batch($"-Method '{_method}'").As<SpectralResult>().Single(r => NameOf(r) == "micrometer");

        Assert.Equal(SpectralVerdict.Pass, result.Verdict);
        Assert.Equal(1, result.Comparison!.Correlation, 1e-6);
        Assert.Contains(result.Conversions, c => c.Quantity == "x");
    }

    [Fact]
    public void An_estimate_reads_as_the_method_says()
    {
        var estimate = _shell.Run($"Measure-SpectralBatch '{_spectra["in"]}' -Baseline '{_spectra.Baseline}' -Method '{_method}'")
            .WithoutErrors().Single<SpectralBatchEstimate>();

        Assert.Equal(3, estimate.ValidCount);
    }

    private RunOutcome Batch(string parameters) => _shell.Run(Command(parameters));

    private string Command(string parameters) => $"Invoke-SpectralBatch '{_spectra["in"]}' -Baseline '{_spectra.Baseline}' "
        + $"-OutputDirectory '{_spectra.Out}' -Format Svg -SettleTime 0 -ConflictResolution Overwrite {parameters}";

    private static string NameOf(SpectralResult result) => Path.GetFileNameWithoutExtension(result.Path);

    private static double Ordinate(double x, double growth, double slope) =>
        0.02 + (0.6 * Math.Exp(-Math.Pow((x - 2925) / 30, 2))) + (growth * Math.Exp(-Math.Pow((x - 1720) / 20, 2)))
        + (slope * x / 4000);

    private void Write(string name, double growth, double slope)
    {
        var text = new StringBuilder("Wavenumber (cm-1),Absorbance\n");
        for (var x = 4000; x >= 400; x -= 8)
            text.Append(CultureInfo.InvariantCulture, $"{x},{Ordinate(x, growth, slope):F6}\n");
        _spectra.WriteText(name, text.ToString());
    }
}
