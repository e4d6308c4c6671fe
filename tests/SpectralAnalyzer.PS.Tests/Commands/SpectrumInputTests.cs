using System.Globalization;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>Wherever a spectrum comes in, a path, a file and a spectrum in memory do the same.</summary>
public sealed class SpectrumInputTests : IDisposable
{
    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public SpectrumInputTests()
    {
        _spectra.Write("a.csv", 0.3);
        _spectra.Write("b [1].csv", 0.1);
        _shell.Run("Set-Location -LiteralPath $folder", ("folder", _spectra.Path)).WithoutErrors();
    }

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Theory]
    [InlineData("Invoke-SpectralBatch a.csv {0} -NoGraph | ForEach-Object {{ $_.Comparison.Rmse }}")]
    [InlineData("Compare-Spectrum {0} a.csv | ForEach-Object Rmse")]
    [InlineData("Import-SpectralFile a.csv | Compare-Spectrum {0} | ForEach-Object Rmse")]
    [InlineData("Get-Item a.csv | Compare-Spectrum {0} | ForEach-Object Rmse")]
    [InlineData("Import-SpectralFile a.csv | Measure-SpectralBand -Band @{{ h = @{{ height = 1720; of = 'difference' }} }} "
        + "-Reference {0} | ForEach-Object Value")]
    [InlineData("Import-SpectralFile a.csv | Edit-Spectrum @{{ normalize = 'msc' }} -Reference {0} "
        + "| ForEach-Object {{ $_.Y[100] }}")]
    [InlineData("Measure-SpectralBatch a.csv -Baseline {0} -Format Svg | ForEach-Object {{ $_.ValidCount }}")]
    [InlineData("(Resolve-SpectralOutputName a.csv {0} out).Path")]
    public void A_path_a_file_and_a_spectrum_do_the_same(string command)
    {
        var forms = new[]
        {
            "'b [1].csv'", "(Get-Item -LiteralPath 'b [1].csv')",
            "(Import-SpectralFile -LiteralPath 'b [1].csv')",
        };
        var outcomes = forms
            .Select(form => Assert.Single(_shell.Run(string.Format(CultureInfo.InvariantCulture, command, form))
                .WithoutErrors().Output).BaseObject)
            .ToArray();

        Assert.Equal(outcomes[0], outcomes[1]);
        Assert.Equal(outcomes[0], outcomes[2]);
    }

    [Fact]
    public void Files_are_compared_from_the_pipeline_and_by_wildcard_without_the_reference_itself()
    {
        var piped = _shell.Run("Get-ChildItem *.csv | Compare-Spectrum fresh.csv");
        var matched = _shell.Run("Compare-Spectrum fresh.csv *.csv").WithoutErrors();

        Assert.Equal(["a", "b [1]"], piped.WithoutErrors().As<SpectralComparison>().Select(c => c.Sample!.Label));
        Assert.Contains("fresh.csv", Assert.Single(piped.Warnings), StringComparison.Ordinal);
        Assert.Equal(["a", "b [1]"], matched.As<SpectralComparison>().Select(c => c.Sample!.Label));
        Assert.Equal(1, _shell.Run("Compare-Spectrum fresh.csv fresh.csv").Single<SpectralComparison>().Correlation, 12);
        Assert.Equal(1, _shell.Run("'fresh.csv' | Compare-Spectrum fresh.csv").Single<SpectralComparison>().Correlation, 12);
    }

    [Fact]
    public void A_result_is_no_spectrum_and_a_file_that_is_missing_is_an_error_with_its_path()
    {
        var refused = _shell.Run("Invoke-SpectralBatch a.csv fresh.csv -NoGraph | Compare-Spectrum fresh.csv");
        var missing = _shell.Run("Compare-Spectrum none.csv a.csv");

        Assert.Empty(refused.Output);
        Assert.Contains("Import-SpectralFile", Assert.Single(refused.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("none.csv", Assert.Single(missing.Errors).TargetObject?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_several_spectra_is_a_reference_by_name_for_a_comparison_and_none_for_a_step()
    {
        WriteTwo("two.csv");

        var compared = _shell.Run("Import-SpectralFile two.csv | Compare-Spectrum two.csv").WithoutErrors();
        var refused = _shell.Run("Import-SpectralFile a.csv | Edit-Spectrum @{ normalize = 'msc' } -Reference two.csv");

        Assert.All(compared.As<SpectralComparison>(), c => Assert.Equal(c.Sample!.Series, c.Reference!.Series));
        Assert.Contains(compared.Warnings, w => w.Contains("2 spectra", StringComparison.Ordinal));
        Assert.StartsWith("SeveralSpectra", Assert.Single(refused.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_says_that_the_baseline_was_in_memory_and_a_change_of_its_numbers_is_noticed()
    {
        const string batch = "Invoke-SpectralBatch a.csv $reference out -Format Svg -Incremental";
        _shell.Run("$reference = Import-SpectralFile fresh.csv; " + batch).WithoutErrors();

        var again = _shell.Run("$reference = Import-SpectralFile fresh.csv; " + batch).WithoutErrors().Single<SpectralResult>();
        var changed = _shell.Run(
            "$y = $reference.Y; $y[7] = [math]::BitIncrement($y[7]); "
            + "$reference = $reference.WithOrdinates($y, $reference.Ordinate); " + batch)
            .WithoutErrors().Single<SpectralResult>();
        var start = _shell.Run("(Get-Content out/spectral-run.jsonl -TotalCount 1 | ConvertFrom-Json).start.baseline").Output[0];
        var check = _shell.Run("Test-SpectralRun out | Where-Object Role -eq Baseline").WithoutErrors();

        Assert.Equal(SpectralResultStatus.Skipped, again.Status);
        Assert.Equal(SpectralResultStatus.Succeeded, changed.Status);
        Assert.Equal(_spectra.Baseline, start.Properties["path"].Value);
        Assert.Equal(451L, start.Properties["pointCount"].Value);
        Assert.All(check.As<SpectralRunFile>(), file => Assert.Equal(SpectralRunFileState.InMemory, file.State));
        Assert.True(_shell.Run("Test-SpectralRun out -Quiet").Single<bool>());
    }

    [Fact]
    public void A_spectrum_without_a_file_names_the_outputs_by_its_label()
    {
        var result = _shell.Run(
            "$mean = Get-ChildItem a.csv, fresh.csv | Import-SpectralFile | Merge-Spectrum; "
            + "$made = ConvertTo-Spectrum $mean.X $mean.Y -Name 'oil 1.2' -XUnit cm-1 -Ordinate Absorbance; "
            + "Invoke-SpectralBatch a.csv $made out -Format Svg").WithoutErrors().Single<SpectralResult>();

        Assert.Equal("a_vs_oil 1.2.svg", Path.GetFileName(Assert.Single(result.OutputPath)));
    }

    [Fact]
    public void A_parameter_of_the_baseline_file_is_refused_with_a_spectrum()
    {
        var refused = _shell.Run(
            "Invoke-SpectralBatch a.csv (Import-SpectralFile fresh.csv) -NoGraph -BaselineXUnit nm").Errors;

        Assert.StartsWith("ParameterWithoutEffect", Assert.Single(refused).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_of_a_spectrum_as_baseline_is_left_out_of_the_samples_unless_it_was_edited()
    {
        var left = _shell.Run("Get-ChildItem *.csv | Invoke-SpectralBatch -Baseline (Import-SpectralFile fresh.csv) -NoGraph");
        var edited = _shell.Run(
            "Get-ChildItem *.csv | Invoke-SpectralBatch -NoGraph "
            + "-Baseline (Import-SpectralFile fresh.csv | Edit-Spectrum @{ normalize = 'snv' })");

        Assert.Equal(2, left.Output.Count);
        Assert.Equal(3, edited.Output.Count);
    }

    private void WriteTwo(string name) => _spectra.WriteText(name, "Wavenumber (cm-1),first,second\n" + string.Concat(
        Enumerable.Range(0, 300).Select(i => FormattableString.Invariant(
            $"{400 + i},{Math.Sin(i / 30.0) + 2:F5},{Math.Cos(i / 20.0) + 2:F5}\n"))));
}
