using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Iec1455;

public sealed class Iec1455FormatTests
{
    [Theory]
    [InlineData(59)]
    [InlineData(9)]
    public void Five_counts_a_record_are_one_spectrum(int firstDataRecord)
    {
        var content = Read(Made(firstDataRecord));

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal("IEC 1455", content.Report.Format);
        Assert.Equal(Enumerable.Range(0, 23).Select(i => 100.0 + 7 * i), spectrum.SourceY);
        Assert.Equal(Enumerable.Range(0, 23).Select(i => 1.5 + 0.5 * i), spectrum.SourceX);
        Assert.Equal(AxisUnit.Other, spectrum.XUnit);
        Assert.Contains("keV", spectrum.Axis.Label, StringComparison.Ordinal);
        Assert.Equal("100.00", content.Report.Metadata["Live time (s)"]);
        Assert.Equal(1, content.Report.Confidence);
    }

    [Theory]
    [InlineData("A004  0.1500000E+01  0.5000000E+00", "A004")]
    [InlineData("A004  0.1500000E+01  0.5000000E+00", "A004 0.00000e+00 0.00000e+00")]
    public void Without_a_calibration_x_is_the_channel(string stated, string replaced)
    {
        var content = Read(Made(59).Replace(stated, replaced, StringComparison.Ordinal));

        Assert.Equal(Enumerable.Range(0, 23).Select(i => (double)i), content.Spectra[0].SourceX);
        Assert.Equal("Uncalibrated", Assert.Single(content.Report.Issues).Id);
    }

    [Fact]
    public void Numbers_that_touch_are_told_apart_by_their_exponents()
    {
        var content = Read(Made(59).Replace("A004  0.1500000E+01  0.5000000E+00", "A0040.1500000E+010.5000000E+00",
            StringComparison.Ordinal));

        Assert.Equal(2, content.Spectra[0].SourceX[1]);
    }

    [Fact]
    public void A_file_that_is_cut_or_lacks_a_record_gives_no_wrong_number()
    {
        var whole = Made(59);
        for (var length = 400; length < whole.Length; length++)
            NothingWrong.Assert("made.iec", Encoding.ASCII.GetBytes(whole), Encoding.ASCII.GetBytes(whole[..length]),
                $"cut at {length}");

        var lines = whole.Split('\n');
        for (var line = 58; line < lines.Length - 1; line++)
            Assert.Equal("PointCountMismatch", Assert.Throws<SpectralException>(() => Read(string.Join('\n', lines.Where((_,
                i) => i != line)))).Error.Id);
    }

    internal static string Made(int firstDataRecord)
    {
        var text = new StringBuilder(
            "A004DEMO   HPGE   0   0     0\nA004      100.00      101.00    23\nA00401/02/20 10:00:00\n"
            + "A004  0.1500000E+01  0.5000000E+00\n");
        for (var record = 5; record < firstDataRecord; record++)
            text.Append("A004\n");
        for (var channel = 0; channel < 23; channel += 5)
        {
            text.Append($"A004{channel,6}");
            for (var i = channel; i < Math.Min(23, channel + 5); i++)
                text.Append($"{100 + 7 * i,10}");
            text.Append('\n');
        }

        return text.ToString();
    }

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/a.iec", Encoding.ASCII.GetBytes(text)), ReadOptions.Default, TestContext.Current.CancellationToken);
}
