using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

/// <summary>What comes back from a file, a job or another session is what it was.</summary>
public sealed class SerializedFormTests : IDisposable
{
    private const string RoundTrip = """
        function Restore([Parameter(ValueFromPipeline)] $Item) { process {
            if ($how -eq 'file') {
                $Item | Export-Clixml "$folder/object.xml"
                Import-Clixml "$folder/object.xml"
            } else {
                [System.Management.Automation.PSSerializer]::Deserialize(
                    [System.Management.Automation.PSSerializer]::Serialize($Item, [int] $how))
            }
        } }
        Set-Location -LiteralPath $folder

        """;

    private readonly SpectraFolder _spectra = new();
    private readonly ModuleRunspace _shell = new();

    public SerializedFormTests()
    {
        _spectra.Write("a.csv", 0.3);
        _spectra.Write("b.csv", 0.1);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _spectra.Dispose();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("file")]
    public void A_spectrum_has_the_same_bits(string how)
    {
        double[] x = [3, 1, 2, 1e-310, 5], y = [0.1, -0.0, double.NaN, double.PositiveInfinity, 1 / 3d];
        var spectrum = Spectrum.FromSource([.. x], [.. y], new SpectrumDescription
        {
            Name = "é < \u0001 \"",
            Axis = new SpectralAxis(AxisUnit.Nanometer, "λ", true),
            Ordinate = new SpectralOrdinate(OrdinateKind.Absorbance),
            Metadata = new Dictionary<string, string> { ["A b"] = "c" },
        });
        var back = Run(how, "$spectrum | Restore", ("spectrum", spectrum)).Single<Spectrum>();

        Assert.Equal(Bits(x), Bits(back.SourceX));
        Assert.Equal(Bits(y), Bits(back.SourceY));
        Assert.Equal(Bits(spectrum.Y), Bits(back.Y));
        Assert.Equal((spectrum.Name, spectrum.Axis, spectrum.Ordinate), (back.Name, back.Axis, back.Ordinate));
        Assert.Equal(spectrum.Metadata, back.Metadata);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("file")]
    public void A_comparison_and_a_result_have_the_same_numbers_and_spectra(string how)
    {
        var outcome = Run(how, """
            $comparison = Compare-Spectrum fresh.csv a.csv
            $result = Invoke-SpectralBatch a.csv fresh.csv -NoGraph
            $comparison; $comparison | Restore; $result.Comparison; ($result | Restore).Comparison
            """).As<SpectralComparison>();

        foreach (var (before, after) in new[] { (outcome[0], outcome[1]), (outcome[2], outcome[3]) })
        {
            foreach (var metric in typeof(SpectralComparison).GetProperties().Where(p => p.PropertyType == typeof(double)))
                Assert.Equal(Bits([(double)metric.GetValue(before)!]), Bits([(double)metric.GetValue(after)!]));
            Assert.Equal(Bits(before.GetDifference()!.Y), Bits(after.GetDifference()!.Y));
            Assert.Equal(before.Peaks, after.Peaks);
            Assert.Equal(before.Sample is null ? [] : Bits(before.Sample.Y), after.Sample is null ? [] : Bits(after.Sample.Y));
        }
    }

    [Theory]
    [InlineData("(Invoke-SpectralBatch a.csv, b.csv fresh.csv -NoGraph) {0} | Measure-SpectralBatch | % Succeeded", "2")]
    [InlineData("(Invoke-SpectralBatch a.csv fresh.csv -NoGraph) {0} | Export-SpectralReport r.xml | % Name", "r.xml")]
    [InlineData("(Compare-Spectrum fresh.csv a.csv) {0} | Export-SpectralGraph g.svg | % Name", "g.svg")]
    [InlineData("(Import-SpectralFile a.csv) {0} | Compare-Spectrum fresh.csv | % PointCount", "451")]
    [InlineData("(Import-SpectralFile a.csv) {0} | Edit-Spectrum @{{ normalize = 'snv' }} {0} | % { $_.History.Count }", "1")]
    [InlineData("(Import-SpectralFile a.csv) {0} | Export-Spectrum s.csv | % Name", "s.csv")]
    [InlineData("Invoke-SpectralBatch a.csv ((Import-SpectralFile fresh.csv) {0}) -NoGraph | % Status", "Succeeded")]
    public void It_does_all_that_a_live_object_does(string command, string expected)
    {
        var script = command.Replace("{0}", "| Restore", StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal)
            .Replace("}}", "}", StringComparison.Ordinal);

        Assert.Equal(expected, Assert.Single(Run("2", script).WithoutErrors().Output).ToString());
    }

    [Fact]
    public void Damaged_text_is_not_restored_and_is_refused()
    {
        var outcome = Run("2", """
            $text = [System.Management.Automation.PSSerializer]::Serialize((Invoke-SpectralBatch a.csv fresh.csv -NoGraph), 2)
            $damaged = $text -replace '"Path":', '"Pfad":' -replace '&quot;Path&quot;:', '&quot;Pfad&quot;:'
            $back = [System.Management.Automation.PSSerializer]::Deserialize($damaged)
            $back
            $back | Measure-SpectralBatch
            """);

        Assert.StartsWith("Deserialized.", Assert.Single(outcome.Output).TypeNames[0], StringComparison.Ordinal);
        Assert.NotEmpty(outcome.Errors);
    }

    [Fact]
    public void The_text_is_not_among_the_properties_that_are_shown()
    {
        var outcome = Run("2", """
            $result = Invoke-SpectralBatch a.csv fresh.csv -NoGraph
            ($result | ConvertTo-Json -Depth 4), ($result | Format-List * | Out-String), ($result | ConvertTo-Csv | Out-String)
            """).WithoutErrors();

        Assert.All(outcome.As<string>(), text => Assert.DoesNotContain("SerializedForm", text, StringComparison.Ordinal));
    }

    private RunOutcome Run(string how, string script, params (string Name, object? Value)[] variables) =>
        _shell.Run(RoundTrip + script, [("how", how), ("folder", _spectra.Path), .. variables]);

    private static long[] Bits(double[] values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];
}
