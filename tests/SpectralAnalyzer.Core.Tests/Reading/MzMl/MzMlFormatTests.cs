using System.IO.Compression;
using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.MzMl;

public sealed class MzMlFormatTests
{
    private const string Profile = "<cvParam accession=\"MS:1000128\" name=\"profile spectrum\"/>";
    private static readonly double[] s_masses = [100.5, 200.25, 300.125];
    private static readonly float[] s_counts = [7, 8.5f, 9];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Arrays_are_read_packed_and_plain(bool isPacked)
    {
        var content = Read(Made(isPacked));

        Assert.Equal(("mzML", 1), (content.Report.Format, content.Report.Confidence));
        Assert.Equal(["scan=1", "scan=2"], content.Spectra.Select(s => s.Series));
        Assert.Equal(s_masses, content.Spectra[0].SourceX.ToArray());
        Assert.Equal([7, 8.5, 9], content.Spectra[0].SourceY);
        Assert.Equal((AxisUnit.Other, "m/z", OrdinateKind.Intensity),
            (content.Report.XUnit, content.Spectra[0].Axis.Label, content.Report.Ordinate));
        Assert.Equal(("1", "0.25"), (content.Report.Metadata["MS level"], content.Report.Metadata["Scan start time (minute)"]));
        Assert.Empty(content.Report.Issues);
    }

    [Fact]
    public void Terms_of_a_group_count_as_those_of_the_array()
    {
        var text = Made(false).Replace("<cvParam accession=\"MS:1000523\" name=\"64-bit float\"/>",
            "<referenceableParamGroupRef ref=\"g\"/>", StringComparison.Ordinal).Replace("<run>",
            "<referenceableParamGroup id=\"g\"><cvParam accession=\"MS:1000523\"/></referenceableParamGroup><run>",
            StringComparison.Ordinal);

        Assert.Equal(s_masses, Read(text).Spectra[1].SourceX.ToArray());
    }

    [Fact]
    public void Spectra_over_wavelengths_have_them_in_nm() => Assert.Equal(AxisUnit.Nanometer,
        Read(Made(false).Replace("MS:1000514", "MS:1000617", StringComparison.Ordinal)).Report.XUnit);

    [Fact]
    public void Centroids_are_reported_as_peaks() => Assert.Contains(
        Read(Made(false).Replace("MS:1000128", "MS:1000127", StringComparison.Ordinal)).Report.Issues,
            issue => issue.Id == "PeakTable");

    [Theory]
    [InlineData("defaultArrayLength=\"3\"", "defaultArrayLength=\"4\"", "PointCountMismatch")]
    [InlineData("defaultArrayLength=\"3\"", "defaultArrayLength=\"999999999\"", "PointCountMismatch")]
    [InlineData("defaultArrayLength=\"3\"", "", "UnsupportedContent")]
    [InlineData("MS:1000574", "MS:1002312", "UnsupportedContent")]
    [InlineData("MS:1000514", "MS:1000595", "UnsupportedContent")]
    [InlineData("<binary>", "<binary>%", "Truncated")]
    [InlineData("<binary>e", "<binary>f", "Truncated")]
    [InlineData("</mzML>", "", "Truncated")]
    [InlineData("<spectrum ", "<chromatogram ", "Truncated")]
    public void A_damaged_file_is_refused(string wrong, string by, string id) => Assert.Equal(
        id, Assert.Throws<SpectralException>(() => Read(Made(true).Replace(wrong, by, StringComparison.Ordinal))).Error.Id);

    internal static string Made(bool isPacked)
    {
        var masses = Array("MS:1000523", "64-bit float", "MS:1000514", "m/z array", new BinaryBuilder().F64(0, 100.5).F64(8,
            200.25).F64(16, 300.125).Bytes);
        var counts = Array("MS:1000521", "32-bit float", "MS:1000515", "intensity array", new BinaryBuilder().F32(0,
            s_counts).Bytes);
        return "<?xml version=\"1.0\"?><mzML xmlns=\"http://psi.hupo.org/ms/mzml\"><run><spectrumList>" + Spectrum(1)
            + Spectrum(2)
            + "</spectrumList></run></mzML>";

        string Spectrum(int scan) =>
            $"<spectrum id=\"scan={scan}\" defaultArrayLength=\"3\"><cvParam accession=\"MS:1000511\" value=\"1\"/>"
            + Profile + "<scanList><scan><cvParam accession=\"MS:1000016\" value=\"0.25\" unitName=\"minute\"/></scan></scanList>"
            + $"<binaryDataArrayList>{masses}{counts}</binaryDataArrayList></spectrum>";

        string Array(string type, string typeName, string kind, string name, byte[] bytes) =>
            $"<binaryDataArray><cvParam accession=\"{type}\" name=\"{typeName}\"/>"
            + $"<cvParam accession=\"{(isPacked ? "MS:1000574" : "MS:1000576")}\"/>"
            + $"<cvParam accession=\"{kind}\" name=\"{name}\"/>"
            + $"<binary>{Convert.ToBase64String(isPacked ? Pack(bytes) : bytes)}</binary></binaryDataArray>";
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var packed = new ZLibStream(stream, CompressionLevel.Optimal))
            packed.Write(bytes);
        return stream.ToArray();
    }

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/made.mzML", Encoding.UTF8.GetBytes(text)), ReadOptions.Default,
            TestContext.Current.CancellationToken);
}
