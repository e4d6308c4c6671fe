using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Canberra;

public sealed class CnfFormatTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(112)]
    public void Counts_and_calibration_stand_in_blocks(int before)
    {
        var content = Read(Made(before));

        Assert.Equal("Canberra CNF", content.Report.Format);
        Assert.Equal(256, Assert.Single(content.Spectra).Count);
        Assert.Equal([-0.5 + 2, -0.5 + 4, -0.5 + 6], content.Spectra[0].SourceX.ToArray()[..3]);
        Assert.Equal([0, 7, 14], content.Spectra[0].SourceY.ToArray()[..3]);
        Assert.Equal("Energy (keV)", content.Spectra[0].Axis.Label);
        Assert.InRange(content.Report.Confidence, 0.9, 0.99);
        Assert.Equal(("Rock", "2014-01-12 15:12:28"), (content.Report.Metadata["Sample"], content.Report.Metadata["Date"]));
        Assert.Equal(
            900, double.Parse(content.Report.Metadata["Real time (s)"], System.Globalization.CultureInfo.InvariantCulture), 5);
    }

    [Fact]
    public void Without_a_calibration_x_is_the_channel_from_one()
    {
        var content = Read(new BinaryBuilder().Put(0, Made(0)).I32(1024 + 80 + 36 + 4, 0).Bytes);

        Assert.Equal([1, 2], content.Spectra[0].SourceX.ToArray()[..2]);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "Uncalibrated");
    }

    [Theory]
    [InlineData(112, 7, "NoData")]
    [InlineData(160, 7, "NoData")]
    [InlineData(1024 + 176, 'X', "UnsupportedContent")]
    [InlineData(1024 + 186, 0, "NoData")]
    [InlineData(1024 + 187, 9, "Truncated")]
    public void What_is_no_spectrum_is_refused(int at, int value, string id) => Assert.Equal(
        id, Assert.Throws<SpectralException>(() => Read(new BinaryBuilder().Put(0, Made(0)).U8(at, value).Bytes)).Error.Id);

    [Fact]
    public void A_cut_file_is_refused() =>
        Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(Made(0)[..^1])).Error.Id);

    [Fact]
    public void A_real_file_is_read()
    {
        var content = SpectrumReader.Default.Read(
            Corpus.File("binary/wojdyr+xylib/SMP00011.CNF"), ReadOptions.Default, TestContext.Current.CancellationToken);

        Assert.Equal((8192, 3642), (content.Spectra[0].Count, content.Spectra[0].SourceY.ToArray().Max()));
        Assert.Equal(
            ("Sample #11", "2011-09-08 08:04:38"), (content.Report.Metadata["Comment"], content.Report.Metadata["Date"]));
    }

    // a table of three blocks at 112; the acquisition block at 1024, the sample at 2048, the counts at 2560
    internal static byte[] Made(int before)
    {
        var file = new BinaryBuilder().Put(0, [0, 4, 4, 0]).I16(16, 48);
        (int Kind, int Block)[] entries = [(0, 1024), (5, 2560), (1, 2048)];
        for (var i = 0; i < entries.Length; i++)
        {
            file.U8(112 + 48 * i, entries[i].Kind).U8(113 + 48 * i, 0x20).U8(114 + 48 * i, 1).I32(122 + 48 * i, entries[i].Block);
            file.U8(entries[i].Block, entries[i].Kind).U8(entries[i].Block + 1, 0x20);
        }

        // end of the table
        file.U8(112 + 48 * 3 + 1, 9).U8(112 + 48 * 3 + 2, 9);
        file.I16(1024 + 34, before).I16(1024 + 36, 400).Text(1024 + 176, "PHA").I16(1024 + 186, 1);
        // −0.5 and 2 as VAX writes them: −0.1 (binary) × 2⁰ and 0.1 × 2²
        var calibration = 1024 + 80 + before + 36;
        file.I16(calibration, unchecked((short)0xC000)).I16(calibration + 4, 0x4100);
        var times = 1024 + 48 + 400 + 1;
        file.I64(times, 35067168000000000 + (new DateTime(2014, 1, 12, 15, 12, 28, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks)
            .I64(times + 8, ~9_000_000_000L).I64(times + 16, ~8_900_000_000L);
        file.Text(2048 + 48, "Rock");
        for (var i = 0; i < 256; i++)
            file.I32(2560 + 512 + 4 * i, 7 * i);
        return file.Bytes;
    }

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.cnf", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
