using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.AndorSif;

public sealed class SifFormatTests
{
    private const string Nanometers = "400 0.5 0.25 0";

    [Fact]
    public void The_polynomial_of_the_pixel_gives_the_wavelength()
    {
        var content = Read(Made([1, 2.5f, -3]));

        Assert.Equal("Andor SIF", content.Report.Format);
        Assert.Equal([400.75, 402, 403.75], Assert.Single(content.Spectra).SourceX);
        Assert.Equal([1, 2.5, -3], content.Spectra[0].SourceY);
        Assert.Equal((AxisUnit.Nanometer, OrdinateKind.Intensity, 1),
            (content.Report.XUnit, content.Report.Ordinate, content.Report.Confidence));
        Assert.Equal(("2017-09-08 13:03:52Z", "-50", "0.1", "DU888"), (content.Report.Metadata["Date"],
            content.Report.Metadata["Detector temperature (°C)"], content.Report.Metadata["Exposure (s)"],
            content.Report.Metadata["Detector"]));
    }

    [Fact]
    public void A_Raman_axis_counts_from_the_stated_laser()
    {
        var content = Read(Made([1, 2], axis: "Raman shift", polynomial: "500 10 0 0", laser: "500"));

        Assert.Equal([1e7 / 500 - 1e7 / 510, 1e7 / 500 - 1e7 / 520], content.Spectra[0].SourceX);
        Assert.Equal(AxisUnit.RamanShift, content.Report.XUnit);
    }

    [Theory]
    [InlineData(65555, "")]
    [InlineData(65559, "")]
    [InlineData(65564, "0\n")]
    [InlineData(65567, "0\n")]
    [InlineData(65567, "1\n  77\n  78\n")]
    public void The_data_begin_where_the_version_says(int version, string flag)
    {
        var content = Read(Made([1, 2, 3, 4], version: version, flag: flag, frames: 2));

        Assert.Equal(["Frame 1", "Frame 2"], content.Spectra.Select(s => s.Series));
        Assert.Equal([3, 4], content.Spectra[1].SourceY);
    }

    [Fact]
    public void Tracks_and_rows_are_spectra_in_the_order_of_the_file()
    {
        var content = Read(Made([1, 2, 3, 4, 5, 6], each: 6, areas: ["65538 1 4 2 3 1 1 0", "65538 1 1 2 1 1 1 0"]));

        Assert.Equal(["Track 1, Row 1", "Track 1, Row 2", "Track 2"], content.Spectra.Select(s => s.Series));
        Assert.Equal([5, 6], content.Spectra[2].SourceY);
    }

    [Fact]
    public void A_calibration_of_each_frame_is_the_frames_own()
    {
        var content = Read(Made([1, 2, 3, 4], frames: 2,
            user: "Calibration data for frame 1: 100,1,0,0\nCalibration data for frame 2: 200,2,0,0\n"));

        Assert.Equal([101, 102], content.Spectra[0].SourceX);
        Assert.Equal([202, 204], content.Spectra[1].SourceX);
    }

    [Fact]
    public void Without_a_calibration_x_is_the_pixel()
    {
        var content = Read(Made([7, 8], axis: "Pixel number", polynomial: "0 1 0 0"));

        Assert.Equal([1, 2], content.Spectra[0].SourceX);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "Uncalibrated");
    }

    [Fact]
    public void Binned_pixels_cost_confidence() =>
        Assert.True(Read(Made([1, 2], areas: ["65538 1 1 4 1 1 2 0"])).Report.Confidence < 0.9);

    [Theory]
    [InlineData("1 1 3 1 1 1 2 2\n", "1 1 3 1 1 1 9 2\n", "PointCountMismatch")]
    [InlineData("65538 1 1 2 1 1 1 0", "65538 1 1 9 1 1 1 0", "InvalidHeader")]
    [InlineData("65538 1 1 2 1 1 1 0", "65538 1 1 1 1 1 1 0", "LayoutMismatch")]
    [InlineData("65538 1 1 2 1 1 1 0", "65538 1 1 2 1 1 0 0", "InvalidHeader")]
    [InlineData("Pixel number65541", "Pixels65541", "UnsupportedContent")]
    public void What_contradicts_itself_is_refused(string wrong, string by, string id) => Assert.Equal(
        id, Assert.Throws<SpectralException>(() => Read(Encoding.Latin1.GetBytes(
            Encoding.Latin1.GetString(Made([1, 2], height: 3)).Replace(wrong, by, StringComparison.Ordinal)))).Error.Id);

    [Fact]
    public void A_cut_file_is_refused() =>
        Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(Made([1, 2], padding: 0)[..^1])).Error.Id);

    internal static byte[] Made(float[] values, string axis = "Wavelength", string polynomial = Nanometers, string laser = "422",
        int version = 65567, string flag = "0\n", int frames = 1, int? each = null, string[]? areas = null, string user = "",
        int height = 1, int padding = 64)
    {
        var count = each ?? values.Length / frames;
        areas ??= [$"65538 1 1 {count} 1 1 1 0"];
        const string kinds = "\u0002 \0 \u0001 \0 \u0001 \0";
        var header = FormattableString.Invariant($"Andor Technology Multi-Channel File\n65538 1\n{version} 0 0 1 1504875832 -50 ")
            + "\0 \0 \0 \u0002 \0 0 0.1 0.11 0.11 500 \0 58.6 0 1 20\nDU888 \n 1024 1024 66\nC:\\a.sif \n65538 "
            + FormattableString.Invariant(
                $"{user.Length}\n{user}\n65538 \u0001 \u0002 \u0003 \0 0.027 0\n0 SR193i\n65540 {kinds}\n")
            + FormattableString.Invariant(
                $"{polynomial}\n0 1 0 0\n0 1 0 0\n{laser}\n13\n13\n1\n{axis.Length}\n{axis}6\nCounts12\n")
            + FormattableString.Invariant($"Pixel number65541 1 1 {height} 1 {frames} {areas.Length} {count * frames} {count}\n")
            + string.Concat(areas.Select(area => area + "\n")) + string.Concat(Enumerable.Repeat("         0\n", frames)) + flag;
        return new BinaryBuilder().Text(0, header).F32(header.Length, values).Pad(header.Length + 4 * values.Length + padding)
            .Bytes;
    }

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.sif", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
