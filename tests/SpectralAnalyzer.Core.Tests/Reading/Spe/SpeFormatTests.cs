using System.Globalization;
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
        Assert.Equal(AxisUnit.Nanometer, content.Report.XUnit);
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
    public void A_frame_of_LightField_begins_where_its_footer_says()
    {
        var content = Read(LightField(frames: 3, stride: 22, stated: 22));

        Assert.Equal([[1, 2, 3], [11, 12, 13], [21, 22, 23]], content.Spectra.Select(s => s.Y.ToArray()));
        Assert.Equal([500, 501, 502], content.Spectra[2].X);
        Assert.Equal(1, content.Report.Confidence);
    }

    [Theory]
    [InlineData(22, null)]
    [InlineData(22, 6)]
    [InlineData(22, 30)]
    [InlineData(6, 22)]
    public void Frames_that_do_not_end_at_the_footer_are_refused(int stride, int? stated) =>
        Assert.Equal("LayoutMismatch", Assert.Throws<SpectralException>(() => Read(LightField(3, stride, stated))).Error.Id);

    [Fact]
    public void A_cut_file_is_refused() =>
        Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(Made(300, 2))).Error.Id);

    [Fact]
    public void A_real_winspec_file_is_read()
    {
        var content = SpectrumReader.Default.Read(
            Corpus.File("binary/wojdyr+xylib/1d-1.spe"), ReadOptions.Default, TestContext.Current.CancellationToken);

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal(1340, spectrum.Count);
        Assert.Equal(515.0491158959012 + 0.02996172208326678 - 3.0796199866722305e-07, spectrum.SourceX[0], 1e-9);
        Assert.Equal(AxisUnit.Nanometer, content.Report.XUnit);
        Assert.Equal("21Dec2006", content.Report.Metadata["Date"]);
    }

    [Fact]
    public void A_real_lightfield_file_is_read()
    {
        var content = SpectrumReader.Default.Read(
            Corpus.File("binary/cbeleites+hyperSpec/spe_format_3.0.SPE"), ReadOptions.Default,
            TestContext.Current.CancellationToken);

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal(1340, spectrum.Count);
        Assert.Equal(782.17025070933232, spectrum.SourceX[0]);
        Assert.Equal("785", content.Report.Metadata["Laser wavelength (nm)"]);
    }

    // unsigned 16-bit values 1, 2, 3 and 4, 5, 60000
    internal static BinaryBuilder Made(int width, int frames) => new BinaryBuilder()
        .I16(42, width).I16(108, 3).I16(656, 1).I32(1446, frames).F32(1992, 2.5f).I32(2996, 0x01234567).I16(4098, 0x5555)
        .I16(4100, 1).I16(4102, 2).I16(4104, 3).I16(4106, 4).I16(4108, 5).I16(4110, unchecked((short)60000));

    /// <summary>Three pixels a frame: 1, 2, 3, then 11, 12, 13 and so on; what is between the frames are time stamps.</summary>
    internal static BinaryBuilder LightField(int frames, int stride, int? stated)
    {
        var file = new BinaryBuilder().I16(42, 3).I16(108, 3).I16(656, 1).I32(1446, frames).F32(1992, 3f).I32(2996, 0x01234567)
            .I16(4098, 0x5555);
        for (var frame = 0; frame < frames; frame++)
        {
            for (var i = 0; i < 3; i++)
                file.I16(4100 + frame * stride + 2 * i, 10 * frame + i + 1);
            if (stride >= 22)
                file.I64(4100 + frame * stride + 6, 1_000_000L * frame).I64(4100 + frame * stride + 14, 1_000_000L * frame + 500);
        }

        var at = 4100 + frames * stride;
        var strideText = stated is null ? "" : FormattableString.Invariant($" stride=\"{stated}\"");
        return file.I64(678, at).Text(at, string.Create(
            CultureInfo.InvariantCulture,
            $"<SpeFormat version=\"3.0\"><DataFormat><DataBlock type=\"Frame\" count=\"{frames}\" "
            + $"size=\"6\"{strideText}><DataBlock type=\"Region\" count=\"1\" width=\"3\" height=\"1\" size=\"6\" stride=\"6\" "
            + $"/></DataBlock></DataFormat><Calibrations>"
            + $"<WavelengthMapping><Wavelength>500,501,502</Wavelength></WavelengthMapping>"
            + $"</Calibrations></SpeFormat>"));
    }

    private static SpectralFileContent Read(BinaryBuilder file) => SpectrumReader.Default.Read(
        new SpectralSource("/made.spe", file.Bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
