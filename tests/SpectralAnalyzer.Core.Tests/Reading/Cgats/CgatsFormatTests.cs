using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Cgats;

public sealed class CgatsFormatTests
{
    internal const string Made = """
        SPECT

        DESCRIPTOR "A ""made up"" lamp"
        MEAS_TYPE "EMISSION" # a comment
        KEYWORD "SPECTRAL_BANDS"
        SPECTRAL_BANDS "4"
        SPECTRAL_START_NM "350.000000"
        SPECTRAL_END_NM "360.000000"
        SPECTRAL_NORM "100.000000"

        NUMBER_OF_FIELDS 4
        BEGIN_DATA_FORMAT
        SPEC_350 SPEC_353 SPEC_357 SPEC_360
        END_DATA_FORMAT

        NUMBER_OF_SETS 1
        BEGIN_DATA
        0.5 1.5 -2 3e1
        END_DATA

        """;

    private const string Chart = """
        CGATS.17
        DEVICE_CLASS "OUTPUT"
        NUMBER_OF_SETS 2
        BEGIN_DATA_FORMAT
        SAMPLE_ID LAB_L nm380 nm390 nm400
        END_DATA_FORMAT
        BEGIN_DATA
        "A 1" 50 0.1 0.2 0.3
        A2 60 0.4 0.5 none
        END_DATA
        """;

    [Fact]
    public void Stated_ends_are_finer_than_the_names_of_the_fields()
    {
        var content = Read(Made);

        Assert.Equal("CGATS", content.Report.Format);
        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal([350, 350 + 10 / 3.0, 350 + 20 / 3.0, 360], spectrum.SourceX);
        Assert.Equal([0.5, 1.5, -2, 30], spectrum.SourceY);
        Assert.Equal((AxisUnit.Nanometer, OrdinateKind.Intensity, 1),
            (content.Report.XUnit, content.Report.Ordinate, content.Report.Confidence));
        Assert.Equal("A \"made up\" lamp", content.Report.Metadata["DESCRIPTOR"]);
    }

    [Fact]
    public void Each_row_is_a_spectrum_named_by_its_sample()
    {
        var content = Read(Chart);

        Assert.Equal(["A 1", "A2"], content.Spectra.Select(s => s.Series));
        Assert.Equal([380, 390, 400], content.Spectra[0].SourceX);
        Assert.Equal([0.1, 0.2, 0.3], content.Spectra[0].SourceY);
        Assert.Equal([0.4, 0.5, double.NaN], content.Spectra[1].SourceY);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "MissingValues");
    }

    [Fact]
    public void A_row_may_run_over_lines()
    {
        var content = Read(Chart.Replace("50 0.1 0.2", "50\n0.1 0.2", StringComparison.Ordinal));

        Assert.Equal([0.1, 0.2, 0.3], content.Spectra[0].SourceY);
        Assert.True(content.Report.Confidence < 1);
    }

    [Fact]
    public void Reflectance_is_in_percent_where_the_norm_is_100()
    {
        Assert.Equal(OrdinateKind.PercentReflectance,
            Read(Made.Replace("EMISSION", "REFLECTIVE", StringComparison.Ordinal)).Report.Ordinate);
        Assert.Equal(OrdinateKind.Transmittance, Read(
            Chart.Replace("DEVICE_CLASS \"OUTPUT\"", "QUANTITY \"transmittance\"", StringComparison.Ordinal)).Report.Ordinate);
    }

    [Theory]
    [InlineData("SPECTRAL_START_NM \"350", "SPECTRAL_START_NM \"340", "FirstXMismatch", 0.88)]
    [InlineData("SPECTRAL_BANDS \"4\"", "SPECTRAL_BANDS \"5\"", "PointCountMismatch", 0.85)]
    [InlineData("NUMBER_OF_SETS 1", "NUMBER_OF_SETS 2", "PointCountMismatch", 0.85)]
    [InlineData("NUMBER_OF_FIELDS 4", "NUMBER_OF_FIELDS 5", "LayoutMismatch", 0.9)]
    [InlineData("END_DATA\n", "", "MissingEnd", 0.9)]
    public void What_contradicts_itself_is_told(string wrong, string by, string id, double atMost)
    {
        var content = Read(Made.ReplaceLineEndings("\n").Replace(wrong, by, StringComparison.Ordinal));

        Assert.Contains(content.Report.Issues, issue => issue.Id == id);
        Assert.True(content.Report.Confidence <= atMost);
    }

    [Theory]
    [InlineData("nm380 nm390 nm400", "XYZ_X XYZ_Y XYZ_Z", "NoData")]
    [InlineData("A2 60", "A2", "LayoutMismatch")]
    public void A_table_without_spectra_or_with_missing_cells_is_refused(string wrong, string by, string id) =>
        Assert.Equal(
            id, Assert.Throws<SpectralException>(() => Read(Chart.Replace(wrong, by, StringComparison.Ordinal))).Error.Id);

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/made.sp", Encoding.UTF8.GetBytes(text)), ReadOptions.Default, TestContext.Current.CancellationToken);
}
