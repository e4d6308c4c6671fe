using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Spe;

public sealed class SpeFormatTests
{
    [Fact]
    public void Frames_are_series_and_x_is_the_polynomial_of_the_pixel()
    {
        var content = Read(Made(3, 2).U8(3098, 1).U8(3100, 4).U8(3101, 2).F64(3263, 500).F64(3271, 2).F64(3279, 0.5));

        Assert.Equal(["Frame 1", "Frame 2"], content.Spectra.Select(s => s.Series));
        Assert.Equal([502.5, 506, 510.5], content.Spectra[0].X);
        Assert.Equal([4, 5, 60000], content.Spectra[1].Y);
        Assert.Equal(AxisUnit.Nanometre, content.Report.XUnit);
        Assert.Equal("Princeton SPE", content.Report.Format);
    }

    [Fact]
    public void Without_a_calibration_x_is_the_pixel_and_that_is_told()
    {
        var content = Read(Made(3, 1));

        Assert.Equal([1, 2, 3], content.Spectra[0].X);
        Assert.Equal(AxisUnit.Other, content.Report.XUnit);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "Uncalibrated");
    }

    [Fact]
    public void A_cut_file_is_refused() =>
        Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(Made(300, 2))).Error.Id);

    [Fact]
    public void A_real_winspec_file_is_read()
    {
        var content = SpectrumReader.Default.Read(Corpus.File("binary/wojdyr+xylib/1d-1.spe"), ReadOptions.Default, TestContext.Current.CancellationToken);

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal(1340, spectrum.Count);
        Assert.Equal(515.0491158959012 + 0.02996172208326678 - 3.0796199866722305e-07, spectrum.SourceX[0], 1e-9);
        Assert.Equal(AxisUnit.Nanometre, content.Report.XUnit);
        Assert.Equal("21Dec2006", content.Report.Metadata["Date"]);
    }

    [Fact]
    public void A_real_lightfield_file_is_read()
    {
        var content = SpectrumReader.Default.Read(
            Corpus.File("binary/cbeleites+hyperSpec/spe_format_3.0.SPE"), ReadOptions.Default, TestContext.Current.CancellationToken);

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal(1340, spectrum.Count);
        Assert.Equal(782.17025070933232, spectrum.SourceX[0]);
        Assert.Equal("785", content.Report.Metadata["Laser wavelength (nm)"]);
    }

    // unsigned 16-bit values 1, 2, 3 and 4, 5, 60000
    private static BinaryBuilder Made(int width, int frames) => new BinaryBuilder()
        .I16(42, width).I16(108, 3).I16(656, 1).I32(1446, frames).F32(1992, 2.5f).I32(2996, 0x01234567).I16(4098, 0x5555)
        .I16(4100, 1).I16(4102, 2).I16(4104, 3).I16(4106, 4).I16(4108, 5).I16(4110, unchecked((short)60000));

    private static SpectralFileContent Read(BinaryBuilder file) => SpectrumReader.Default.Read(
        new SpectralSource("/made.spe", file.Bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
