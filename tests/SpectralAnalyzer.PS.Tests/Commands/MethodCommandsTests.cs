using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>New-, Get- and Test-SpectralMethod.</summary>
public sealed class MethodCommandsTests : IDisposable
{
    private const string FromParameters = "New-SpectralMethod -Name 'Used oil' -Version 3 -Description 'Night shift' -XUnit cm-1 "
        + "-Ordinate Absorbance -Series 'Sample*' -Step 'despike', @{ crop = 3900, 500 }, "
        + "@{ smooth = @{ kind = 'savitzky-golay'; window = 9; order = 2 } } -Region (3100,2800),(1850,650) -Resampling Pchip "
        + "-Band ([ordered]@{ soot = @{ height = 2000 }; oxidation = @{ area = 1800,1670; of = 'difference' } }) "
        + "-Limit ([ordered]@{ correlation = @{ min = 0.98; warn = 0.99 }; oxidation = @{ max = 12 } }) "
        + "-Graph @{ shade = 'oxidation'; peakLabels = 4 }";

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Fact]
    public void A_method_from_parameters_is_read_as_what_was_stated()
    {
        var method = _shell.Run($"{FromParameters} -Path '{_spectra["oil.method.yaml"]}' -PassThru")
            .WithoutErrors().Single<SpectralMethod>();

        Assert.Equal(("Used oil", "3", "Night shift"), (method.Name, method.Version, method.Description));
        Assert.Equal(["despike", "crop", "smooth"], method.Steps.Select(s => s.Name));
        Assert.Equal(["soot", "oxidation"], method.Bands.Select(b => b.Name));
        Assert.Equal(["Correlation", "oxidation"], method.Limits.Select(l => l.Name));
        Assert.Equal(ResamplingMethod.Pchip, method.Comparison!.Resampling);
        Assert.Equal(2, method.Comparison.Regions.Count);
        Assert.True(File.Exists(_spectra["spectral-method.schema.json"]));
    }

    [Fact]
    public void A_method_comes_back_from_Get_and_New_as_the_same_file()
    {
        string first = _spectra["a.method.yaml"], second = _spectra["b.method.yaml"];
        _shell.Run($"{FromParameters} -Path '{first}'").WithoutErrors();
        _shell.Run($"Get-SpectralMethod '{first}' | New-SpectralMethod -Path '{second}'").WithoutErrors();

        Assert.Equal(File.ReadAllText(first), File.ReadAllText(second));
    }

    [Theory]
    [InlineData("nir-identity")]
    [InlineData("polymer-identity-atr")]
    [InlineData("raman-identity")]
    [InlineData("used-oil-ftir")]
    [InlineData("uv-vis-purity")]
    public void A_template_is_right_and_comes_back(string name)
    {
        string first = _spectra["a.method.yaml"], second = _spectra["b.method.yaml"], third = _spectra["c.method.yaml"];
        Assert.True(_shell.Run($"New-SpectralMethod {name} -Path '{first}'; Test-SpectralMethod '{first}' -Quiet")
            .WithoutErrors().Single<bool>());
        _shell.Run($"Get-SpectralMethod '{first}' | New-SpectralMethod -Path '{second}'; "
            + $"Get-SpectralMethod '{second}' | New-SpectralMethod -Path '{third}'").WithoutErrors();

        Assert.Equal(File.ReadAllText(second), File.ReadAllText(third));
    }

    [Fact]
    public void A_file_that_exists_is_replaced_only_by_force()
    {
        var path = _spectra.WriteText("oil.method.yaml", "name: Mine\n");

        var refused = Assert.Single(_shell.Run($"New-SpectralMethod -Name Other -Path '{path}'").Errors);
        var kept = File.ReadAllText(path);
        _shell.Run($"New-SpectralMethod -Name Other -Path '{path}' -Force").WithoutErrors();

        Assert.StartsWith("MethodExists", refused.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("name: Mine\n", kept);
        Assert.Contains("name: Other", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_be_written_is_not_written_with_WhatIf()
    {
        _shell.Run($"New-SpectralMethod -Name Other -Path '{_spectra["x.method.yaml"]}' -WhatIf").WithoutErrors();

        Assert.False(File.Exists(_spectra["x.method.yaml"]));
    }

    [Fact]
    public void A_method_is_not_written_as_YAML_under_the_name_of_JSON() => Assert.StartsWith(
        "InvalidMethod",
        Assert.Single(_shell.Run($"New-SpectralMethod -Name Other -Path '{_spectra["x.json"]}'").Errors).FullyQualifiedErrorId,
        StringComparison.Ordinal);

    [Fact]
    public void A_method_file_in_JSON_is_read()
    {
        var path = _spectra.WriteText("j.method.json", """{ "name": "Json", "prepare": ["despike"] }""");

        Assert.Equal("Json", _shell.Run($"Get-SpectralMethod '{path}'").WithoutErrors().Single<SpectralMethod>().Name);
    }

    [Fact]
    public void All_methods_of_a_folder_are_tested()
    {
        _spectra.WriteText("good.method.yaml", "name: Good\n");
        _spectra.WriteText("wrong.method.yaml", "name: Wrong\nlimts: {}\nprepare: [{ crop: 5 }]\n");
        _spectra.WriteText("other.yaml", "no: method\n");

        var reports = _shell.Run($"Test-SpectralMethod '{_spectra.Path}'").WithoutErrors().As<MethodReport>();

        Assert.Equal([true, false], reports.Select(r => r.IsValid));
        Assert.Equal([2, 3], reports[1].Issues.Select(i => i.Line));
    }

    [Fact]
    public void Sample_files_show_what_each_step_does_to_them()
    {
        var path = _spectra.WriteText("a.method.yaml", "name: A\nprepare: [{ crop: [3000, 2000] }, { scale: 2 }]\n");

        var effects = _shell.Run($"Test-SpectralMethod '{path}' -SampleFile '{_spectra.Baseline}'")
            .WithoutErrors().As<MethodStepEffect>();

        Assert.Equal(["crop", "scale"], effects.Select(e => e.Step.Name));
        Assert.Equal([(451, 126), (126, 126)], effects.Select(e => (e.PointsBefore, e.PointsAfter!.Value)));
        Assert.Equal(2 * effects[1].YBefore!.Value.Max, effects[1].YAfter!.Value.Max, 12);
    }

    [Theory]
    [InlineData("scale: 2", "fresh.csv", true)]
    [InlineData("crop: [90, 20]", "fresh.csv", false)]
    [InlineData("scale: 2", "empty.csv", false)]
    public void Quiet_is_false_where_a_step_or_a_file_does_not_work(string step, string file, bool expected)
    {
        _spectra.WriteText("empty.csv", "");
        var path = _spectra.WriteText("a.method.yaml", $"name: A\nprepare: [{{ {step} }}]\n");

        Assert.Equal(expected, _shell.Run($"Test-SpectralMethod '{path}' -SampleFile '{_spectra[file]}' -Quiet").Single<bool>());
    }
}
