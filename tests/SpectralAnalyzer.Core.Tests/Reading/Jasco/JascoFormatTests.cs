using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Jasco;

public sealed class JascoFormatTests
{
    private const int End = -2;

    [Fact]
    public void A_channel_on_the_stated_grid_is_a_spectrum()
    {
        var content = Read(Made([0.5f, 0.25f, 0.75f]));

        Assert.Equal("JASCO JWS", content.Report.Format);
        Assert.Equal([400, 300, 200], Assert.Single(content.Spectra).SourceX);
        Assert.Equal([0.5, 0.25, 0.75], content.Spectra[0].SourceY);
        Assert.Equal((AxisUnit.Nanometer, OrdinateKind.Absorbance, 1),
            (content.Report.XUnit, content.Report.Ordinate, content.Report.Confidence));
    }

    [Fact]
    public void Each_channel_is_a_series()
    {
        var content = Read(Made([1, 2, 3, 4, 5, 6], 0x1001, 0x2001));

        Assert.Equal(["CD (mdeg)", "HT (V)"], content.Spectra.Select(s => s.Series));
        Assert.Equal([4, 5, 6], content.Spectra[1].SourceY);
    }

    [Fact]
    public void A_long_part_lies_in_sectors_of_its_own()
    {
        var values = Enumerable.Range(0, 2000).Select(i => i * 0.5f).ToArray();
        var content = Read(Made(values));

        Assert.Equal(values.Select(y => (double)y), content.Spectra[0].SourceY.ToArray());
    }

    [Fact]
    public void An_unknown_code_costs_confidence()
    {
        var content = Read(Made([1, 2, 3], 0x77));

        Assert.Equal(OrdinateKind.Unknown, content.Report.Ordinate);
        Assert.True(content.Report.Confidence < 1);
    }

    [Theory]
    [InlineData(2048 + 20, 4, "PointCountMismatch")]
    [InlineData(2048 + 12, 0, "PointCountMismatch")]
    [InlineData(1024 + 128 + 116, 900, "Truncated")]
    [InlineData(512 + 12, 3, "Truncated")]
    [InlineData(30, 60, "Truncated")]
    public void A_damaged_file_is_refused(int at, int value, string id) =>
        Assert.Equal(id, Assert.Throws<SpectralException>(
            () => Read(new BinaryBuilder().Put(0, Made([1, 2, 3])).I32(at, value).Bytes)).Error.Id);

    [Fact]
    public void A_step_that_does_not_fit_is_told() => Assert.Contains(
        Read(new BinaryBuilder().Put(0, Made([1, 2, 3])).F64(2048 + 40, -50).Bytes).Report.Issues,
        issue => issue.Id == "StepMismatch");

    [Fact]
    public void A_compound_file_of_another_program_is_refused() => Assert.Equal(
        "UnsupportedFormat", Assert.Throws<SpectralException>(
            () => Read(new BinaryBuilder().Put(0, Made([1, 2, 3])).Text(1024 + 128, "X").Bytes)).Error.Id);

    [Fact]
    public void It_is_known_by_its_parts_whatever_it_is_called() => Assert.Equal("JASCO JWS", SpectrumReader.Default.Read(
        new SpectralSource("/made.bin", Made([1, 2, 3])), ReadOptions.Default, TestContext.Current.CancellationToken)
            .Report.Format);

    [Fact]
    public void A_real_file_is_read()
    {
        var content = SpectrumReader.Default.Read(
            Corpus.File("binary/delsuc+Melting-curve-analysis/D2T_T35_120919e_BfDenat-1.jws"), ReadOptions.Default,
            TestContext.Current.CancellationToken);

        Assert.Equal(["CD (mdeg)", "HT (V)", "Absorbance"], content.Spectra.Select(s => s.Series));
        Assert.Equal((131, 260, 195), (content.Spectra[0].Count, content.Spectra[0].SourceX[0], content.Spectra[0].SourceX[^1]));
        Assert.Equal(0.8267970681190491, content.Spectra[0].SourceY[0]);
    }

    // header, then sectors: 0 the table, 1 the directory, 2 the table of small sectors, 3 the small sectors, 4 and on a long part
    internal static byte[] Made(float[] values, params int[] codes)
    {
        codes = codes.Length > 0 ? codes : [3];
        var count = values.Length / codes.Length;
        var isLong = values.Length * 4 >= 4096;
        var file = new BinaryBuilder().Put(0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).I16(30, 9).I16(32, 6).I32(44, 1)
            .I32(48, 1).I32(56, 4096).I32(60, 2).I32(64, 1).I32(68, End).I32(76, 0)
            .I32(512, -3).I32(516, End).I32(520, End).I32(524, End);
        Entry(0, "Root Entry", 5, 3, 512);
        Entry(1, "DataInfo", 2, 0, 96);
        Entry(2, "Y-Data", 2, isLong ? 4 : 2, values.Length * 4);
        file.I32(1536, 1).I32(1540, End).I32(1544, End);
        const int info = 2048;
        file.I32(info, 3).I32(info + 12, codes.Length).I32(info + 20, count).F64(info + 24, 400).F64(info + 32, 200)
            .F64(info + 40, -200.0 / (count - 1)).I32(info + 48, 0x10000103);
        for (var i = 0; i < codes.Length; i++)
            file.I32(info + 52 + 4 * i, codes[i]);
        if (!isLong)
            return file.F32(info + 128, values).Pad(2560).Bytes;
        var sectors = (values.Length * 4 + 511) / 512;
        for (var i = 0; i < sectors; i++)
            file.I32(512 + 4 * (4 + i), i + 1 < sectors ? 5 + i : End);
        return file.F32(2560, values).Pad(2560 + 512 * sectors).Bytes;

        void Entry(int place, string name, int kind, int first, int length)
        {
            var at = 1024 + 128 * place;
            file.Put(at, Encoding.Unicode.GetBytes(name)).I16(at + 64, 2 * name.Length + 2).U8(at + 66, kind).I32(at + 116, first)
                .I32(at + 120, length);
        }
    }

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.jws", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
