using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Shimadzu;

public sealed class ShimadzuFormatTests
{
    [Fact]
    public void Each_data_set_is_a_series()
    {
        var content = Read(Made((2, [0.5, 0.25]), (4, [90, 80])));

        Assert.Equal(("Shimadzu SPC", 1), (content.Report.Format, content.Report.Confidence));
        Assert.Equal(["DataSet1", "DataSet2"], content.Spectra.Select(s => s.Series));
        Assert.Equal([500, 499], content.Spectra[1].SourceX);
        Assert.Equal([90, 80], content.Spectra[1].SourceY);
        Assert.Equal([OrdinateKind.Absorbance, OrdinateKind.PercentReflectance], content.Spectra.Select(s => s.Ordinate.Kind));
        Assert.Equal((AxisUnit.Nanometer, "UV-2600"), (content.Report.XUnit, content.Report.Metadata["Instrument Type"]));
    }

    [Fact]
    public void A_long_data_set_is_read_whole()
    {
        var y = Enumerable.Range(0, 1200).Select(i => i * 0.125).ToArray();

        Assert.Equal(y, Read(Made((2, y))).Spectra[0].SourceY.ToArray());
    }

    [Fact]
    public void An_unknown_code_of_y_costs_confidence()
    {
        var content = Read(Made((77, [1, 2])));

        Assert.Equal(OrdinateKind.Unknown, content.Report.Ordinate);
        Assert.InRange(content.Report.Confidence, 0.5, 0.92);
    }

    [Fact]
    public void A_count_that_does_not_fit_is_refused() => Assert.Equal("PointCountMismatch", Refusal(Set(1, 2, [1, 2], 3)));

    [Fact]
    public void A_missing_part_is_refused() => Assert.Equal("Truncated", Refusal(Set(1, 2, [1, 2], 2).AsSpan(0, 2)));

    [Fact]
    public void A_cut_file_is_refused() =>
        Assert.Equal("Truncated", Assert.Throws<SpectralException>(() => Read(Made((2, [1, 2]))[..^512])).Error.Id);

    internal static byte[] Made(params ReadOnlySpan<(int Code, double[] Y)> sets)
    {
        var streams = new List<(string, byte[])>();
        foreach (var (code, y) in sets)
            streams.AddRange(Set(streams.Count / 4 + 1, code, y, y.Length));
        return MadeUpCompoundFile.Of([.. streams]);
    }

    private static (string, byte[])[] Set(int number, int code, double[] y, int count)
    {
        var set = $"DataStorage1/DataSetGroup/DataSet{number}";
        var x = new BinaryBuilder();
        var values = new BinaryBuilder();
        for (var i = 0; i < y.Length; i++)
        {
            x.F64(8 * i, 500 - i);
            values.F64(8 * i, y[i]);
        }

        byte[] page = [.. new byte[8], 2, (byte)'[', (byte)']', 1, 0, 0, 0, 16, .. "Instrument Type:"u8, 7, .. "UV-2600"u8];
        return
        [
            ($"{set}/DataSpectrumStorage/Data/X Data.1", x.Bytes), ($"{set}/DataSpectrumStorage/Data/Y Data.1", values.Bytes),
            ($"{set}/DataSpectrumStorage/Data/Data Header.1", new BinaryBuilder().I32(0, count).I32(4, code).Bytes),
            ($"{set}/MethodStorage/PageTexts0", page),
        ];
    }

    private static string Refusal(ReadOnlySpan<(string, byte[])> streams)
    {
        var bytes = MadeUpCompoundFile.Of(streams);
        return Assert.Throws<SpectralException>(() => Read(bytes)).Error.Id;
    }

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/made.spc", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
