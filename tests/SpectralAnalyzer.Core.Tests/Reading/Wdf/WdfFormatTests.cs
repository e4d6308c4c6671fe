using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Wdf;

public sealed class WdfFormatTests
{
    [Fact]
    public void A_map_is_a_spectrum_a_place()
    {
        var content = Read(Made(2, 2));

        Assert.Equal(["X = 1.5, Y = -2", "X = 2.5, Y = -2"], content.Spectra.Select(s => s.Series));
        Assert.Equal([300, 200, 100], content.Spectra[1].SourceX);
        Assert.Equal([4, 5, 6], content.Spectra[1].SourceY);
        Assert.Equal(AxisUnit.RamanShift, content.Report.XUnit);
        Assert.Equal(OrdinateKind.Intensity, content.Report.Ordinate);
        Assert.Equal("Renishaw WDF", content.Report.Format);
        Assert.Equal(1, content.Report.Confidence);
    }

    [Fact]
    public void A_measurement_that_was_ended_early_gives_what_was_measured()
    {
        var content = Read(Made(2, 1));

        Assert.Equal([1, 2, 3], Assert.Single(content.Spectra).SourceY);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "Unfinished");
    }

    [Fact]
    public void A_cut_file_is_refused()
    {
        var bytes = Made(2, 2).Bytes;

        foreach (var length in (int[])[100, 520, 540, 560])
        {
            Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => SpectrumReader.Default.Read(
                new SpectralSource("/made.wdf", bytes.AsMemory(0, length)), ReadOptions.Default,
                    TestContext.Current.CancellationToken)).Error.Id);
        }
    }

    [Fact]
    public void A_real_file_is_read()
    {
        var content = SpectrumReader.Default.Read(
            Corpus.File("binary/Quasars+orange-spectroscopy/sp.wdf"), ReadOptions.Default, TestContext.Current.CancellationToken);

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal(1015, spectrum.Count);
        Assert.Equal((2787.514404296875, 47.092708587646484), (spectrum.SourceX[0], spectrum.SourceY[0]));
        Assert.Equal((1226.2752685546875, 21.815458297729492), (spectrum.SourceX[^1], spectrum.SourceY[^1]));
        Assert.Equal(AxisUnit.RamanShift, content.Report.XUnit);
        Assert.Equal("532.250", content.Report.Metadata["Laser wavelength (nm)"]);
        Assert.Equal("2017-05-16T14:49:12Z", content.Report.Metadata["Date"]);
    }

    [Fact]
    public void More_spectra_than_any_file_may_have_are_refused_before_they_are_read()
    {
        const int Count = 2_000_000;
        var file = new BinaryBuilder().Pad(512 + 16 + 4 * Count + 24).Text(0, "WDF1").I64(8, 512).I32(0x3C, 1).I64(0x40, Count)
            .I64(0x48, Count).I32(0x58, 1)
            .Text(512, "DATA").I64(520, 16 + 4L * Count)
            .Text(528 + 4 * Count, "XLST").I64(536 + 4 * Count, 16 + 8);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("UnsupportedContent", Assert.Throws<SpectralException>(() => Read(file)).Error.Id);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    internal static BinaryBuilder Made(int capacity, int collected) => new BinaryBuilder()
        .Text(0, "WDF1").I64(8, 512).I32(0x3C, 3).I64(0x40, capacity).I64(0x48, collected).I32(0x58, 3).I32(0x98, 6).Pad(512)
        .Text(512, "DATA").I64(520, 16 + 24).F32(528, 1, 2, 3, 4, 5, 6)
        .Text(552, "XLST").I64(560, 16 + 20).I32(568, 1).I32(572, 1).F32(576, 300, 200, 100)
        .Text(588, "ORGN").I64(596, 16 + 4 + 2 * 40).I32(604, 2)
        .I32(608, unchecked((int)0x80000003)).Text(616, "X").F64(632, 1.5).F64(640, 2.5)
        .I32(648, 4).Text(656, "Y").F64(672, -2).F64(680, -2);

    private static SpectralFileContent Read(BinaryBuilder file) => SpectrumReader.Default.Read(
        new SpectralSource("/made.wdf", file.Bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
