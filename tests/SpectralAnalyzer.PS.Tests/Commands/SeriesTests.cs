using System.Globalization;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>Files of several spectra: which are taken, and with which spectrum of the baseline each is compared.</summary>
public sealed class SeriesTests : IDisposable
{
    private const string Header = "Wavelength (nm),Dark,Reference,Raw,Corrected";

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public SeriesTests()
    {
        Write("sample.csv", Header, 1, 2, 3, 4);
        Write("reference.csv", Header, 1, 2, 3, 4);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Theory]
    [InlineData("Raw", "Raw")]
    [InlineData("raw,1", "Dark,Raw")]
    [InlineData("R*", "Reference,Raw")]
    [InlineData("4,2", "Reference,Corrected")]
    public void A_name_a_wildcard_or_a_number_takes_spectra_in_the_order_of_the_file(string series, string taken)
    {
        var spectra = _shell.Run($"Import-SpectralFile '{_spectra["sample.csv"]}' -Series {series}").WithoutErrors()
            .As<Spectrum>();

        Assert.Equal(taken.Split(','), spectra.Select(s => s.Series));
        Assert.Equal(Enumerable.Range(0, spectra.Count), spectra.Select(s => s.SeriesIndex));
    }

    [Fact]
    public void A_name_that_fits_nothing_is_an_error_that_lists_the_names()
    {
        var error = Assert.Single(_shell.Run($"Import-SpectralFile '{_spectra["sample.csv"]}' -Series Absorbance").Errors);

        Assert.StartsWith(SpectralErrorIds.SeriesNotFound, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("1 'Dark', 2 'Reference', 3 'Raw', 4 'Corrected'", error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Series_of_the_same_names_are_compared_like_with_like()
    {
        var run = Compare("");

        Assert.Equal(["Dark", "Reference", "Raw", "Corrected"], run.As<SpectralResult>().Select(r => r.Series));
        Assert.All(run.As<SpectralResult>(), r => Assert.Equal(0, r.Comparison!.Rmse, 1e-12));
    }

    [Fact]
    public void A_series_without_a_namesake_is_compared_with_the_first_that_is_no_dark_or_reference_and_that_is_reported()
    {
        Write("sample.csv", "Wavelength (nm),Oil", 3);

        var run = Compare("");

        Assert.Equal(0, run.Single<SpectralResult>().Comparison!.Rmse, 1e-12);
        Assert.Contains(run.Warnings, w => w.Contains("'Raw'", StringComparison.Ordinal)
            && w.Contains("-BaselineSeries", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dark_spectrum_that_is_the_only_choice_is_reported()
    {
        var run = Compare("-Series Raw -BaselineSeries Dark");

        Assert.NotEqual(0, run.Single<SpectralResult>().Comparison!.Rmse);
        Assert.Contains(run.Warnings, w => w.Contains("'Dark' names itself", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_one_spectrum_may_be_called_reference()
    {
        Write("reference.csv", "Wavelength (nm),Absorbance", 3);

        Assert.DoesNotContain(Compare("-Series Raw").Warnings, w => w.Contains("names itself", StringComparison.Ordinal));
    }

    [Fact]
    public void The_stated_series_of_the_baseline_is_what_all_are_compared_with()
    {
        var results = Compare("-Series Raw,Corrected -BaselineSeries 4").As<SpectralResult>();

        Assert.Equal(["Raw", "Corrected"], results.Select(r => r.Series));
        Assert.NotEqual(0, results[0].Comparison!.Rmse);
        Assert.Equal(0, results[1].Comparison!.Rmse, 1e-12);
    }

    [Fact]
    public void A_wrong_series_of_the_baseline_ends_the_batch_with_advice_that_names_its_parameter()
    {
        var error = Assert.Single(Compare("-BaselineSeries Oil").Errors);

        Assert.StartsWith("Baseline" + SpectralErrorIds.SeriesNotFound, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-BaselineSeries", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public void An_incremental_run_of_the_same_series_has_nothing_to_do_and_one_of_others_has()
    {
        Compare("-Series Raw,Corrected -Incremental");

        var again = Compare("-Series Raw,Corrected -Incremental").As<SpectralResult>();
        var others = Compare("-Series Dark -Incremental").As<SpectralResult>();

        Assert.All(again, r => Assert.Equal(SpectralResultStatus.Skipped, r.Status));
        Assert.Equal(2, again.Count);
        Assert.Equal(SpectralResultStatus.Succeeded, Assert.Single(others).Status);
    }

    [Theory]
    [InlineData("420,440")]
    [InlineData("440,420")]
    [InlineData("'420-440'")]
    [InlineData("(420,430),(430,440)")]
    public void A_region_is_a_pair_of_numbers_in_any_order(string region)
    {
        var result = Compare($"-Series Raw -Region {region}").WithoutErrors().Single<SpectralResult>();

        Assert.Equal(21, result.Comparison!.PointCount);
        Assert.Equal(21, _shell.Run(
            $"Import-SpectralFile '{_spectra["sample.csv"]}' -Series Raw | Compare-Spectrum -Region {region} "
            + $"-Reference (Import-SpectralFile '{_spectra["reference.csv"]}' -Series Raw)")
            .WithoutErrors().Single<SpectralComparison>().PointCount);
    }

    [Theory]
    [InlineData("420")]
    [InlineData("420,430,440")]
    [InlineData("'a-b'")]
    [InlineData("420,420")]
    public void A_region_of_anything_else_is_refused_with_the_right_form(string region) =>
        Assert.Contains(
            "3100,2800", Assert.Single(Compare($"-Region {region}").Errors).Exception.Message, StringComparison.Ordinal);

    private RunOutcome Compare(string parameters) => _shell.Run(
        $"Invoke-SpectralBatch '{_spectra["sample.csv"]}' -Baseline '{_spectra["reference.csv"]}' "
        + $"-OutputDirectory '{_spectra.Out}' -NoGraph -SettleTime 0 {parameters}");

    private void Write(string name, string header, params int[] series) => _spectra.WriteText(
        name,
        header + "\n" + string.Concat(Enumerable.Range(0, 60).Select(i =>
            $"{400 + i}" + string.Concat(series.Select(s =>
                string.Create(CultureInfo.InvariantCulture, $",{s + Math.Sin((i + (5 * s)) / 9.0):F4}"))) + "\n")));
}
