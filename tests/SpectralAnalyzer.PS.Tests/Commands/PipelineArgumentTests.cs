using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>Beside a pipeline, the positional arguments are what stands beside the files: baseline and output folder.</summary>
public sealed class PipelineArgumentTests : IDisposable
{
    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public PipelineArgumentTests()
    {
        _spectra.Write("in/a.csv", 0.3);
        _spectra.Write("in/b [1].csv", 0.1);
        _shell.Run("Set-Location -LiteralPath $folder", ("folder", _spectra.Path)).WithoutErrors();
    }

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Theory]
    [InlineData("Get-ChildItem in | Invoke-SpectralBatch fresh.csv out -Format Svg")]
    [InlineData("Get-ChildItem in | Invoke-SpectralBatch fresh.csv -OutputDirectory out -Format Svg")]
    [InlineData("Get-ChildItem in | Invoke-SpectralBatch -Baseline fresh.csv -OutputDirectory out -Format Svg")]
    [InlineData("'in' | Invoke-SpectralBatch fresh.csv out -Format Svg")]
    [InlineData("Get-ChildItem in | Test-SpectralFile | Invoke-SpectralBatch fresh.csv out -Format Svg")]
    [InlineData("Get-ChildItem in | Select-Object FullName | Invoke-SpectralBatch (Get-Item fresh.csv) out -Format Svg")]
    [InlineData("Get-Item in | Watch-SpectralFolder fresh.csv out -Count 2 -Timeout 30 -SettleTime 0 -Format Svg")]
    [InlineData("Invoke-SpectralBatch in fresh.csv out -Format Svg")]
    public void The_first_is_the_baseline_and_the_second_the_output_folder(string command)
    {
        var results = _shell.Run(command).WithoutErrors().As<SpectralResult>();

        Assert.Equal(["a.csv", "b [1].csv"], results.Select(r => Path.GetFileName(r.Path)).Order(StringComparer.Ordinal));
        Assert.Equal(["a_vs_fresh.svg", "b [1]_vs_fresh.svg"], _spectra.Outputs());
    }

    [Fact]
    public void The_names_of_outputs_are_resolved_in_the_same_way()
    {
        var names = _shell.Run("Get-ChildItem in | Resolve-SpectralOutputName fresh.csv out").WithoutErrors();

        Assert.Equal(
            ["a_vs_fresh.png", "b [1]_vs_fresh.png"],
            names.As<SpectralOutputName>().Select(n => Path.GetFileName(n.Path)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Get-ChildItem in | Invoke-SpectralBatch -Path fresh.csv out -NoGraph", "InputStatedTwice")]
    [InlineData("Get-ChildItem in | Invoke-SpectralBatch in fresh.csv out", "InputStatedTwice")]
    [InlineData("Get-Process -Id $PID | Select-Object Id | Invoke-SpectralBatch fresh.csv -NoGraph", "NotAFile")]
    public void Files_that_are_stated_twice_or_are_none_are_refused(string command, string id)
    {
        var outcome = _shell.Run(command);

        Assert.Empty(outcome.Output);
        Assert.StartsWith(id, Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spectrum_in_the_place_of_the_files_is_refused_with_the_parameter_that_takes_it()
    {
        var outcome = _shell.Run(
            "$spectrum = Import-SpectralFile fresh.csv; Get-ChildItem in | Invoke-SpectralBatch $spectrum out -NoGraph");

        Assert.Empty(outcome.Output);
        Assert.All(outcome.Errors, error => Assert.Contains("-Baseline", error.Exception.Message, StringComparison.Ordinal));
        Assert.NotEmpty(outcome.Errors);
    }

    [Theory]
    [InlineData("Invoke-SpectralBatch")]
    [InlineData("Compare-Spectrum")]
    [InlineData("Measure-SpectralBatch")]
    [InlineData("Export-SpectralGraph")]
    public void The_syntax_of_a_set_fits_on_a_screen(string cmdlet)
    {
        var syntax = string.Concat(_shell.Run($"Get-Command {cmdlet} -Syntax").WithoutErrors().Output);

        Assert.All(syntax.Split(cmdlet + " ").Skip(1), set => Assert.InRange((set.Length / 80) + 1, 1, 24));
    }
}
