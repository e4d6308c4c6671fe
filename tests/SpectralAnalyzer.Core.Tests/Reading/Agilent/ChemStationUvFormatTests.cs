using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Agilent;

public sealed class ChemStationUvFormatTests
{
    [Fact]
    public void Each_spectrum_has_its_wavelengths_behind_it()
    {
        var content = Read(Made());

        Assert.Equal(("Agilent ChemStation UV-Vis", 1), (content.Report.Format, content.Report.Confidence));
        Assert.Equal(["1.5 s", "6.75 s"], content.Spectra.Select(s => s.Series));
        Assert.Equal([190, 192, 194], content.Spectra[1].SourceX);
        Assert.Equal([0.25, 1.5, 0.5], content.Spectra[1].SourceY);
        Assert.Equal((AxisUnit.Nanometer, OrdinateKind.Absorbance, "1.5"),
            (content.Report.XUnit, content.Report.Ordinate, content.Report.Metadata["Time (s)"]));
    }

    [Theory]
    [InlineData(4, 2, "MissingX")]
    [InlineData(4, 999_999, "Truncated")]
    [InlineData(-2, 'x', "UnsupportedContent")]
    public void What_contradicts_itself_is_refused(int behind, int value, string id)
    {
        var bytes = Made(times: 1);
        var name = bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("Absorbance (AU)")) + 30;

        Assert.Equal(id, Assert.Throws<SpectralException>(() => Read(new BinaryBuilder().Put(0, bytes).I32(name + behind,
            value).Bytes)).Error.Id);
    }

    [Fact]
    public void Without_a_step_it_is_refused() => Assert.Equal("NoStep",
        Assert.Throws<SpectralException>(() => Read(new BinaryBuilder().Put(0, Made()).I64(Made(times: 1).Length - 8,
            0).Bytes)).Error.Id);

    [Fact]
    public void A_cut_file_is_refused() => Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(Made()[..^1]))
        .Error.Id);

    internal static byte[] Made(int times = 2)
    {
        var file = new BinaryBuilder().U8(0, 2).Text(1, "32").U8(4, 13).Text(5, "REGISTER FILE");
        var at = 64;
        for (var i = 0; i < times; i++)
        {
            file.Put(at, Encoding.Unicode.GetBytes("RelTime")).F64(at + 14 + 6, i == 0 ? 1.5 : 6.75);
            at += 40;
            file.Put(at, Encoding.Unicode.GetBytes("Absorbance (AU)")).I16(at + 32, -1).I32(at + 34, 3);
            at += 30 + 9;
            file.F64(at, 0.25).F64(at + 8, 1 + 0.5 * i).F64(at + 16, 0.5);
            at += 24 + 51;
            file.Put(at, Encoding.Unicode.GetBytes("Wavelength (nm)")).I16(at + 32, -1).I32(at + 34, 3).F64(at + 30 + 26,
                190).F64(at + 30 + 34, 2);
            at += 30 + 42;
        }

        return file.Bytes;
    }

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.kd", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
