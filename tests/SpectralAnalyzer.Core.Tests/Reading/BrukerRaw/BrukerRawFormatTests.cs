using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.BrukerRaw;

public sealed class BrukerRawFormatTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_range_has_its_start_and_step(int version)
    {
        var content = Read(Made(version));

        Assert.Equal(("Bruker RAW", 1), (content.Report.Format, content.Report.Confidence));
        Assert.Equal(["Range 1", "Range 2"], content.Spectra.Select(s => s.Series));
        Assert.Equal([10, 10.5, 11], content.Spectra[0].SourceX);
        Assert.Equal([7, 8, 9], content.Spectra[0].SourceY);
        Assert.Equal([20, 20.25], content.Spectra[1].SourceX);
        Assert.Equal([5, 4], content.Spectra[1].SourceY);
        Assert.Equal((AxisUnit.DegreeTwoTheta, OrdinateKind.Intensity), (content.Report.XUnit, content.Report.Ordinate));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_cut_file_is_refused(int version) =>
        Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(Made(version)[..^1])).Error.Id);

    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 256 + 12)]
    [InlineData(3, 712 + 176)]
    [InlineData(4, 61 + 48 + 80)]
    public void A_range_without_step_is_refused_by_the_name_of_the_format(int version, int at)
    {
        var error = Assert.Throws<SpectralException>(() => Read(new BinaryBuilder().Put(0, Made(version)).I64(at,
            0).Bytes)).Error;

        Assert.Equal("NoStep", error.Id);
        Assert.Contains("Bruker RAW", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Later_ranges_of_version_1_may_leave_out_the_word_RAW() =>
        Assert.Equal([5, 4], Read(Version1(repeats: false)).Spectra[1].SourceY);

    [Fact]
    public void A_rocking_curve_is_over_theta()
    {
        var content = Read(new BinaryBuilder().Put(0, Made(3)).I32(712 + 196, 3).Bytes);

        Assert.Equal([5, 5.5, 6], content.Spectra[0].SourceX);
        Assert.Equal((AxisUnit.Other, "Theta (°)"), (content.Report.XUnit, content.Spectra[0].Axis.Label));
    }

    [Fact]
    public void An_unknown_kind_of_scan_costs_confidence() =>
        Assert.True(Read(new BinaryBuilder().Put(0, Made(3)).I32(712 + 196, 99).Bytes).Report.Confidence < 0.9);

    [Fact]
    public void The_drive_that_moved_names_the_axis_of_version_4()
    {
        var content = Read(Version4("PhiScan", "Phi"));

        Assert.Equal("Phi (°)", content.Spectra[0].Axis.Label);
        Assert.Equal(AxisUnit.Other, content.Report.XUnit);
    }

    [Fact]
    public void Varying_parameters_are_refused() => Assert.Equal("UnsupportedContent",
        Assert.Throws<SpectralException>(() => Read(new BinaryBuilder().Put(0, Made(3)).I32(712 + 248, 2).Bytes)).Error.Id);

    [Fact]
    public void An_interrupted_measurement_is_reported() =>
        Assert.Contains(Read(new BinaryBuilder().Put(0, Made(3)).I32(8, 3).Bytes).Report.Issues,
            issue => issue.Id == "Unfinished");

    [Fact]
    public void A_table_that_begins_with_the_word_is_text()
    {
        var text = "RAW counts,x\n" + string.Concat(Enumerable.Range(0,
            50).Select(i => FormattableString.Invariant($"{400 + i},{i}\n")));

        Assert.Equal("Text", Read(System.Text.Encoding.ASCII.GetBytes(text)).Report.Format);
    }

    internal static byte[] Made(int version) => version switch
    {
        1 => Version1(repeats: true),
        2 => Version2(),
        3 => Version3(),
        _ => Version4("Locked Coupled", "2Theta"),
    };

    private static byte[] Version1(bool repeats)
    {
        var file = new BinaryBuilder().Text(0, "RAW ");
        file.I32(4, 3).F32(12, 0.5f).F32(24, 10).I32(152, 1).F32(156, 7, 8, 9);
        var second = 168;
        if (repeats)
            file.Text(second, "RAW ");
        second += repeats ? 4 : 0;
        return file.I32(second, 2).F32(second + 8, 0.25f).F32(second + 20, 20).I32(second + 148, 0).F32(second + 152, 5, 4).Bytes;
    }

    private static byte[] Version2() => new BinaryBuilder().Text(0, "RAW2").I16(4, 2)
        .I16(256, 60).I16(258, 3).F32(268, 0.5f).F32(272, 10).F32(316, 7, 8, 9)
        .I16(328, 48).I16(330, 2).F32(340, 0.25f).F32(344, 20).F32(376, 5, 4).Bytes;

    private static byte[] Version3()
    {
        var file = new BinaryBuilder().Text(0, "RAW1.01").I32(8, 1).I32(12, 2);
        Range(712, 0, 3, 10, 0.5).F32(712 + 304, 7, 8, 9);
        Range(1028, 16, 2, 20, 0.25).F32(1028 + 304 + 16, 5, 4);
        return file.Bytes;

        BinaryBuilder Range(int at, int extra, int count, double start, double step) => file.I32(at, 304).I32(at + 4, count)
            .F64(at + 8, start / 2).F64(at + 16, start).F64(at + 176, step).I32(at + 252, 4).I32(at + 256, extra);
    }

    // a text record, then two ranges; the first has the record of a drive
    private static byte[] Version4(string scan, string drive)
    {
        var file = new BinaryBuilder().Text(0, "RAW4.00").I32(61, 10).I32(65, 48).Text(73, "SAMPLEID").Text(97, "Rock");
        const int first = 61 + 48, second = first + 160 + 64 + 12;
        file.I32(first + 160, 50).I32(first + 164, 64).I32(first + 168, 1).Text(first + 172, drive).F64(first + 216, 10);
        Range(first, 64, 3, 10, 0.5).F32(first + 224, 7, 8, 9);
        Range(second, 0, 2, 20, 0.25).F32(second + 160, 5, 4);
        return file.Bytes;

        BinaryBuilder Range(int at, int headers, int count, double start, double step) => file.I32(at, 0).Text(at + 32, scan)
            .F64(at + 72, start).F64(at + 80, step).I32(at + 88, count).I32(at + 136, 4).I32(at + 140, headers);
    }

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.raw", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
