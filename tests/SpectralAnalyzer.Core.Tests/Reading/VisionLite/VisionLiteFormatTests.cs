using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.VisionLite;

public sealed class VisionLiteFormatTests
{
    internal const string Made = "sinacsa\r\nScan\r\n1\r\ndemo.dsp\r\nnm\r\n"
        + "500\r\n502\r\n1\r\n3\r\nA\r\n0.2000\r\n0.5900\r\n0\r\nuser\r\n\r\n0\r\n"
        + "#SPECIFIC1\r\n1\r\n#SPECIFIC2\r\n\r\n#DATA\r\n0.2000\r\n0.5900\r\n0.3000\r\n\r\n";

    [Fact]
    public void The_lines_of_the_header_give_x()
    {
        var content = Read(Made);

        Assert.Equal(("VISIONlite DSP", 1), (content.Report.Format, content.Report.Confidence));
        Assert.Equal([500, 501, 502], Assert.Single(content.Spectra).SourceX);
        Assert.Equal([0.2, 0.59, 0.3], content.Spectra[0].SourceY);
        Assert.Equal((AxisUnit.Nanometer, OrdinateKind.Absorbance, "demo.dsp"),
            (content.Report.XUnit, content.Report.Ordinate, content.Report.Metadata["Name"]));
    }

    [Theory]
    [InlineData("502\r\n1\r\n", "520\r\n1\r\n", "StepMismatch")]
    [InlineData("0.5900\r\n0\r\n", "0.7000\r\n0\r\n", "ExtremesMismatch")]
    public void What_contradicts_itself_is_reported(string wrong, string by, string id)
    {
        var content = Read(Made.Replace(wrong, by, StringComparison.Ordinal));

        Assert.Contains(content.Report.Issues, issue => issue.Id == id);
        Assert.True(content.Report.Confidence < 0.9);
    }

    [Theory]
    [InlineData("0.3000\r\n", "", "PointCountMismatch")]
    [InlineData("0.3000\r\n", "0.3000\r\n0.4\r\n", "PointCountMismatch")]
    [InlineData("0.5900\r\n0.3000", "\r\n0.3000", "InvalidNumber")]
    [InlineData("0.5900\r\n0.3000", "0,5900\r\n0.3000", "InvalidNumber")]
    [InlineData("#DATA", "#DATEN", "NoData")]
    [InlineData("Scan\r\n1\r\n", "Scan\r\n2\r\n", "UnsupportedContent")]
    public void A_damaged_file_is_refused(string wrong, string by, string id) => Assert.Equal(
        id, Assert.Throws<SpectralException>(() => Read(Made.Replace(wrong, by, StringComparison.Ordinal))).Error.Id);

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/made.dsp", Encoding.ASCII.GetBytes(text)), ReadOptions.Default,
            TestContext.Current.CancellationToken);
}
