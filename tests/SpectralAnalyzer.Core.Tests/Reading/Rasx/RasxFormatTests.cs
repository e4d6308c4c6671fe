using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Rasx;

public sealed class RasxFormatTests
{
    private const string Table = "\uFEFF10.0000\t100\t1\r\n10.0200\t250.5\t1\r\n10.0400\t90\t1\r\n";

    private const string Conditions = """
        <?xml version="1.0" encoding="utf-8"?>
        <MeasurementConditions>
          <GeneralInformation><SampleName>Made up</SampleName></GeneralInformation>
          <HWConfigurations><XrayGenerator><TargetName>Cu</TargetName>
            <WavelengthKalpha1>1.540593</WavelengthKalpha1></XrayGenerator></HWConfigurations>
          <ScanInformation>
            <AxisName>TwoThetaTheta</AxisName><Start>10.0000</Start><Stop>10.0400</Stop>
            <Step>0.0200</Step><PositionUnit>deg</PositionUnit>
            <IntensityUnit>counts</IntensityUnit><StartTime>2024-03-09T08:05:00Z</StartTime><DataCount>3</DataCount>
          </ScanInformation>
        </MeasurementConditions>
        """;

    [Fact]
    public void The_table_gives_the_spectrum_and_the_conditions_its_axis()
    {
        var content = Read(Made());

        Assert.Equal("Rigaku RASX", content.Report.Format);
        Assert.Equal([10, 10.02, 10.04], Assert.Single(content.Spectra).SourceX);
        Assert.Equal([100, 250.5, 90], content.Spectra[0].SourceY);
        Assert.Equal((AxisUnit.DegreeTwoTheta, OrdinateKind.Intensity, 1),
            (content.Report.XUnit, content.Report.Ordinate, content.Report.Confidence));
        Assert.Equal(("Made up", "Cu"), (content.Report.Metadata["Sample"], content.Report.Metadata["Anode"]));
        Assert.Empty(content.Report.Issues);
    }

    [Fact]
    public void Each_profile_is_a_series_in_the_order_of_its_number()
    {
        var content = Read(MadeUpArchive.Of(
            ("Data10/Profile0.txt", Table.Replace("250.5", "3", StringComparison.Ordinal)), ("Data2/Profile0.txt", Table),
            ("Data0/MesurementConditions0.xml", Conditions)));

        Assert.Equal(["Data2, Profile0", "Data10, Profile0"], content.Spectra.Select(s => s.Series));
        Assert.Equal([100, 3, 90], content.Spectra[1].SourceY);
    }

    [Theory]
    [InlineData("<DataCount>3<", "<DataCount>4<", "PointCountMismatch")]
    [InlineData("<Start>10.0000<", "<Start>9.9000<", "FirstXMismatch")]
    [InlineData("<Stop>10.0400<", "<Stop>10.0600<", "LastXMismatch")]
    [InlineData("250.5\t1", "250.5\t7.2", "Attenuation")]
    public void What_contradicts_itself_or_may_mislead_is_told(string wrong, string by, string id) => Assert.Contains(
        Read(Made(Table.Replace(wrong, by, StringComparison.Ordinal), Conditions.Replace(wrong, by, StringComparison.Ordinal)))
            .Report.Issues, issue => issue.Id == id);

    [Fact]
    public void A_fault_is_named()
    {
        Assert.Equal("LayoutMismatch", Assert.Throws<SpectralException>(
            () => Read(Made(Table.Replace("250.5\t1", "250.5", StringComparison.Ordinal)))).Error.Id);
        Assert.Equal("InvalidNumber", Assert.Throws<SpectralException>(
            () => Read(Made(Table.Replace("250.5", "many", StringComparison.Ordinal)))).Error.Id);
        Assert.Equal("NoData", Assert.Throws<SpectralException>(
            () => Read(MadeUpArchive.Of(("Data0/MesurementConditions0.xml", Conditions)))).Error.Id);
        Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(Made(conditions: "<a>"))).Error.Id);
    }

    [Fact]
    public void A_real_file_is_read()
    {
        var content = SpectrumReader.Default.Read(
            Corpus.File("binary/FAIRmat-NFDI+nomad-measurements/TwoTheta_scan_powder.rasx"), ReadOptions.Default,
            TestContext.Current.CancellationToken);

        Assert.Equal((2726, 10, 119), (content.Spectra[0].Count, content.Spectra[0].SourceX[0], content.Spectra[0].SourceX[^1]));
        Assert.Equal((170.55354309082, 1), (content.Spectra[0].SourceY[0], content.Report.Confidence));
    }

    internal static byte[] Made(string table = Table, string conditions = Conditions) =>
        MadeUpArchive.Of(("Data0/Profile0.txt", table), ("Data0/MesurementConditions0.xml", conditions));

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.rasx", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
