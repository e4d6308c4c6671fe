using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Xrdml;

public sealed class XrdmlFormatTests
{
    internal const string Made = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xrdMeasurements xmlns="http://www.xrdml.com/XRDMeasurement/1.6" status="Completed">
          <sample type="To be analyzed"><id>42</id><name>Made up</name></sample>
          <xrdMeasurement measurementType="Scan" status="Completed">
            <usedWavelength intended="K-Alpha 1"><kAlpha1 unit="Angstrom">1.540598</kAlpha1></usedWavelength>
            <incidentBeamPath><xRayTube><tension unit="kV">45</tension>
              <anodeMaterial>Cu</anodeMaterial></xRayTube></incidentBeamPath>
            <scan appendNumber="0" mode="Continuous" scanAxis="Gonio" status="Completed">
              <header><startTimeStamp>2024-03-09T08:05:00+01:00</startTimeStamp></header>
              <dataPoints>
                <positions axis="Omega" unit="deg"><startPosition>5</startPosition><endPosition>6</endPosition></positions>
                <positions axis="2Theta" unit="deg"><startPosition>10</startPosition><endPosition>12</endPosition></positions>
                <positions axis="Phi" unit="deg"><commonPosition>30</commonPosition></positions>
                <commonCountingTime unit="seconds">1.5</commonCountingTime>
                <intensities unit="counts">100 250 130 90 80</intensities>
              </dataPoints>
            </scan>
          </xrdMeasurement>
        </xrdMeasurements>
        """;

    [Fact]
    public void The_ends_of_the_axis_and_the_counts_give_the_spectrum()
    {
        var content = Read(Made);

        Assert.Equal("XRDML", content.Report.Format);
        Assert.Equal([10, 10.5, 11, 11.5, 12], Assert.Single(content.Spectra).SourceX);
        Assert.Equal([100, 250, 130, 90, 80], content.Spectra[0].SourceY);
        Assert.Equal((AxisUnit.DegreeTwoTheta, OrdinateKind.Intensity, 1),
            (content.Report.XUnit, content.Report.Ordinate, content.Report.Confidence));
        Assert.Equal("Made up", content.Report.Metadata["Sample"]);
        Assert.Equal("1.540598", content.Report.Metadata["kAlpha1 (Angstrom)"]);
        Assert.Equal("1.5", content.Report.Metadata["Counting time (seconds)"]);
        Assert.Empty(content.Report.Issues);
    }

    [Fact]
    public void Listed_positions_are_taken_as_they_are()
    {
        var content = Read(Made.Replace("<startPosition>10</startPosition><endPosition>12</endPosition>",
            "<listPositions>10 10.1 11 11.2 12</listPositions>", StringComparison.Ordinal));

        Assert.Equal([10, 10.1, 11, 11.2, 12], content.Spectra[0].SourceX);
    }

    [Fact]
    public void Scans_of_a_map_are_named_by_the_axes_that_stood_still()
    {
        var scan = Made[Made.IndexOf("<scan ", StringComparison.Ordinal)..(Made.IndexOf("</scan>",
            StringComparison.Ordinal) + 7)];
        var content = Read(
            Made.Replace(scan, scan + scan.Replace(">30<", ">60<", StringComparison.Ordinal), StringComparison.Ordinal));

        Assert.Equal(["Scan 1, Phi 30", "Scan 2, Phi 60"], content.Spectra.Select(s => s.Series));
    }

    [Fact]
    public void A_rocking_curve_runs_along_the_axis_that_moved()
    {
        var content = Read(Made.Replace("<startPosition>10</startPosition><endPosition>12</endPosition>",
            "<commonPosition>10</commonPosition>", StringComparison.Ordinal));

        Assert.Equal([5, 5.25, 5.5, 5.75, 6], content.Spectra[0].SourceX);
        Assert.Equal((AxisUnit.Other, "Omega (deg)"), (content.Report.XUnit, content.Spectra[0].Axis.Label));
    }

    [Theory]
    [InlineData("scanAxis=\"Gonio\" status=\"Completed\"", "scanAxis=\"Gonio\" status=\"Aborted\"", "Unfinished")]
    public void What_may_mislead_is_told(string wrong, string by, string id) =>
        Assert.Contains(Read(Made.Replace(wrong, by, StringComparison.Ordinal)).Report.Issues, issue => issue.Id == id);

    [Theory]
    [InlineData("counts", true)]
    [InlineData("intensities", false)]
    public void Attenuation_is_reported_for_counts_since_intensities_have_the_factor(string element, bool isReported)
    {
        const string factors = "<beamAttenuationFactors>1 10 10 1 1</beamAttenuationFactors><intensities";
        var content = Read(Made.Replace("<intensities", factors, StringComparison.Ordinal)
            .Replace("intensities", element, StringComparison.Ordinal));

        Assert.Equal([100, 250, 130, 90, 80], content.Spectra[0].SourceY);
        Assert.Equal(isReported ? ["Attenuation"] : [], content.Report.Issues.Select(issue => issue.Id));
    }

    [Theory]
    [InlineData("<startPosition>10</startPosition><endPosition>12</endPosition>", "<listPositions>10 11</listPositions>",
        "PointCountMismatch")]
    [InlineData("<startPosition>10</startPosition>", "", "MissingX")]
    [InlineData("<endPosition>12</endPosition>", "<endPosition>10</endPosition>", "NoStep")]
    [InlineData("250", "2x0", "InvalidNumber")]
    [InlineData("100 250 130 90 80", "", "NoData")]
    [InlineData("</xrdMeasurements>", "", "Truncated")]
    [InlineData("<xrdMeasurements", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><xrdMeasurements", "Truncated")]
    public void A_fault_is_named(string wrong, string by, string id) =>
        Assert.Equal(
            id, Assert.Throws<SpectralException>(() => Read(Made.Replace(wrong, by, StringComparison.Ordinal))).Error.Id);

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/made.xrdml", Encoding.UTF8.GetBytes(text)), ReadOptions.Default,
            TestContext.Current.CancellationToken);
}
