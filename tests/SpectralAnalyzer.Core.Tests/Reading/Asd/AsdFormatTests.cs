using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Asd;

public sealed class AsdFormatTests
{
    [Fact]
    public void Reflectance_is_sample_over_reference()
    {
        var content = Read(Made(1, true));

        Assert.Equal("ASD FieldSpec", content.Report.Format);
        Assert.Equal([350, 351.5, 353], Assert.Single(content.Spectra).SourceX);
        Assert.Equal([0.25, 0.5, double.NaN], content.Spectra[0].SourceY);
        Assert.Equal((AxisUnit.Nanometer, OrdinateKind.Reflectance, 1),
            (content.Report.XUnit, content.Report.Ordinate, content.Report.Confidence));
        Assert.Contains(content.Report.Issues, issue => issue.Id == "FormedFromCounts");
        Assert.Equal("2024-03-09 08:05:01", content.Report.Metadata["Date"]);
    }

    [Fact]
    public void Counts_and_their_reference_are_two_series()
    {
        var content = Read(Made(0, true));

        Assert.Equal(["Sample", "Reference"], content.Spectra.Select(s => s.Series));
        Assert.Equal([10, 20, 30], content.Spectra[0].SourceY);
        Assert.Equal([40, 40, 0], content.Spectra[1].SourceY);
        Assert.Equal(OrdinateKind.Intensity, content.Report.Ordinate);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void What_needs_more_than_the_file_has_is_read_as_stored(int kind, bool isTaken)
    {
        var content = Read(Made(kind, isTaken));

        Assert.Equal([10, 20, 30], content.Spectra[0].SourceY);
        Assert.Equal(OrdinateKind.Unknown, content.Report.Ordinate);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "CountsOnly");
    }

    [Fact]
    public void The_first_version_stores_the_reflectance_itself()
    {
        var content = Read(new BinaryBuilder().Put(0, Made(1, true).AsSpan(0, 484)).Text(0, "ASD").U8(199, 0)
            .F32(484, 0.5f, 0.25f, 0.125f).Bytes);

        Assert.Equal([0.5, 0.25, 0.125], Assert.Single(content.Spectra).SourceY);
        Assert.Equal(OrdinateKind.Reflectance, content.Report.Ordinate);
    }

    [Fact]
    public void A_cut_file_is_refused() =>
        Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(Made(1, true)[..^8])).Error.Id);

    [Fact]
    public void A_real_file_is_read()
    {
        var content = SpectrumReader.Default.Read(
            Corpus.File("binary/serbinsh+R-FieldSpectra/PM01_TIAM_B_LC_REFL00005.asd"), ReadOptions.Default,
            TestContext.Current.CancellationToken);

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal((2151, 350, 2500), (spectrum.Count, spectrum.SourceX[0], spectrum.SourceX[^1]));
        Assert.Equal((4.409561296365919 / 134.80930478202643, 188.36000055070298 / 1973.8964529404684),
            (spectrum.SourceY[0], spectrum.SourceY[^1]));
        Assert.Equal(OrdinateKind.Reflectance, content.Report.Ordinate);
    }

    internal static byte[] Made(int kind, bool isTaken)
    {
        var file = new BinaryBuilder().Text(0, "as7").I16(160, 1).I16(162, 5).I16(164, 8).I16(166, 9).I16(168, 2).I16(170, 124)
            .U8(186, kind).F32(191, 350, 1.5f).U8(199, 2).I16(204, 3).F64(484, 10).F64(492, 20).F64(500, 30);
        return file.I16(508, isTaken ? -1 : 0).I16(526, 4).Text(528, "made").F64(532, 40).F64(540, 40).F64(548, 0).Bytes;
    }

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.asd", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
