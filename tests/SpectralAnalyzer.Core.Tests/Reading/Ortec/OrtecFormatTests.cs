using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Ortec;

public sealed class OrtecFormatTests
{
    [Fact]
    public void The_counts_of_an_SPC_stand_where_its_first_record_points()
    {
        var content = Read("/made.spc", Spc());

        Assert.Equal(("ORTEC SPC", 1), (content.Report.Format, content.Report.Confidence));
        Assert.Equal([3, 0, 5, 7, 11, 2, 1, 4], Assert.Single(content.Spectra).SourceY);
        Assert.Equal([0.5, 2.75, 5.5, 8.75, 12.5, 16.75, 21.5, 26.75], content.Spectra[0].SourceX);
        Assert.Equal("Energy (keV)", content.Spectra[0].Axis.Label);
        Assert.Equal(("Rock", "17-SEP-121 13:41:07", "900"),
            (content.Report.Metadata["Sample"], content.Report.Metadata["Date"], content.Report.Metadata["Live time (s)"]));
    }

    [Fact]
    public void Real_counts_are_read_as_such() => Assert.Equal([0.5, 1.5, 0, 0, 0, 0, 0, 0],
        Read("/made.spc", new BinaryBuilder().Put(0, Spc()).I16(2, 5).Put(512, new byte[32]).F32(512, 0.5f, 1.5f).Bytes)
            .Spectra[0].SourceY);

    [Fact]
    public void It_is_known_by_its_record_whatever_it_is_called() =>
        Assert.Equal("ORTEC SPC", Read("/made.bin", Spc()).Report.Format);

    [Theory]
    [InlineData(60, 900, "Truncated")]
    [InlineData(62, 0, "InvalidHeader")]
    [InlineData(64, 0, "InvalidHeader")]
    [InlineData(64, 60000, "InvalidHeader")]
    [InlineData(34, 900, "Truncated")]
    public void An_SPC_that_points_elsewhere_is_refused_by_its_name(int at, int value, string id)
    {
        var error = Assert.Throws<SpectralException>(
            () => Read("/made.spc", new BinaryBuilder().Put(0, Spc()).I16(at, value).Bytes)).Error;

        Assert.Equal(id, error.Id);
        Assert.Contains("ORTEC SPC", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-101, new[] { 2.5, 4.5, 6.5 })]
    [InlineData(-102, new[] { 2.75, 5.5, 8.75 })]
    public void The_trailer_of_a_CHN_has_its_calibration(int kind, double[] x)
    {
        var content = Read("/made.chn", Chn(kind));

        Assert.Equal(("ORTEC CHN", 1), (content.Report.Format, content.Report.Confidence));
        Assert.Equal(x, Assert.Single(content.Spectra).SourceX);
        Assert.Equal([10, 20, 30], content.Spectra[0].SourceY);
        Assert.Equal(("05 Mar 2024 13:41:09", "2.5", "2", "Lot 7"), (content.Report.Metadata["Date"],
            content.Report.Metadata["Real time (s)"], content.Report.Metadata["Live time (s)"],
            content.Report.Metadata["Sample"]));
    }

    [Fact]
    public void A_CHN_without_trailer_is_on_channels()
    {
        var content = Read("/made.chn", Chn(-102)[..44]);

        Assert.Equal([1, 2, 3], content.Spectra[0].SourceX);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "Uncalibrated");
        Assert.True(content.Report.Confidence < 1);
    }

    [Fact]
    public void An_energy_of_the_whole_range_is_not_taken_for_that_of_a_channel() => Assert.Equal([1, 2, 3],
        Read("/made.chn", new BinaryBuilder().Put(0, Chn(-101)).F32(52, 3000).Bytes).Spectra[0].SourceX);

    [Fact]
    public void A_cut_CHN_is_refused() =>
        Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read("/made.chn", Chn(-101)[..40])).Error.Id);

    // records of 128 bytes: 1 the pointers, 2 texts, 3 calibration, 5 the counts
    internal static byte[] Spc()
    {
        var file = new BinaryBuilder().I16(0, 1).I16(2, 1).I16(8, 4).I16(10, 2).I16(12, 2).I16(32, 2).I16(34, 3).I16(60, 5)
            .I16(62, 1).I16(64, 8)
            .F32(90, 905.5f).F32(94, 900).Text(128, "Rock").F32(256 + 20, 0.5f, 2, 0.25f).Text(384 + 16, "17-SEP-121")
                .Text(384 + 28, "13:41:07");
        int[] counts = [3, 0, 5, 7, 11, 2, 1, 4];
        for (var i = 0; i < counts.Length; i++)
            file.I32(512 + 4 * i, counts[i]);
        return file.Pad(640).Bytes;
    }

    internal static byte[] Chn(int kind) => new BinaryBuilder().I16(0, -1).I16(2, 1).Text(6, "09").I32(8, 125).I32(12, 100)
        .Text(16, "05Mar241").Text(24, "1341").I16(28, 1).I16(30, 3).I32(32, 10).I32(36, 20).I32(40, 30)
        .I16(44, kind).F32(48, 0.5f, 2, 0.25f).U8(44 + 320, 5).Text(44 + 321, "Lot 7").Pad(44 + 512).Bytes;

    private static SpectralFileContent Read(string path, byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource(path, bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
