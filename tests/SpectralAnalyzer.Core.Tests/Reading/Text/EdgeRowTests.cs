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
    public void A_last_row_that_was_written_twice_in_one_line_is_told_where_it_ends_with_a_word()
    {
        var rows = string.Concat(Enumerable.Range(0, 50).Select(i => $"{402 + 2 * i},0.{200 + i},NaN\n"));

        AssertTold(rows + "502,0.250,NaN502,0.250,NaN\n", 50, 51);
    }

    [Fact]
    public void A_first_row_without_x_is_told_where_one_of_many_numbers_is_far_from_its_column()
    {
        var names = "nm" + string.Concat(Enumerable.Range(0, 10).Select(c => $"\t{300 + 10 * c}")) + "\n";
        string Row(string x, int i, string spike) => x + string.Concat(
            Enumerable.Range(0, 10).Select(c => c == 4 ? "\t" + spike : $"\t{20 + (3 * i + 7 * c) % 11}.5")) + "\n";
        var rows = string.Concat(Enumerable.Range(1, 50).Select(i => Row($"{400 + 2 * i}.0", i, $"{30 + i % 5}.5")));

        var content = Read(names + Row("", 0, "9999.9") + rows);

        Assert.Equal(10, content.Spectra.Count);
        Assert.All(content.Spectra, spectrum => Assert.Equal(50, spectrum.Count));
        Assert.Contains(content.Report.Issues, i => i.Severity == IssueSeverity.Warning && i.Line == 2);
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
