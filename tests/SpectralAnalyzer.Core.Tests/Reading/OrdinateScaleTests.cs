using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Tests.Comparison;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading;

/// <summary>
/// Fraction or percent is decided once for a file, by more than a spike, the same in text and in binary formats, and is told as
/// supposed.
/// </summary>
public sealed class OrdinateScaleTests
{
    public static TheoryData<string> Quantities => ["Transmittance", "Reflectance"];

    [Theory]
    [MemberData(nameof(Quantities))]
    public void A_spike_does_not_make_a_fraction_a_percentage(string quantity)
    {
        foreach (var report in new[] { Text(quantity, i => i == 77 ? 2.3 : 0.9 * Math.Abs(Math.Sin(0.02 * i))),
            Jcamp(quantity, i => i == 77 ? 2.3 : 0.9 * Math.Abs(Math.Sin(0.02 * i))) })
        {
            Assert.Equal(quantity, report.Ordinate.ToString());
            Assert.True(report.OrdinateInferred);
            Assert.Contains(report.Issues, i => i.Id == "OrdinateScaleUnclear");
        }
    }

    [Theory]
    [MemberData(nameof(Quantities))]
    public void A_narrow_band_in_percent_is_one(string quantity)
    {
        foreach (var report in new[] { Text(quantity, Band), Jcamp(quantity, Band) })
            Assert.Equal("Percent" + quantity, report.Ordinate.ToString());

        static double Band(int i) => 0.02 + 80 * Math.Exp(-Math.Pow((i - 200) / 5.0, 2));
    }

    [Theory]
    [MemberData(nameof(Quantities))]
    public void Text_and_JCAMP_switch_at_the_same_value(string quantity)
    {
        foreach (var report in new[] { Text(quantity, i => 2.2 - 0.1 * Math.Sin(i)),
            Jcamp(quantity, i => 2.2 - 0.1 * Math.Sin(i)) })
            Assert.Equal("Percent" + quantity, report.Ordinate.ToString());
    }

    [Fact]
    public void All_spectra_of_a_file_have_one_scale()
    {
        var rows = string.Concat(Enumerable.Range(0, 300)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{400 + i},{90 - 0.1 * i},{0.5 + 0.001 * i}\n")));

        var content = Read("made.csv", "Wavelength (nm),Transmittance clear,Transmittance black\n" + rows);

        Assert.All(content.Spectra,
            s => Assert.Equal((OrdinateKind.PercentTransmittance, true), (s.Ordinate.Kind, s.Ordinate.IsScaleInferred)));
    }

    [Fact]
    public void A_stated_percentage_is_not_inferred()
    {
        var content = Read("made.csv", "Wavelength (nm),Transmittance (%)\n" + Rows(i => 0.5 + 0.001 * i));

        Assert.Equal((OrdinateKind.PercentTransmittance, false), (content.Report.Ordinate, content.Report.OrdinateInferred));
        Assert.DoesNotContain(content.Report.Issues, i => i.Id == "OrdinateScale");
    }

    [Fact]
    public void A_comparison_that_rests_on_a_supposed_scale_says_so()
    {
        var sample = Read("made.csv", "Wavenumber (cm-1),Transmittance\n" + Rows(i => 0.5 + 0.001 * i)).Spectra[0];
        var baseline = Make.Spectrum([.. sample.SourceX], [.. sample.SourceY.Select(t => -Math.Log10(t))]);

        var outcome = Make.Compare(baseline, sample);

        Assert.Equal(0, outcome.Comparison.MaxAbsoluteDifference, 12);
        Assert.Contains("fraction or in percent", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    private static SpectralFileReport Text(string quantity, Func<int, double> y) =>
        Read("made.csv", $"Wavelength (nm),{quantity}\n" + Rows(y)).Report;

    private static SpectralFileReport Jcamp(string quantity, Func<int, double> y) => Read(
        "made.jdx",
        $"##TITLE=made\n##JCAMP-DX=4.24\n##DATA TYPE=UV/VIS SPECTRUM\n##XUNITS=NANOMETERS\n"
        + $"##YUNITS={quantity.ToUpperInvariant()}\n##NPOINTS=400\n##XYPOINTS=(XY..XY)\n{Rows(y)}##END=\n").Report;

    private static string Rows(Func<int, double> y) =>
        string.Concat(
            Enumerable.Range(0, 400).Select(i => string.Create(CultureInfo.InvariantCulture, $"{400 + i},{y(i):F5}\n")));

    private static SpectralFileContent Read(string name, string text) =>
        SpectrumReader.Default.Read(new SpectralSource("/made/up/" + name, Encoding.UTF8.GetBytes(text)), ReadOptions.Default,
            TestContext.Current.CancellationToken);
}
