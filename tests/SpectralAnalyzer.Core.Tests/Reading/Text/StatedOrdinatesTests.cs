using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>Text exports of JASCO: the quantity of each channel is a setting above the table.</summary>
public sealed class StatedOrdinatesTests
{
    [Theory]
    [InlineData('\t')]
    [InlineData(';')]
    public void Each_channel_has_its_own_quantity_and_name(char delimiter)
    {
        var content = Read(delimiter, "CD [mdeg]", "HT [V]", "ABSORBANCE");

        Assert.Equal(["CD [mdeg]", "HT [V]", "ABSORBANCE"], content.Spectra.Select(s => s.Series));
        Assert.Equal(
            [OrdinateKind.Other, OrdinateKind.Other, OrdinateKind.Absorbance], content.Spectra.Select(s => s.Ordinate.Kind));
        Assert.Equal(["CD (mdeg)", "HT [V]", "Absorbance"], content.Spectra.Select(s => s.Ordinate.Title));
        Assert.Equal([200.5, 200.51], content.Spectra[1].SourceY[..2]);
        Assert.Equal(AxisUnit.Nanometer, content.Report.XUnit);
    }

    [Fact]
    public void The_quantity_of_the_first_channel_is_not_that_of_the_others()
    {
        var content = Read('\t', "ABSORBANCE", "HT [V]");

        Assert.Equal([OrdinateKind.Absorbance, OrdinateKind.Other], content.Spectra.Select(s => s.Ordinate.Kind));
    }

    [Fact]
    public void A_single_channel_is_labelled_by_its_quantity()
    {
        var spectrum = Assert.Single(Read('\t', "CD [mdeg]").Spectra);

        Assert.Null(spectrum.Series);
        Assert.Equal("CD (mdeg)", spectrum.Ordinate.Title);
    }

    private static SpectralFileContent Read(char delimiter, params string[] quantities)
    {
        var text = new StringBuilder();
        Line("TITLE", "made up");
        Line("ORIGIN", "JASCO");
        Line("DELTAX", "-1");
        Line("XUNITS", "NANOMETERS");
        for (var i = 0; i < quantities.Length; i++)
            Line(i == 0 ? "YUNITS" : $"Y{i + 1}UNITS", quantities[i]);
        Line("NPOINTS", "60");
        Line("XYDATA", "");
        for (var row = 0; row < 60; row++)
        {
            double[] values = [20 * Math.Sin(row / 8.0), 200.5 + row * row / 100.0, 0.2 + 0.1 * Math.Cos(row / 5.0)];
            var cells = values.Take(quantities.Length).Select(value => value.ToString("F4", CultureInfo.InvariantCulture));
            text.Append(CultureInfo.InvariantCulture, $"{400 - row:F1}{delimiter}{string.Join(delimiter, cells)}\n");
        }

        return SpectrumReader.Default.Read(
            new SpectralSource("/a.txt", Encoding.ASCII.GetBytes(text.ToString())), ReadOptions.Default,
                TestContext.Current.CancellationToken);

        void Line(string name, string value) => text.Append(name).Append(delimiter).Append(value).Append('\n');
    }
}
