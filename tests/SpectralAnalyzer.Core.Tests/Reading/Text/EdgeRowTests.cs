using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>Damage to the first or the last row makes it look like a header or a footer; it is told all the same.</summary>
public sealed class EdgeRowTests
{
    private const string Names = "wavelength (nm)\tabsorbance\n";

    [Theory]
    [InlineData("cut within x", "40")]
    [InlineData("cut behind x", "400.0")]
    [InlineData("broken within x", "4\n00.0\t0.2000")]
    [InlineData("broken behind x", "400.0\n0.2000")]
    [InlineData("the other decimal mark", "400,0\t0,2000")]
    [InlineData("blanks for tabs", "400.0  0.2000")]
    [InlineData("a cell too many", "400.0\t0.2000\t1")]
    [InlineData("a letter in x", "4x0.0\t0.2000")]
    [InlineData("no x", "\t0.2000")]
    [InlineData("a word for x", "n/a\t0.2000")]
    [InlineData("a remark below it", "400.0\t0.2000\nlamp changed")]
#pragma warning disable xUnit1026 // names the case
    public void A_damaged_first_row_is_told_or_costs_nothing(string damage, string row)
#pragma warning restore xUnit1026
    {
        var text = Names + row + "\n" + Rows(402, 498);

        AssertTold(text, 50, row.Count(c => c == '\n') + 2);
    }

    [Theory]
    [InlineData("cut within x", "50")]
    [InlineData("cut behind x", "500.0\t")]
    [InlineData("broken within x", "5\n00.0\t0.2000")]
    [InlineData("broken behind x", "500.0\t\n0.2000")]
    [InlineData("the other decimal mark", "500,0\t0,2000")]
    [InlineData("blanks for tabs", "500.0  0.2000")]
    [InlineData("a word for x", "n/a\t0.2000")]
    [InlineData("twice", "500.0\t0.2000500.0\t0.2000")]
#pragma warning disable xUnit1026 // names the case
    public void A_damaged_last_row_is_told_or_costs_nothing(string damage, string row)
#pragma warning restore xUnit1026
    {
        var text = Names + Rows(402, 498) + row + "\n";

        AssertTold(text, 50, 51 + row.Count(c => c == '\n'));
    }

    [Fact]
    public void A_blank_line_in_the_place_of_a_row_is_told()
    {
        var text = Names + Rows(400, 438) + "  \n" + Rows(442, 500);

        AssertTold(text, 51, 22);
    }

    [Theory]
    [InlineData("# scan 12, 400 to 500 nm")]
    [InlineData("50")]
    [InlineData("nm\tA")]
    [InlineData("polystyrene 25")]
    public void What_stands_above_a_whole_table_is_not_told(string line)
    {
        var content = Read(line + "\n" + Rows(402, 500));

        Assert.Equal(50, content.Spectra[0].Count);
        Assert.DoesNotContain(content.Report.Issues, i => i.Severity == IssueSeverity.Warning);
    }

    private static void AssertTold(string text, int rows, int lastLine)
    {
        var content = Read(text);

        var spectrum = Assert.Single(content.Spectra);
        Assert.All(spectrum.SourceY, y => Assert.True(double.IsNaN(y) || y is >= 0.2 and <= 0.7));
        if (content.Report.Confidence >= 0.9 && spectrum.SourceY.Count(double.IsFinite) < rows)
            Assert.Contains(
                content.Report.Issues, i => i.Severity == IssueSeverity.Warning && i.Line is >= 2 && i.Line <= lastLine);
    }

    private static string Rows(int from, int to) => string.Concat(Enumerable.Range(0, (to - from) / 2 + 1)
        .Select(i => FormattableString.Invariant($"{from + 2 * i:F1}\t{0.2 + 0.001 * ((i * 7) % 13):F4}\n")));

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/table.txt", Encoding.ASCII.GetBytes(text)), ReadOptions.Default,
        TestContext.Current.CancellationToken);
}
