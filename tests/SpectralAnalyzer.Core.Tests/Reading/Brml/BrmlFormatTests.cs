using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Brml;

public sealed class BrmlFormatTests
{
    private const string Scan = """
        <?xml version="1.0"?>
        <RawData xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <TimeStampStarted>2024-03-09T08:05:00+01:00</TimeStampStarted>
          <DataRoutes>
            <DataRoute RouteFlag="Measured">
              <ScanInformation ScanName="LockedCoupled" VisibleName="Coupled TwoTheta/Theta">
                <MeasurementPoints>3</MeasurementPoints>
                <ScanAxes>
                  <ScanAxisInfo AxisId="TwoTheta" VisibleName="2Theta" Unit="°">
                    <Start>20</Start><Stop>20.2</Stop><Increment>0.1</Increment></ScanAxisInfo>
                  <ScanAxisInfo AxisId="Theta" VisibleName="Theta" Unit="°">
                    <Start>10</Start><Stop>10.1</Stop><Increment>0.05</Increment></ScanAxisInfo>
                </ScanAxes>
              </ScanInformation>
              <Datum>1.5,1,20,10,100</Datum>
              <Datum>1.5,1,20.1,10.05,250</Datum>
              <Datum>1.5,1,20.2,10.1,90</Datum>
              <DataViews>
                <RawDataView xsi:type="FixedRawDataView" Start="0" Length="1" LogicName="MeasuredTime" Unit="s" />
                <RawDataView xsi:type="FixedRawDataView" Start="1" Length="1" LogicName="AbsorptionFactor" Unit="" />
                <RawDataView xsi:type="VaryingRawDataView" Start="2" Length="2" />
                <RawDataView xsi:type="RecordedRawDataView" Start="4" Length="1" />
              </DataViews>
            </DataRoute>
          </DataRoutes>
        </RawData>
        """;

    [Fact]
    public void The_views_say_which_value_of_a_row_is_what()
    {
        var content = Read(Made());

        Assert.Equal("Bruker BRML", content.Report.Format);
        Assert.Equal([20, 20.1, 20.2], Assert.Single(content.Spectra).SourceX);
        Assert.Equal([100, 250, 90], content.Spectra[0].SourceY);
        Assert.Equal((AxisUnit.DegreeTwoTheta, OrdinateKind.Intensity, 1),
            (content.Report.XUnit, content.Report.Ordinate, content.Report.Confidence));
        Assert.Equal("2024-03-09T08:05:00+01:00", content.Report.Metadata["Date"]);
        Assert.Empty(content.Report.Issues);
    }

    [Fact]
    public void Each_scan_is_a_series()
    {
        var content = Read(MadeUpArchive.Of(
            ("Experiment0/RawData0.xml", Scan), ("Experiment0/RawData1.xml", Scan.Replace("250", "7", StringComparison.Ordinal)),
            ("Experiment0/MeasurementContainer.xml", "<a/>")));

        Assert.Equal(["Scan 1", "Scan 2"], content.Spectra.Select(s => s.Series));
        Assert.Equal([100, 7, 90], content.Spectra[1].SourceY);
    }

    [Theory]
    [InlineData("<MeasurementPoints>3<", "<MeasurementPoints>4<", "PointCountMismatch")]
    [InlineData("<Increment>0.1<", "<Increment>0.4<", "StepMismatch")]
    [InlineData("<Datum>1.5,1,20.1", "<Datum>1.5,8,20.1", "Attenuation")]
    public void What_contradicts_itself_or_may_mislead_is_told(string wrong, string by, string id) =>
        Assert.Contains(Read(Made(Scan.Replace(wrong, by, StringComparison.Ordinal))).Report.Issues, issue => issue.Id == id);

    [Theory]
    [InlineData("20.1,10.05,250", "20.1,250", "LayoutMismatch")]
    [InlineData("Start=\"4\"", "Start=\"5\"", "LayoutMismatch")]
    [InlineData("VaryingRawDataView", "OtherRawDataView", "MissingX")]
    [InlineData("RecordedRawDataView", "OtherRawDataView", "MissingParameters")]
    [InlineData("250<", "2s0<", "InvalidNumber")]
    [InlineData("Datum", "Picture", "NoData")]
    [InlineData("</RawData>", "", "Truncated")]
    public void A_fault_is_named(string wrong, string by, string id) =>
        Assert.Equal(
            id, Assert.Throws<SpectralException>(() => Read(Made(Scan.Replace(wrong, by, StringComparison.Ordinal)))).Error.Id);

    internal static byte[] Made(string scan = Scan) => MadeUpArchive.Of(("Experiment0/RawData0.xml", scan));

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.brml", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
