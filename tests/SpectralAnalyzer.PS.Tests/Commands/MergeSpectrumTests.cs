using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

public sealed class MergeSpectrumTests : IDisposable
{
    private const string Lots = "$s = foreach ($n in 'lot1_1', 'lot2_1', 'lot1_2', 'lot2_2') { $y = [int] \"$($n[3])$($n[5])\"; "
        + "ConvertTo-Spectrum 400,401,402 @($y, $y, $y) -XUnit nm -Name $n }; ";

    private readonly ModuleRunspace _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("", "lot: 16.5")]
    [InlineData("Median -NamePattern '^(.+)_'", "lot1: 11.5;lot2: 21.5")]
    [InlineData("-NamePattern '^lot\\d'", "lot1: 11.5;lot2: 21.5")]
    [InlineData("-Property { $_.Name[-1] }", "1: 16;2: 17")]
    [InlineData("-Property Name", "lot1_1: 11;lot2_1: 21;lot1_2: 12;lot2_2: 22")]
    public void Groups_come_in_the_order_in_which_they_were_met(string parameters, string expected)
    {
        var merged = _shell.Run($"{Lots} $s | Merge-Spectrum {parameters}").WithoutErrors().As<Spectrum>();

        Assert.Equal(expected, string.Join(";", merged.Select(m => $"{m.Name}: {Text(m.Y[0])}")));
    }

    [Fact]
    public void Several_statistics_give_several_spectra_that_name_their_replicates()
    {
        var merged = _shell.Run(Lots + "$s | Merge-Spectrum Mean, StandardDeviation -NamePattern '^(.+)_'")
            .WithoutErrors().As<Spectrum>();

        Assert.Equal(["lot1", "lot1 standard deviation", "lot2", "lot2 standard deviation"], merged.Select(m => m.Name));
        Assert.Equal(Math.Sqrt(0.5), merged[1].Y[2], 12);
        Assert.Equal("lot1_1, lot1_2", merged[0].History.Single().Parameters["spectra"]);
    }

    [Fact]
    public void Metadata_can_name_the_group()
    {
        using var folder = new TempFolder();
        foreach (var (file, sample) in new[] { ("a", "oil"), ("b", "oil"), ("c", "water") })
        {
            folder.Write($"{file}.dx", $"##TITLE={file}\n##JCAMP-DX=4.24\n##DATA TYPE=INFRARED SPECTRUM\n##SAMPLE={sample}\n"
                + "##XUNITS=1/CM\n##YUNITS=ABSORBANCE\n##XYPOINTS=(XY..XY)\n1,1\n2,1\n3,1\n##END=\n");
        }

        var names = _shell.Run($"Get-ChildItem '{folder.Path}' | Import-SpectralFile | Merge-Spectrum -Property sample")
            .WithoutErrors().As<Spectrum>().Select(s => s.Name);

        Assert.Equal(["oil", "water"], names);
    }

    [Theory]
    [InlineData("-NamePattern '^(lot1)_'", "InvalidNamePattern", 2, 1)]
    [InlineData("-NamePattern '('", "InvalidNamePattern", 1, 0)]
    [InlineData("-Property Lot", "UnknownProperty", 4, 0)]
    [InlineData("StandardDeviation -Property Name", "NoSpectra", 4, 0)]
    public void A_spectrum_without_a_group_is_an_error_and_not_merged_in_silence(
        string parameters, string id, int errors, int merged)
    {
        var run = _shell.Run($"{Lots} $s | Merge-Spectrum {parameters}");

        Assert.Equal(errors, run.Errors.Count);
        Assert.All(run.Errors, e => Assert.StartsWith(id, e.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal(merged, run.As<Spectrum>().Count);
    }

    private static string Text(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
