using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Tests.Commands;
using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests;

/// <summary>What Tab offers.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Theory]
    [InlineData("Invoke-SpectralBatch a b -Format P", "Png Pdf")]
    [InlineData("Invoke-SpectralBatch a b -ConflictResolution ", "AutoIncrement Fail Overwrite Skip Timestamp")]
    [InlineData("Export-SpectralGraph g.png -Arrangement S", "Stacked")]
    [InlineData("Export-SpectralReport r.html -Format ", "Excel Html JUnit")]
    [InlineData("ConvertTo-Spectrum -XUnit Ra", "RamanShift")]
    [InlineData("ConvertTo-Spectrum -XUnit cm^", "Wavenumber")]
    [InlineData("Import-SpectralFile a -Encoding utf-16", "unicode bigendianunicode")]
    [InlineData("Import-SpectralFile a -Delimiter ';", "Semicolon")]
    [InlineData("Import-SpectralFile a -DecimalMark ", "Point Comma")]
    [InlineData("Compare-Spectrum a b -CompareAs %", "PercentTransmittance PercentReflectance")]
    [InlineData("Invoke-SpectralBatch a b -Shard 1/", "1/2 1/4")]
    [InlineData("Invoke-SpectralBatch a b -FileNameTemplate '{sample}_{b", "'{sample}_{baseline}'")]
    [InlineData("Export-Spectrum -FileNameTemplate lot_",
        "'lot_{sample}' 'lot_{baseline}' 'lot_{series}' 'lot_{date}' 'lot_{index}'")]
    public void Enums_encodings_and_placeholders(string input, string expected) =>
        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), Complete(input).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Import-SpectralFile '{0}' -XColumn ", "Wavenumber")]
    [InlineData("Import-SpectralFile '{0}' -YColumn ", "'Sample A'")]
    [InlineData("Test-SpectralFile -LiteralPath '{0}' -YColumn sam", "'Sample A'")]
    public void Columns_are_those_of_the_file(string input, string expected)
    {
        var file = _spectra.WriteText("in/two.csv", "Wavenumber;Sample A;\"Sample B\"\n" + string.Concat(
            Enumerable.Range(0, 30).Select(i => $"{400 + i};0.{i + 10};0.{i + 20}\n")));
        Assert.Contains(expected, Complete(string.Format(System.Globalization.CultureInfo.InvariantCulture, input, file)));
        Assert.Empty(Complete("Import-SpectralFile -YColumn "));
    }

    [Theory]
    [InlineData("Invoke-SpectralBatch -Normali", "-NormalizationMode", "it never changes y")]
    [InlineData("Edit-Spectrum 'snv", "@{ normalize = 'snv' }", "Standard normal variate: y with ")]
    public void Tool_tips_tell_the_layout_of_a_file_from_the_normalization_of_y(string input, string expected, string toolTip)
    {
        var offered = Results(input);
        Assert.Equal(expected, string.Join(' ', offered.Select(c => c.CompletionText)));
        Assert.All(offered, c => Assert.Contains(toolTip, c.ToolTip, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Invoke-SpectralBatch '{0}' '{0}' -NoGraph -NormalizationMode snv", "snv")]
    [InlineData("Import-SpectralFile '{0}' -NormalizationMode Min-Max", "min-max")]
    public void A_normalization_of_y_is_refused_as_a_mode_with_the_step_that_does_it(string command, string kind)
    {
        var file = _spectra.Write("in/a.csv", 0.1);
        var error = Assert.Single(
            _shell.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, command, file)).Errors);
        Assert.Contains($"Edit-Spectrum @{{ normalize = '{kind}' }}", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("layout of files", error.Exception.Message, StringComparison.Ordinal);
    }

    private IReadOnlyList<string> Complete(string input) => [.. Results(input).Select(c => c.CompletionText)];

    private IReadOnlyList<CompletionResult> Results(string input) =>
        [.. _shell.Run(
            "[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches",
            ("line", input))
            .WithoutErrors().As<CompletionResult>()];
}
