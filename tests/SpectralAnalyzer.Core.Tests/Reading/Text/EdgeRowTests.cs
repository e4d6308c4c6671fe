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

    [Theory]
    [InlineData("within an exponent", "1.5E-01\t7.7078134\nE-01\n")]
    [InlineData("within the digits of a number with an exponent", "1.5E-01\t7.70\n78134E-01\n")]
#pragma warning disable xUnit1026 // names the case
    public void A_last_row_that_is_broken_within_its_last_number_is_left_out(string place, string row)
#pragma warning restore xUnit1026
    {
        var rows = Counted(i => $"{i / 200.0:0.0E-00}\t{2 + i % 7}.1234567E-01", 30);

        AssertTold(Names + rows + row, 30, 33, 0.2, 0.9);
    }

    [Theory]
    [InlineData("400.00,3416,3420,3\n417,\n", 50, 51)]
    [InlineData("400.00,3416,3420,3417\n,\n", 50, 51)]
    public void A_last_row_that_is_broken_where_all_end_with_a_delimiter_is_left_out(string row, int first, int last)
    {
        var rows = Counted(i => $"{298 + 2 * i}.00,34{10 + i % 7},3400,3410,");

        var content = Read(rows + row);

        Assert.All(content.Spectra, spectrum => Assert.All(spectrum.SourceY, y => Assert.True(double.IsNaN(y) || y > 3000)));
        Assert.Contains(
            content.Report.Issues, i => i.Severity == IssueSeverity.Warning && i.Line >= first && i.Line <= last + 1);
    }

    [Fact]
    public void A_first_row_whose_x_is_broken_gives_no_x_of_its_rest()
    {
        var rows = Counted(i => $" {(1 + i) * 0.006:0.0000000E-00}  {2 + i % 7}.0E-01", 30);

        var content = Read("intensity\n       3000\n 6.046129\n9E-03  2.0E-01\n" + rows);

        Assert.DoesNotContain(0.009, Assert.Single(content.Spectra).SourceX);
        Assert.Contains(content.Report.Issues, i => i.Severity == IssueSeverity.Warning && i.Line is 3 or 4);
    }

    public static TheoryData<string, string, int> LostRows => new()
    {
        { "x, which is about zero, alone", "0.00\n" + Counted(i => $"{i / 100.0:F2}\t0.{200 + i}"), 1 },
        { "x, which is about zero, and the rest below it", "0.00\n\t0.200\n" + Counted(i => $"{i / 100.0:F2}\t0.{200 + i}"), 2 },
        { "a word for y below the names", Names + "251.16\tx\n" + Counted(i => $"{254.1 + 0.47 * i:F2}\t0.{200 + i}"), 2 },
        { "a letter for the number of the row", "x\t350.13\t0.2\n" + Counted(i => $"{i}\t{350.13 + 0.21 * i:F2}\t0.{i % 7}"), 1 },
        {
            "no x, where another column rises in even steps",
            ",0.04,0.02,0.00\n" + Counted(i => $"{300 + 5 * i},{3 * i}.02,{2 * i}.26,{i}.00"), 1
        },
        {
            "two parts that are no row",
            "88.2\t855375\t0.0\n0019\tM\n" + Counted(i => $"{88.2 + 0.04 * i * i:F1}\t{855000 + i}\t0.000{i % 7 + 1}\tM"), 2
        },
        { "the mark of its first number, below", Counted(i => $" .{100 + i}E+03  .{200 + i}E+01") + " .\n", 51 },
        {
            "its first number, which all rows have, below",
            Counted(i => $"-98.5\t33.25\t{1700 - i}.0\t{i % 7}.5") + "-98.5\t\n", 51
        },
    };

    [Theory]
    [MemberData(nameof(LostRows))]
#pragma warning disable xUnit1026 // names the case
    public void A_row_at_an_edge_of_which_only_a_part_is_left_is_told(string left, string text, int line)
#pragma warning restore xUnit1026
    {
        var content = Read(text);

        Assert.Contains(
            content.Report.Issues, i => i.Severity == IssueSeverity.Warning && i.Line is { } at && Math.Abs(at - line) <= 1);
    }

    [Theory]
    [InlineData("# remark of the operator\n")]
    [InlineData("lamp changed\n")]
    public void A_remark_where_x_steps_far_is_told_where_it_cuts_the_table(string remark)
    {
        var content = Read(Names + Rows(402, 498) + remark + Rows(702, 798));

        Assert.Contains(content.Report.Issues, i => i.Severity == IssueSeverity.Warning && i.Line == 51);
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

    private static void AssertTold(string text, int rows, int lastLine, double low = 0.2, double high = 0.7)
    {
        var content = Read(text);

        var spectrum = Assert.Single(content.Spectra);
        Assert.All(spectrum.SourceY, y => Assert.True(double.IsNaN(y) || (y >= low && y <= high)));
        if (content.Report.Confidence >= 0.9 && spectrum.SourceY.Count(double.IsFinite) < rows)
            Assert.Contains(
                content.Report.Issues, i => i.Severity == IssueSeverity.Warning && i.Line is >= 2 && i.Line <= lastLine);
    }

    private static string Counted(Func<int, FormattableString> row, int rows = 50) =>
        string.Concat(Enumerable.Range(1, rows).Select(i => FormattableString.Invariant(row(i)) + "\n"));

    private static string Rows(int from, int to) => string.Concat(Enumerable.Range(0, (to - from) / 2 + 1)
        .Select(i => FormattableString.Invariant($"{from + 2 * i:F1}\t{0.2 + 0.001 * ((i * 7) % 13):F4}\n")));

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/table.txt", Encoding.ASCII.GetBytes(text)), ReadOptions.Default,
        TestContext.Current.CancellationToken);
}
