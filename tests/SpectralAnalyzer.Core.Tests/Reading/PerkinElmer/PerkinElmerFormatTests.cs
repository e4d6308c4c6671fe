using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.PerkinElmer;

public sealed class PerkinElmerFormatTests
{
    [Fact]
    public void The_members_of_the_data_set_give_the_spectrum()
    {
        var content = Read(Made(3));

        Assert.Equal([4000, 3998, 3996], content.Spectra[0].SourceX);
        Assert.Equal([90, 80, 70], content.Spectra[0].SourceY);
        Assert.Equal(AxisUnit.Wavenumber, content.Report.XUnit);
        Assert.Equal(OrdinateKind.PercentTransmittance, content.Report.Ordinate);
        Assert.Equal("PerkinElmer SP", content.Report.Format);
        Assert.Equal(1, content.Report.Confidence);
    }

    [Fact]
    public void Another_number_of_points_than_stated_is_refused() =>
        Assert.Equal("InvalidHeader", Assert.Throws<SpectralException>(() => Read(Made(4))).Error.Id);

    [Fact]
    public void A_cut_file_is_refused() =>
        Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(Made(3)[..^8])).Error.Id);

    [Fact]
    public void A_real_file_is_read()
    {
        var content = SpectrumReader.Default.Read(
            Corpus.File("binary/Quasars+orange-spectroscopy/single_PE_spectrum.sp"), ReadOptions.Default,
            TestContext.Current.CancellationToken);

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal((1626, 4000, 750), (spectrum.Count, spectrum.SourceX[0], spectrum.SourceX[^1]));
        Assert.Equal(81.4703369140625, spectrum.Y.Min());
        Assert.Equal(101.32456970214844, spectrum.Y.Max());
        Assert.Equal(OrdinateKind.PercentTransmittance, content.Report.Ordinate);
        Assert.Equal("Mon Oct 28 16:08:45 2024", content.Report.Metadata["Date"]);
        Assert.Equal("Spotlight 400", content.Report.Metadata["Operator"]);
    }

    internal static byte[] Made(int points)
    {
        var file = new BinaryBuilder().Text(0, "PEPE2D constant interval DataSet file").I16(44, 120);
        var at = 50;
        Member(35698, 18).I16(at, 0x751D).F64(at + 2, 4000).F64(at + 10, 3996);
        Member(35700, 10).I16(at, 0x751B).F64(at + 2, -2);
        Member(35701, 6).I16(at, 0x752B).I32(at + 2, points);
        Member(35703, 8).I16(at, 0x7523).I16(at + 2, 4).Text(at + 4, "cm-1");
        Member(35704, 6).I16(at, 0x7523).I16(at + 2, 2).Text(at + 4, "%T");
        Member(35708, 30).I16(at, 0x7516).I32(at + 2, 24).F64(at + 6, 90).F64(at + 14, 80).F64(at + 22, 70);
        return file.I32(46, file.Bytes.Length - 50).Bytes;

        BinaryBuilder Member(int id, int length)
        {
            var start = Math.Max(50, file.Bytes.Length);
            at = start + 6;
            return file.I16(start, id).I32(start + 2, length).Pad(at + length);
        }
    }

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.sp", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
