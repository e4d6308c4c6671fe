using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Opus;

public sealed class OpusFormatTests
{
    internal const uint Ratio = 3 | 3 << 2;
    internal const uint Sample = 3 | 1 << 2;
    internal const uint Absorbance = 4 << 10;
    internal const uint Reflectance = 12 << 10;
    internal const uint SingleChannel = 1 << 10;
    internal const uint Interferogram = 2 << 10;

    [Fact]
    public void The_ratio_is_read_and_single_channels_are_left()
    {
        var content = Read(Made((Sample | Interferogram, [9, 9], 1), (Sample | SingleChannel, [5, 6], 1),
            (Ratio | Absorbance, [0.25f, 0.75f, 0.5f], 1)));

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal([4000, 3000, 2000], spectrum.SourceX);
        Assert.Equal([0.25, 0.75, 0.5], spectrum.SourceY);
        Assert.Equal(AxisUnit.Wavenumber, content.Report.XUnit);
        Assert.Equal(OrdinateKind.Absorbance, content.Report.Ordinate);
        Assert.Equal("Bruker OPUS", content.Report.Format);
        Assert.Equal(1, content.Report.Confidence);
        Assert.Contains(content.Report.Issues, issue => issue.Id == "OtherBlocks");
    }

    [Fact]
    public void Results_of_a_search_or_match_are_no_spectra()
    {
        var content = Read(Made((Ratio | (22 << 10), [7, 8, 9], 1), (Ratio | Absorbance, [0.25f, 0.75f, 0.5f], 1),
            (Ratio | (54 << 10), [7, 8, 9], 1)));

        Assert.Equal([0.25, 0.75, 0.5], Assert.Single(content.Spectra).SourceY);
        var issue = Assert.Single(content.Report.Issues);
        Assert.Equal(("OtherBlocks", IssueSeverity.Information), (issue.Id, issue.Severity));
        Assert.Contains("kind 54", issue.Message, StringComparison.Ordinal);
        Assert.Equal(1, content.Report.Confidence);
        Assert.Equal("NoData", Assert.Throws<SpectralException>(() => Read(Made((Ratio | (22 << 10), [7, 8, 9], 1)))).Error.Id);
    }

    [Fact]
    public void Without_a_ratio_the_single_channel_is_the_spectrum()
    {
        var content = Read(Made((Sample | SingleChannel, [5, 6], 1)));

        Assert.Equal([5, 6], content.Spectra[0].SourceY);
        Assert.Equal(OrdinateKind.Intensity, content.Report.Ordinate);
    }

    [Fact]
    public void Several_results_are_series_and_the_scale_is_applied()
    {
        var content = Read(Made((Ratio | Absorbance, [1, 2], 2), (Ratio | Reflectance, [0.5f, 0.25f], 1)));

        Assert.Equal(["Absorbance", "Reflectance"], content.Spectra.Select(s => s.Series));
        Assert.Equal([2, 4], content.Spectra[0].SourceY);
        Assert.Equal(OrdinateKind.Reflectance, content.Spectra[1].Ordinate.Kind);
    }

    [Fact]
    public void Other_extremes_than_stated_lower_the_confidence()
    {
        var file = Made((Ratio | Absorbance, [0.25f, 0.75f], 1));
        file.F32(file.Bytes.Length - 8, 0.3f);

        var content = Read(file);

        Assert.Contains(content.Report.Issues, issue => issue.Id == "ExtremesMismatch");
        Assert.True(content.Report.Confidence < 0.9);
    }

    [Fact]
    public void Interferograms_alone_are_refused() =>
        Assert.Equal("NoData", Assert.Throws<SpectralException>(() => Read(Made((Sample | Interferogram, [1, 2], 1)))).Error.Id);

    [Fact]
    public void A_cut_file_is_refused()
    {
        var bytes = Made((Ratio | Absorbance, [0.25f, 0.75f, 0.5f], 1)).Bytes;

        foreach (var length in (int[])[10, 30, 120, bytes.Length - 4])
        {
            Assert.ThrowsAny<SpectralException>(() => SpectrumReader.Default.Read(
                new SpectralSource("/made.0", bytes.AsMemory(0, length)), ReadOptions.Default,
                    TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("binary/wincowgerDEV+OpenSpecy-package/ftir_ps.0", 1, 2126, 4497.5367913246155, 399.2238918542862,
        0.6112140417098999, OrdinateKind.Absorbance)]
    [InlineData("binary/Quasars+orange-spectroscopy/peach_juice.0", 2, 1816, 4000.1161035156247, 499.5323388671875,
        0.9232791066169739, OrdinateKind.Reflectance)]
    public void Real_files_are_read(
        string path, int spectra, int count, double first, double last, double largest, OrdinateKind ordinate)
    {
        var content = SpectrumReader.Default.Read(Corpus.File(path), ReadOptions.Default, TestContext.Current.CancellationToken);

        Assert.Equal(spectra, content.Spectra.Count);
        Assert.Equal(
            (count, first, last), (content.Spectra[0].Count, content.Spectra[0].SourceX[0], content.Spectra[0].SourceX[^1]));
        Assert.Equal(largest, content.Spectra[0].Y.Max());
        Assert.Equal(ordinate, content.Report.Ordinate);
        Assert.Equal(1, content.Report.Confidence);
    }

    // points and their parameters in turn, after the directory; x from 4000 in steps of 1000 down
    internal static BinaryBuilder Made(params (uint Type, float[] Y, double Scale)[] blocks)
    {
        var file = new BinaryBuilder().Put(0, [0x0A, 0x0A, 0xFE, 0xFE]).I32(12, 24).I32(20, 2 * blocks.Length);
        var at = 24 + 24 * blocks.Length;
        for (var i = 0; i < blocks.Length; i++)
        {
            var (type, y, scale) = blocks[i];
            var parametersAt = at;
            Integer("NPT", y.Length);
            Number("FXV", 4000);
            Number("LXV", 4000 - 1000 * (y.Length - 1));
            Number("CSF", scale);
            Number("MXY", y.Max() * scale);
            Number("MNY", y.Min() * scale);
            file.Text(at, "DXU\0").I16(at + 4, 2).I16(at + 6, 2).Text(at + 8, "WN\0\0");
            at += 12;
            file.Text(at, "END\0").I32(at + 4, 0);
            at += 8;
            Entry(2 * i, type | 16, at - parametersAt, parametersAt);
            Entry(2 * i + 1, type, 4 * y.Length, at);
            file.F32(at, y);
            at += 4 * y.Length;
        }

        return file;

        void Entry(int place, uint type, int length, int start) =>
            file.I32(24 + 12 * place, (int)type).I32(28 + 12 * place, length / 4).I32(32 + 12 * place, start);

        void Integer(string name, int value)
        {
            file.Text(at, name + "\0").I16(at + 4, 0).I16(at + 6, 2).I32(at + 8, value);
            at += 12;
        }

        void Number(string name, double value)
        {
            file.Text(at, name + "\0").I16(at + 4, 1).I16(at + 6, 4).F64(at + 8, value);
            at += 16;
        }
    }

    private static SpectralFileContent Read(BinaryBuilder file) => SpectrumReader.Default.Read(
        new SpectralSource("/made.0", file.Bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
