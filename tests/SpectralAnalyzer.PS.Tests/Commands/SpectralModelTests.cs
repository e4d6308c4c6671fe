using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>From good spectra to a model file, and from that to verdicts and predictions.</summary>
public sealed class SpectralModelTests : IDisposable
{
    // 20 lots of one band that varies, and noise
    private const string Lots = "$x = 0..60 | ForEach-Object { 900 + 10 * $_ }; function lot($n, $foreign = 0) { "
        + "$y = $x | ForEach-Object { (1 + 0.1 * [math]::Sin($n)) * [math]::Exp(-[math]::Pow(($_ - 1100) / 50, 2)) "
        + "+ $foreign * [math]::Exp(-[math]::Pow(($_ - 1400) / 15, 2)) + 0.002 * [math]::Sin($_ * $n) }; "
        + "ConvertTo-Spectrum $x $y -Name \"lot $n\" -XUnit cm-1 -Ordinate Absorbance }; "
        + "$lots = 1..20 | ForEach-Object { lot $_ }; ";

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public SpectralModelTests() =>
        _shell.Run("Set-Location -LiteralPath $folder; " + Lots, ("folder", _spectra.Path)).WithoutErrors();

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Fact]
    public void A_model_file_judges_spectra_and_names_the_range_that_is_odd()
    {
        var model = _shell.Run("$lots | New-SpectralModel good.model.json").WithoutErrors().Single<SpectralModel>();
        Assert.Equal(("good", 20), (model.Name, model.Samples.Count));
        Assert.True(File.Exists(_spectra["good.model.json"]));

        var results = _shell.Run("(lot 30), (lot 31 0.05) | Measure-SpectralModel good.model.json -IncludeResidual")
            .WithoutErrors().As<SpectralModelResult>();
        Assert.Equal([ModelVerdict.Inside, ModelVerdict.Outside], results.Select(r => r.Verdict));
        Assert.Contains(results[1].Regions, r => r.Statistic == ModelStatistic.Q && r.Range.Contains(1400));
        Assert.Equal(61, results[1].Residual!.Count);
    }

    [Fact]
    public void Files_are_learned_from_and_measured_as_spectra_are()
    {
        var outcome = _shell.Run("$null = mkdir in; "
            + "$null = $lots | ForEach-Object { $_ | Export-Spectrum \"in/$($_.Name).csv\" }; "
            + "$m = Get-ChildItem in | New-SpectralModel -Name files; Measure-SpectralModel $m in/*.csv").WithoutErrors();
        Assert.Equal(20, outcome.As<SpectralModelResult>().Count(r => r.Path is not null));
        Assert.Equal(20, _shell.Run("$m").Single<SpectralModel>().Samples.Count);
    }

    [Theory]
    [InlineData("-PropertyValue $table")]
    [InlineData("-PropertyValue { 5 + 2 * [math]::Sin(($_.Name -split ' ')[1]) }")]
    public void A_property_is_learned_from_a_table_and_from_a_script_block(string values)
    {
        var result = _shell.Run("$table = @{}; 1..20 | ForEach-Object { $table[\"lot $_\"] = 5 + 2 * [math]::Sin($_) }; "
            + $"$m = $lots | New-SpectralModel -Name water -Property Water {values}; lot 4 | Measure-SpectralModel $m")
            .WithoutErrors().Single<SpectralModelResult>();
        Assert.Equal("Water", result.Property);
        Assert.Equal(5 + (2 * Math.Sin(4)), result.Value, 0.05);
        Assert.True(result.Lower < result.Value && result.Value < result.Upper);
    }

    [Theory]
    [InlineData("$lots | New-SpectralModel -Property Water", "UnknownProperty")]
    [InlineData("$lots | New-SpectralModel -Property Water -PropertyValue { 'much' }", "UnknownProperty")]
    [InlineData("$lots | New-SpectralModel -Components 19", "InvalidModelOption")]
    [InlineData("$lots | New-SpectralModel -Folds 0", "InvalidModelOption")]
    [InlineData("$lots | New-SpectralModel -Components 1 -MaximumComponents 3", "ParameterWithoutEffect")]
    [InlineData("$lots[0] | New-SpectralModel", "TooFewModelSpectra")]
    [InlineData("Set-Content m.json 1; $lots | New-SpectralModel m.json", "ModelExists")]
    [InlineData("Set-Content n.json '{}'; $lots | Measure-SpectralModel n.json", "InvalidModel")]
    [InlineData("$lots | Measure-SpectralModel none.json", "FileNotFound")]
    [InlineData("$m = $lots | New-SpectralModel; ConvertTo-Spectrum (1..9) (1..9) -XUnit cm-1 -Ordinate Absorbance | "
        + "Measure-SpectralModel $m", "ModelNotApplicable")]
    public void What_cannot_be_is_one_error_with_its_id(string command, string id)
    {
        var outcome = _shell.Run(command);
        Assert.StartsWith(id + ",", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_writes_no_file()
    {
        _shell.Run("$lots | New-SpectralModel good.model.json -WhatIf").WithoutErrors();
        Assert.False(File.Exists(_spectra["good.model.json"]));
    }
}
