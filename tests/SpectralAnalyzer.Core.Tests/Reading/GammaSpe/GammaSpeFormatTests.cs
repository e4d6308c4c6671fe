using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.GammaSpe;

public sealed class GammaSpeFormatTests
{
    internal const string Made =
        "$SPEC_ID:\r\nMade up\r\n$DATE_MEA:\r\n03/09/2024 08:05:00\r\n$MEAS_TIM:\r\n100 101.5\r\n$DATA:\r\n0 4\r\n    3\r\n   "
        + "10\r\n    8\r\n    2\r\n    1\r\n"
        + "$ROI:\r\n0\r\n$ENER_FIT:\r\n1.000000 2.000000\r\n$MCA_CAL:\r\n3\r\n1.0E+000 2.0E+000 1.0E-003 "
        + "keV\r\n$SHAPE_CAL:\r\n3\r\n0 0 0\r\n";

    [Fact]
    public void The_calibration_gives_the_energies_of_the_channels()
    {
        var content = Read(Made);

        Assert.Equal("Gamma SPE", content.Report.Format);
        Assert.Equal(
            [1, 3.001, 5.004, 7.009, 9.016], Assert.Single(content.Spectra).SourceX.ToArray().Select(x => Math.Round(x, 12)));
        Assert.Equal([3, 10, 8, 2, 1], content.Spectra[0].SourceY);
        Assert.Equal((AxisUnit.Other, "Energy (keV)"), (content.Report.XUnit, content.Spectra[0].Axis.Label));
        Assert.Equal((OrdinateKind.Intensity, 1), (content.Report.Ordinate, content.Report.Confidence));
        Assert.Equal(("Made up", "100", "101.5"), (content.Report.Metadata["Sample"], content.Report.Metadata["Live time (s)"],
            content.Report.Metadata["Real time (s)"]));
    }

    [Theory]
    [InlineData("0.000000 0.000000", "0 0 0")]
    [InlineData("0 1", "0 1 0")]
    public void Without_a_calibration_x_is_the_channel(string fit, string calibration)
    {
        var content = Read(Made.Replace("1.000000 2.000000", fit, StringComparison.Ordinal)
            .Replace("1.0E+000 2.0E+000 1.0E-003 keV", calibration, StringComparison.Ordinal)
            .Replace("0 4\r\n", "10 14\r\n", StringComparison.Ordinal));

        Assert.Equal([10, 11, 12, 13, 14], content.Spectra[0].SourceX);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "Uncalibrated");
    }

    [Fact]
    public void Several_counts_a_line_are_read_in_turn() =>
        Assert.Equal(
            [3, 10, 8, 2, 1], Read(Made.Replace("\r\n   10\r\n    8", " 10. 8.", StringComparison.Ordinal)).Spectra[0].SourceY);

    [Theory]
    [InlineData("1.000000 2.000000", "1.000000 2.500000", "StepMismatch", 0.88)]
    [InlineData("0 4\r\n", "0 7\r\n", "PointCountMismatch", 0.6)]
    public void What_contradicts_itself_is_told(string wrong, string by, string id, double atMost)
    {
        var content = Read(Made.Replace(wrong, by, StringComparison.Ordinal));

        Assert.Contains(content.Report.Issues, issue => issue.Id == id);
        Assert.True(content.Report.Confidence <= atMost);
    }

    [Theory]
    [InlineData("0 4\r\n", "all\r\n", "InvalidNumber")]
    [InlineData("0 4\r\n", "4 0\r\n", "InvalidHeader")]
    [InlineData("    3\r\n   10\r\n    8\r\n    2\r\n    1\r\n", "", "NoData")]
    [InlineData("   10\r\n", "   1o\r\n", "InvalidNumber")]
    public void A_fault_is_named(string wrong, string by, string id) =>
        Assert.Equal(
            id, Assert.Throws<SpectralException>(() => Read(Made.Replace(wrong, by, StringComparison.Ordinal))).Error.Id);

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/made.spe", Encoding.ASCII.GetBytes(text)), ReadOptions.Default,
            TestContext.Current.CancellationToken);
}
