using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Scio;

public sealed class ScioFormatTests
{
    internal const string Made = "name,demo\n,,\nnum_samples,2\n"
        + "id,time,name,spectrum_0 + 740,spectrum_1 + 741,wr_raw_0 + 740,wr_raw_1 + 741\n"
        + "a1,2019-01-01T10:00:00Z,\"Lot 1, left\",0.8,0.75,5000,5001\na2,2019-01-02T10:00:00Z,Lot 2,0.7,0.65,,5003\n";

    [Fact]
    public void The_names_of_the_columns_hold_the_wavelengths()
    {
        var content = Read(Made);

        Assert.Equal("SCiO CSV", content.Report.Format);
        Assert.Equal(["Lot 1, left", "Lot 1, left, wr_raw", "Lot 2", "Lot 2, wr_raw"], content.Spectra.Select(s => s.Series));
        Assert.Equal([740, 741], content.Spectra[0].SourceX);
        Assert.Equal([0.8, 0.75], content.Spectra[0].SourceY);
        Assert.Equal([5000, 5001], content.Spectra[1].SourceY);
        Assert.Equal([OrdinateKind.Reflectance, OrdinateKind.Intensity], content.Spectra.Take(2).Select(s => s.Ordinate.Kind));
        Assert.Equal((AxisUnit.Nanometer, "a1"), (content.Report.XUnit, content.Report.Metadata["id"]));
        Assert.InRange(content.Report.Confidence, 0.9, 0.99);
    }

    [Fact]
    public void An_empty_cell_is_a_missing_value()
    {
        var content = Read(Made);

        Assert.Equal(double.NaN, content.Spectra[3].SourceY[0]);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "MissingValues");
    }

    [Theory]
    [InlineData("5000,5001\n", "5000\n", "LayoutMismatch")]
    [InlineData("0.75", "0.7x5", "InvalidNumber")]
    public void A_damaged_line_is_refused_with_its_number(string wrong, string by, string id)
    {
        var error = Assert.Throws<SpectralException>(() => Read(Made.Replace(wrong, by, StringComparison.Ordinal))).Error;

        Assert.Equal(id, error.Id);
        Assert.Contains("ine 5 ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_without_scans_are_refused() => Assert.Equal("NoData", Assert.Throws<SpectralException>(
        () => Read(Made[..(Made.IndexOf("a1,", StringComparison.Ordinal))])).Error.Id);

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/made.csv", Encoding.UTF8.GetBytes(text)), ReadOptions.Default,
            TestContext.Current.CancellationToken);
}
