using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.N42;

public sealed class N42FormatTests
{
    internal const string Made = "<?xml version=\"1.0\"?><RadInstrumentData xmlns=\"http://physics.nist.gov/N42/2011/N42\">"
        + "<RadInstrumentInformation><RadInstrumentModelName>Model 7</RadInstrumentModelName></RadInstrumentInformation>"
        + "<EnergyCalibration id=\"a\"><CoefficientValues>0.5 2 0.25</CoefficientValues></EnergyCalibration>"
        + "<EnergyCalibration id=\"b\"><EnergyBoundaryValues>0 10 30 60 100</EnergyBoundaryValues></EnergyCalibration>"
        + "<RadMeasurement "
        + "id=\"m\"><MeasurementClassCode>Foreground</MeasurementClassCode><StartDateTime>2024-02-03T04:05:06Z</StartDateTime>"
        + "<Spectrum id=\"s1\" energyCalibrationReference=\"a\"><LiveTimeDuration>PT10S</LiveTimeDuration>"
        + "<ChannelData compressionCode=\"CountedZeroes\">7 0 3\n 9 0 1</ChannelData></Spectrum>"
        + "<Spectrum id=\"s2\" energyCalibrationReference=\"b\"><ChannelData>1 0 3 4</ChannelData></Spectrum></RadMeasurement>"
        + "</RadInstrumentData>";

    [Fact]
    public void Packed_zeros_are_unpacked_and_the_polynomial_counts_from_channel_zero()
    {
        var content = Read(Made);

        Assert.Equal(("N42", 1), (content.Report.Format, content.Report.Confidence));
        Assert.Equal([7, 0, 0, 0, 9, 0], content.Spectra[0].SourceY);
        Assert.Equal([0.5, 2.75, 5.5, 8.75, 12.5, 16.75], content.Spectra[0].SourceX);
        Assert.Equal((AxisUnit.Other, "Energy (keV)"), (content.Report.XUnit, content.Spectra[0].Axis.Label));
        Assert.Equal(["Foreground, s1", "Foreground, s2"], content.Spectra.Select(s => s.Series));
        Assert.Equal(("PT10S", "2024-02-03T04:05:06Z", "Model 7"),
            (content.Report.Metadata["Live time"], content.Report.Metadata["Date"], content.Report.Metadata["Instrument"]));
    }

    [Fact]
    public void Listed_edges_give_the_lower_edge_of_each_channel()
    {
        var spectrum = Read(Made).Spectra[1];

        Assert.Equal([0, 10, 30, 60], spectrum.SourceX);
        Assert.Equal([1, 0, 3, 4], spectrum.SourceY);
    }

    [Fact]
    public void The_edition_of_2006_is_read_too()
    {
        var content = Read("<N42InstrumentData><Measurement><Spectrum Detector=\"A1\"><RealTime>PT2S</RealTime>"
            + "<Calibration Type=\"FWHM\"/><Calibration Type=\"Energy\" EnergyUnits=\"eV\"><Equation Model=\"Polynomial\">"
            + "<Coefficients>100 "
            + "50</Coefficients></Equation></Calibration><ChannelData Compression=\"CountedZeroes\">0 2 5</ChannelData>"
            + "</Spectrum></Measurement></N42InstrumentData>");

        Assert.Equal([100, 150, 200], Assert.Single(content.Spectra).SourceX);
        Assert.Equal((AxisUnit.ElectronVolt, "A1"), (content.Report.XUnit, content.Report.Metadata["Detector"]));
    }

    [Fact]
    public void A_prefix_that_is_declared_nowhere_does_not_matter() => Assert.Equal(2,
        Read(Made.Replace("</RadMeasurement>", "</RadMeasurement><DHS:Other>1</DHS:Other>", StringComparison.Ordinal))
            .Spectra.Count);

    [Fact]
    public void Deviations_that_are_not_applied_are_reported()
    {
        var content = Read(Made.Replace("</CoefficientValues>",
            "</CoefficientValues><EnergyValues>60 2614</EnergyValues><EnergyDeviationValues>0 -0.5</EnergyDeviationValues>",
            StringComparison.Ordinal));

        Assert.Contains(content.Report.Issues, issue => issue.Id == "FactorIgnored");
        Assert.True(content.Report.Confidence < 0.9);
    }

    [Fact]
    public void Without_a_calibration_x_is_the_channel()
    {
        var content = Read(Made.Replace("Reference=\"a\"", "Reference=\"c\"", StringComparison.Ordinal));

        Assert.Equal([0, 1, 2, 3, 4, 5], content.Spectra[0].SourceX);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "Uncalibrated");
    }

    [Theory]
    [InlineData("7 0 3\n 9 0 1", "7 0 3\n 9 0", "PointCountMismatch")]
    [InlineData("7 0 3\n 9 0 1", "7 0 999999999", "PointCountMismatch")]
    [InlineData("7 0 3\n 9 0 1", "7 x", "InvalidNumber")]
    [InlineData("CountedZeroes", "Huffman", "UnsupportedContent")]
    [InlineData("</RadInstrumentData>", "", "Truncated")]
    [InlineData("ChannelData", "Channels", "NoData")]
    public void A_damaged_file_is_refused(string wrong, string by, string id) => Assert.Equal(
        id, Assert.Throws<SpectralException>(() => Read(Made.Replace(wrong, by, StringComparison.Ordinal))).Error.Id);

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/made.n42", Encoding.UTF8.GetBytes(text)), ReadOptions.Default,
            TestContext.Current.CancellationToken);
}
