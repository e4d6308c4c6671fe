using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Spa;

public sealed class SpaFormatTests
{
    [Fact]
    public void The_spectrum_is_read_and_the_interferogram_is_not()
    {
        var content = Read(Made(3));

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal([4000, 3999, 3998], spectrum.SourceX);
        Assert.Equal([0.5, 0.25, 1], spectrum.SourceY);
        Assert.Equal(AxisUnit.Wavenumber, content.Report.XUnit);
        Assert.Equal(OrdinateKind.Absorbance, content.Report.Ordinate);
        Assert.Equal("Thermo SPA", content.Report.Format);
        Assert.Equal("film 1", content.Report.Metadata["Title"]);
        Assert.Equal("32", content.Report.Metadata["Scans"]);
        Assert.Equal("4.000", content.Report.Metadata["Resolution"]);
    }

    [Theory]
    [InlineData(1, 16, AxisUnit.Wavenumber, OrdinateKind.PercentTransmittance)]
    [InlineData(1, 11, AxisUnit.Wavenumber, OrdinateKind.PercentReflectance)]
    [InlineData(3, 20, AxisUnit.Nanometer, OrdinateKind.KubelkaMunk)]
    [InlineData(4, 17, AxisUnit.Micrometer, OrdinateKind.Absorbance)]
    [InlineData(32, 31, AxisUnit.RamanShift, OrdinateKind.Intensity)]
    public void Units_are_stated_by_number(int x, int y, AxisUnit unit, OrdinateKind ordinate)
    {
        var report = Read(Made(3).U8(408, x).U8(412, y)).Report;

        Assert.Equal(unit, report.XUnit);
        Assert.Equal(ordinate, report.Ordinate);
        Assert.Equal(1, report.Confidence);
    }

    [Fact]
    public void A_group_gives_its_spectra_under_their_titles()
    {
        var content = Read(Made(3).I16(294, 8)
            .I16(368, 2).I32(370, 800).I32(374, 80).I16(384, 3).I32(386, 520).I32(390, 8)
            .I16(400, 0x6B).I32(402, 1000).I32(406, 260).I16(416, 0x6B).I32(418, 1300).I32(422, 260)
            .I16(304, 2).I32(306, 900).I32(310, 80).I32(904, 3).U8(908, 1).U8(912, 17).F32(916, 4000, 3998)
            .I32(804, 2).U8(808, 1).U8(812, 16).F32(816, 2000, 1000).F32(520, 50, 60)
            .Text(1000, "one").Text(1300, "two").Pad(1560));

        Assert.Equal(["one", "two"], content.Spectra.Select(s => s.Series));
        Assert.Equal([0.5, 0.25, 1], content.Spectra[0].SourceY);
        Assert.Equal([2000, 1000], content.Spectra[1].SourceX);
        Assert.Equal([50, 60], content.Spectra[1].SourceY);
        Assert.Equal(OrdinateKind.PercentTransmittance, content.Spectra[1].Ordinate.Kind);
    }

    [Fact]
    public void Another_number_of_points_than_stated_is_refused() =>
        Assert.Equal("PointCountMismatch", Assert.Throws<SpectralException>(() => Read(Made(4))).Error.Id);

    [Fact]
    public void A_cut_file_is_refused()
    {
        var bytes = Made(3).Bytes;

        Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(bytes[..505])).Error.Id);
        Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(bytes[..100])).Error.Id);
    }

    [Theory]
    [InlineData("binary/Quasars+orange-spectroscopy/sample1.spa", 1738, 3999.703125, 0.043998364359140396, 649.903564453125, 6,
        OrdinateKind.Absorbance)]
    [InlineData(
        "binary/wincowgerDEV+OpenSpecy-package/ftir_polyethylene_reflectance_adjustment_not_working.spa",
        1738, 3999.80859375, 100.49649810791016, 649.9207153320312, 95.18974304199219, OrdinateKind.PercentReflectance)]
    public void Real_files_are_read(
        string path, int count, double firstX, double firstY, double lastX, double lastY, OrdinateKind ordinate)
    {
        var content = SpectrumReader.Default.Read(Corpus.File(path), ReadOptions.Default, TestContext.Current.CancellationToken);

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal(count, spectrum.Count);
        Assert.Equal((firstX, firstY), (spectrum.SourceX[0], spectrum.SourceY[0]));
        Assert.Equal((lastX, lastY), (spectrum.SourceX[^1], spectrum.SourceY[^1]));
        Assert.Equal(ordinate, content.Report.Ordinate);
        Assert.Equal(AxisUnit.Wavenumber, content.Report.XUnit);
        Assert.Equal(1, content.Report.Confidence);
    }

    // three points at 500, an interferogram before them at 600, a history at 700
    internal static BinaryBuilder Made(int points) => new BinaryBuilder()
        .Text(0, "Spectral Data File\r\n").Text(30, "film 1").I16(294, 4)
        .I16(304, 2).I32(306, 400).I32(310, 80)
        .I16(320, 0x66).I32(322, 600).I32(326, 8)
        .I16(336, 3).I32(338, 500).I32(342, 12)
        .I16(352, 0x1B).I32(354, 700).I32(358, 40)
        .I32(404, points).U8(408, 1).U8(412, 17).F32(416, 4000, 3998).I32(436, 32)
        .F32(500, 0.5f, 0.25f, 1).F32(600, 9, 9).Text(700, "Collect\r\n\t Resolution:\t 4.000\r\n").Pad(740);

    private static SpectralFileContent Read(BinaryBuilder file) => Read(file.Bytes);

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.spa", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
