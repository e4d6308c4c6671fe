using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>What a user states of the samples is not stated of the baseline, which has parameters of its own.</summary>
public sealed class BaselineParameterTests : IDisposable
{
    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Theory]
    [InlineData("-XUnit cm-1", AxisUnit.Wavenumber, AxisUnit.Nanometer)]
    [InlineData("-BaselineXUnit um", AxisUnit.Nanometer, AxisUnit.Micrometer)]
    [InlineData("-XUnit cm-1 -BaselineXUnit cm-1", AxisUnit.Wavenumber, AxisUnit.Wavenumber)]
    public void The_unit_of_the_samples_and_that_of_the_baseline_are_stated_apart(
        string parameters, AxisUnit sample, AxisUnit baseline)
    {
        Write("sample.csv", "Wavelength (nm),Absorbance", ',');
        Write("reference.csv", "Wavelength (nm),Absorbance", ',');

        var outcome = Compare(parameters);

        // spectra of one unit have the same x here; of two, what is converted is recorded
        if (sample == baseline)
            Assert.Empty(Assert.Single(outcome.As<SpectralResult>()).Conversions);
        else
            Assert.NotEqual(1, outcome.As<SpectralResult>()[0].Comparison?.Coverage ?? 0);
        var manifest = Path.Combine(_spectra.Out, "spectral-run.jsonl");
        var run = _shell.Run($"(Get-Content '{manifest}' -TotalCount 1 | ConvertFrom-Json).start.options").WithoutErrors();
        Assert.Equal(sample == AxisUnit.Nanometer ? null : sample.ToString(), Property(run, "reading.xUnit"));
        Assert.Equal(baseline == AxisUnit.Nanometer ? null : baseline.ToString(), Property(run, "baselineReading.xUnit"));
    }

    [Fact]
    public void The_layout_of_the_samples_is_not_that_of_the_baseline()
    {
        Write("sample.csv", "a;x;y", ';', "7;");
        Write("reference.csv", "Wavelength (nm),Absorbance", ',');

        var result = Compare("-Delimiter Semicolon -XColumn 2 -YColumn 3 -XUnit nm -Ordinate Absorbance")
            .WithoutErrors().Single<SpectralResult>();

        Assert.Equal(1, result.Comparison!.Correlation, 9);
    }

    [Fact]
    public void The_layout_of_the_baseline_is_not_that_of_the_samples()
    {
        Write("sample.csv", "Wavelength (nm),Absorbance", ',');
        Write("reference.csv", "a;x;y", ';', "7;");

        var result = Compare("-BaselineDelimiter Semicolon -BaselineXColumn x -BaselineYColumn y -BaselineXUnit nm "
            + "-BaselineOrdinate Absorbance -BaselineDecimalMark Point -BaselineEncoding utf-8 -BaselineSkipLines 0")
            .WithoutErrors().Single<SpectralResult>();

        Assert.Equal(1, result.Comparison!.Correlation, 9);
    }

    [Fact]
    public void The_advice_names_the_parameter_of_the_file_that_it_is_about()
    {
        Write("sample.csv", "Wavelength (nm),Absorbance", ',');
        Write("reference.csv", "Wavelength (nm),Absorbance", ',');

        var ofBaseline = Assert.Single(Compare("-BaselineYColumn 9").Errors);
        var ofBoth = Assert.Single(Compare("-Ordinate Intensity -BaselineOrdinate Absorbance").Errors);

        Assert.StartsWith("Baseline", ofBaseline.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotMatch(
            "(?<!Baseline)(?<=-)(XColumn|YColumn|XUnit|Ordinate)",
            ofBaseline.ErrorDetails.Message + Recommendation(ofBaseline));
        Assert.Contains("-Ordinate", Recommendation(ofBoth), StringComparison.Ordinal);
        Assert.Contains("-BaselineOrdinate", Recommendation(ofBoth), StringComparison.Ordinal);

        static string Recommendation(ErrorRecord error) => ((SpectralException)error.Exception).Error.Recommendation!;
    }

    private RunOutcome Compare(string parameters) => _shell.Run(
        $"Invoke-SpectralBatch '{_spectra["sample.csv"]}' -Baseline '{_spectra["reference.csv"]}' "
        + $"-OutputDirectory '{_spectra.Out}' -NoGraph {parameters}");

    private static string? Property(RunOutcome run, string path)
    {
        object? at = Assert.Single(run.Output);
        foreach (var name in path.Split('.'))
            at = at is System.Management.Automation.PSObject o ? o.Properties[name]?.Value : null;
        return at?.ToString();
    }

    private void Write(string name, string header, char separator, string before = "") => _spectra.WriteText(
        name,
        header + "\n" + string.Concat(Enumerable.Range(0, 60).Select(i =>
            FormattableString.Invariant($"{before}{400 + i}{separator}{Math.Sin(i / 9.0) + 2:F4}\n"))));
}
