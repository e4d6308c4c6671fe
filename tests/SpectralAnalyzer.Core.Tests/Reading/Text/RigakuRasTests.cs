using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>Rigaku RAS: the third column holds the factors of the attenuator, not a spectrum.</summary>
public sealed class RigakuRasTests
{
    [Theory]
    [InlineData("1.0000", false)]
    [InlineData("8.5000", true)]
    public void The_attenuator_is_no_spectrum_and_is_told_where_it_was_in_the_beam(string factor, bool isTold)
    {
        var content = Read(Scan(20, factor, 40) + Scan(60, "1.0000", 30));

        Assert.Equal([40, 30], content.Spectra.Select(s => s.Count));
        Assert.All(content.Spectra, s => Assert.All(s.SourceY, y => Assert.True(y >= 100)));
        Assert.DoesNotContain(content.Spectra, s => s.Series?.Contains("RAS_", StringComparison.Ordinal) == true);
        Assert.Equal(isTold, content.Report.Issues.Any(i => i.Id == SpectralIssueIds.Attenuation));
    }

    private static string Scan(int from, string factor, int points) =>
        "*RAS_HEADER_START\n*DISP_UNIT_X \"deg.\"\n*MEAS_SCAN_AXIS_X \"2theta/theta\"\n*RAS_HEADER_END\n*RAS_INT_START\n"
        + string.Concat(Enumerable.Range(0, points).Select(i => FormattableString.Invariant(
            $"{from + 0.02 * i:F4} {100 + i * 37 % 101:F4} {factor}\n"))) + "*RAS_INT_END\n";

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/scan.ras", Encoding.ASCII.GetBytes("*RAS_DATA_START\n" + text + "*RAS_DATA_END\n")),
        ReadOptions.Default, TestContext.Current.CancellationToken);
}
