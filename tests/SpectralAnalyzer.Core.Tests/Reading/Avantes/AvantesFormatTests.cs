using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Avantes;

public sealed class AvantesFormatTests
{
    [Fact]
    public void Transmittance_is_formed_from_the_counts()
    {
        var content = Read("/made.trm", Triple());

        Assert.Equal("Avantes AvaSoft", content.Report.Format);
        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal([205, 207.5, 210], spectrum.SourceX);
        Assert.Equal([50, 25, double.NaN], spectrum.SourceY);
        Assert.Equal((AxisUnit.Nanometer, OrdinateKind.PercentTransmittance, 1),
            (content.Report.XUnit, content.Report.Ordinate, content.Report.Confidence));
        Assert.Equal("0101010U1", content.Report.Metadata["Spectrometer"]);
        Assert.Equal("150", content.Report.Metadata["Integration time (ms)"]);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "FormedFromCounts");
        Assert.Contains(content.Report.Issues, issue => issue.Id == "MissingValues");
    }

    [Fact]
    public void Absorbance_is_not_formed_and_its_counts_are_series()
    {
        var content = Read("/made.abs", Triple());

        Assert.Equal(["Sample", "Reference", "Dark"], content.Spectra.Select(s => s.Series));
        Assert.Equal([60, 35, 1], content.Spectra[0].SourceY);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "CountsOnly");
    }

    [Fact]
    public void A_scope_file_has_one_value_a_pixel()
    {
        var content = Read("/made.roh", Header(400).F32(400, 7, 8, 9, 150, 10, 0).Bytes);

        Assert.Equal([7, 8, 9], Assert.Single(content.Spectra).SourceY);
        Assert.Equal(OrdinateKind.Intensity, content.Report.Ordinate);
    }

    [Fact]
    public void The_older_header_is_shorter()
    {
        var file = new BinaryBuilder().F32(0, 60, 200, 2.5f, 0, 0, 0).F32(60, 2, 4, 2, 0)
            .F32(76, 60, 110, 10, 35, 110, 10, 20, 110, 10, 150, 10, 3);
        var content = Read("/made.trm", file.Bytes);

        Assert.Equal([205, 207.5, 210], content.Spectra[0].SourceX);
        Assert.Equal([50, 25, 10], content.Spectra[0].SourceY);
    }

    [Fact]
    public void A_length_other_than_that_of_the_pixels_is_told()
    {
        var content = Read("/made.trm", [.. Triple(), 0, 0, 0, 0]);

        Assert.Contains(content.Report.Issues, issue => issue.Id == "LayoutMismatch");
        Assert.True(content.Report.Confidence <= 0.8);
    }

    [Fact]
    public void Each_spectrometer_of_version_8_is_a_series()
    {
        var content = Read("/made.rfl8", Version8(2, 5));

        Assert.Equal(["0101010U1", "0101010U1 (2)"], content.Spectra.Select(s => s.Series));
        Assert.Equal([400, 500.5], content.Spectra[0].SourceX);
        Assert.Equal([50, 20], content.Spectra[1].SourceY);
        Assert.Equal((OrdinateKind.PercentReflectance, 1), (content.Report.Ordinate, content.Report.Confidence));
        Assert.Equal("2024-03-09 08:05", content.Report.Metadata["Date"]);
    }

    [Fact]
    public void Counts_and_irradiance_of_version_8_stay_counts()
    {
        Assert.Equal([60, 30], Assert.Single(Read("/made.raw8", Version8(1, 0)).Spectra).SourceY);
        Assert.Contains(Read("/made.irr8", Version8(1, 4)).Report.Issues, issue => issue.Id == "CountsOnly");
    }

    [Fact]
    public void A_cut_file_is_refused()
    {
        Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read("/made.rfl8", Version8(1, 5)[..340])).Error.Id);
        Assert.Equal("InvalidHeader", Assert.Throws<SpectralException>(
            () => Read("/made.rfl8", new BinaryBuilder().Put(0, Version8(1, 5)).I32(6, 100).Bytes)).Error.Id);
    }

    [Theory]
    [InlineData("avantes_trans.TRM", 1623, 179.10061645507812, OrdinateKind.PercentTransmittance)]
    [InlineData("avantes_reflect.ROH", 1442, 275.2717590332031, OrdinateKind.Intensity)]
    [InlineData("1904090M1_0003.Raw8", 1019, 300.01385498046875, OrdinateKind.Intensity)]
    [InlineData("d0001.Rfl8x", 1660, 144.78585815429688, OrdinateKind.PercentReflectance)]
    public void A_real_file_is_read(string name, int count, double first, OrdinateKind kind)
    {
        var content = SpectrumReader.Default.Read(
            Corpus.File("binary/ropensci+lightr/" + name), ReadOptions.Default, TestContext.Current.CancellationToken);

        Assert.Equal((count, first, kind), (content.Spectra[0].Count, content.Spectra[0].SourceX[0], content.Report.Ordinate));
        Assert.Equal(1, content.Report.Confidence);
    }

    internal static byte[] Triple() => Header(400).F32(400, 60, 110, 10, 35, 110, 10, 1, 10, 10, 150, 10, 0).Bytes;

    internal static byte[] Version8(int parts, int mode)
    {
        var file = new BinaryBuilder().Text(0, "AVS82").U8(5, parts);
        for (var i = 0; i < parts; i++)
        {
            var at = 6 + i * 364;
            file.I32(at, 354).U8(at + 4, i).U8(at + 5, mode).Text(at + 8, "0101010U1").I16(at + 83, 10).I16(at + 85, 11)
                .F32(at + 87, 150).I32(at + 95, 5)
                .I32(at + 128, (2024 << 20) | (3 << 16) | (9 << 11) | (8 << 6) | 5)
                    .F32(at + 322, 400, 500.5f, 60, 30, 10, 10, 110, 110).Pad(at + 364);
        }

        return file.Bytes;
    }

    private static BinaryBuilder Header(int length)
    {
        var file = new BinaryBuilder().F32(0, 70).F32(296, 200, 2.5f, 0, 0, 0, 2, 4, 2, 0).Pad(length);
        for (var i = 0; i < 9; i++)
            file.F32(4 + 4 * i, "0101010U1"[i]);
        return file;
    }

    private static SpectralFileContent Read(string path, byte[] bytes) =>
        SpectrumReader.Default.Read(new SpectralSource(path, bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
