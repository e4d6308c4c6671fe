using System.Text;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Text.Checks;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>One damaged row costs that row, and is told; it does not cost the rows beyond it.</summary>
public sealed class DamagedTableTests
{
    [Theory]
    [InlineData("a letter in x", "4%0,0.1500")]
    [InlineData("cut in x", "450")]
    [InlineData("x broken over two lines", "45\n0,0.1500")]
    [InlineData("run into the next row", "450,0.1500451,0.1600")]
    [InlineData("twice the cells", "450,0.1500,451,0.1600,452,0.1700,453,0.1800,454,0.1900")]
#pragma warning disable xUnit1026 // names the case
    public void A_damaged_row_costs_no_other(string damage, string row)
#pragma warning restore xUnit1026
    {
        var lines = Rows("0.0000");
        lines[50] = row;

        var content = Read(string.Join('\n', lines) + "\n");

        var spectrum = Assert.Single(content.Spectra);
        Assert.InRange(spectrum.Count, 98, 101);
        // the rest of a broken line may be read as a row; it is told by UnsortedX
        Assert.True(spectrum.SourceX.Count(x => x >= 400) >= 98);
        Assert.Equal(499, spectrum.XMax);
        Assert.Contains(content.Report.Issues, i => i.Severity == IssueSeverity.Warning);
    }

    [Fact]
    public void A_row_below_the_table_that_is_none_is_told()
    {
        var lines = Rows("0.0000");
        lines[99] = "499,0.1x00";

        var content = Read(string.Join('\n', lines) + "\n");

        Assert.Equal(498, content.Spectra[0].XMax);
        Assert.Contains(content.Report.Issues, i => i is { Severity: IssueSeverity.Warning, Line: 100 });
    }

    [Fact]
    public void A_last_number_that_is_shorter_than_all_before_is_left_out_and_told()
    {
        var content = Read(string.Join('\n', Rows("0.0000"))[..^2]);

        Assert.Equal(99, content.Spectra[0].Count);
        Assert.True(content.Report.Confidence < 0.9);
        Assert.Contains(content.Report.Issues, i => i is { Id: "CutShort", Line: 100 });
    }

    [Fact]
    public void A_last_row_with_fewer_cells_is_left_out_and_told()
    {
        var text = string.Join(
            '\n', Enumerable.Range(0, 100).Select(i => FormattableString.Invariant($"{400 + i},0.1{i % 9},0.2{i % 7}")));

        var content = Read(text[..text.LastIndexOf(',')]);

        Assert.All(content.Spectra, s => Assert.Equal(99, s.Count));
        Assert.Contains(content.Report.Issues, i => i is { Id: "CutShort", Line: 100 });
    }

    [Fact]
    public void A_last_number_that_may_be_cut_is_kept_and_told()
    {
        var content = Read(string.Join('\n', Rows("0.####")));

        Assert.Equal(100, content.Spectra[0].Count);
        Assert.True(content.Report.Confidence is >= 0.8 and < 0.9, $"confidence {content.Report.Confidence}");
        Assert.Contains(content.Report.Issues, i => i is { Id: "CutShort", Line: 100 });
    }

    [Theory]
    [InlineData("0.0000", "")]
    [InlineData("0.####", "\n")]
    [InlineData("0.####", ",")]
    public void A_file_that_shows_its_last_row_to_be_whole_is_read_without_doubt(string format, string end)
    {
        var rows = Rows(format);
        var content = Read(end == "," ? string.Concat(rows.Select(r => r + ",\n")).TrimEnd('\n') : string.Join('\n', rows) + end);

        Assert.Equal(100, content.Spectra[0].Count);
        Assert.True(content.Report.Confidence >= 0.9);
        Assert.DoesNotContain(content.Report.Issues, i => i.Id == "CutShort");
    }

    [Fact]
    public void Numbers_with_the_other_decimal_mark_are_told_apart_from_rubbish()
    {
        var lines = Enumerable.Range(0, 100).Select(i => FormattableString.Invariant($"{400 + i};0,1{i % 9}")).ToArray();
        lines[50] = "450;0.15";

        var content = Read(string.Join('\n', lines) + "\n");

        Assert.True(double.IsNaN(content.Spectra[0].SourceY[50]));
        Assert.Contains(content.Report.Issues, i => i is { Id: "MixedDecimalMarks", Line: 51, Severity: IssueSeverity.Warning });
    }

    [Fact]
    public void Rows_of_another_delimiter_are_told()
    {
        var text = string.Concat(
            Enumerable.Range(0, 100).Select(i => FormattableString.Invariant($"{400 + i}{(i < 60 ? ',' : ';')}0.1{i % 9}\n")));

        var content = Read(text);

        Assert.True(content.Report.Confidence < 0.8, $"confidence {content.Report.Confidence}");
        Assert.NotNull(content.Report.RunnerUp);
        Assert.Contains(content.Report.Issues, i => i is { Id: "UnreadRows", Severity: IssueSeverity.Warning });
    }

    [Fact]
    public void A_table_that_many_lines_of_words_interrupt_is_told()
    {
        var rows = Rows("0.0000");
        var words = Enumerable.Range(0, 20).Select(i => $"word number {i} of a note");

        var content = Read(string.Join('\n', [.. rows.Take(39), .. words, .. rows.Skip(39)]) + "\n");

        Assert.Equal(100, content.Spectra.Sum(s => s.Count));
        Assert.Contains(content.Report.Issues, i => i is { Id: "ForeignLines", Line: 40, Severity: IssueSeverity.Warning });
    }

    [Fact]
    public void A_title_above_the_units_does_not_hide_the_quantity()
    {
        var rows = Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{4000 - 10 * i},{90.5 + i % 7}\n"));

        var content = Read("Created as New Dataset,Sample 2 By x  Date 3/4/2020\ncm-1,%T\n" + string.Concat(rows));

        Assert.Equal((AxisUnit.Wavenumber, OrdinateKind.PercentTransmittance), (content.Report.XUnit, content.Report.Ordinate));
    }

    [Fact]
    public void A_second_table_of_other_columns_is_told()
    {
        var one = string.Concat(
            Enumerable.Range(0, 80).Select(i => FormattableString.Invariant($"{400 + i},0.1{i % 9},0.2{i % 7}\n")));
        var two = string.Concat(Enumerable.Range(0, 30).Select(i => FormattableString.Invariant($"{500 + 2 * i},0.3{i % 9}\n")));

        var content = Read("Wavelength,A,B\n" + one + "\nSummary of lines\nat,height\n" + two);

        Assert.Equal(80, content.Spectra[0].Count);
        Assert.Contains(content.Report.Issues, i => i is { Id: "UnreadRows", Line: 85 });
    }

    private static string[] Rows(string format) =>
        [.. Enumerable.Range(0, 100).Select(i => FormattableString.Invariant(
            $"{400 + i},{(0.1 + 0.0123 * (i % 10)).ToString(format, System.Globalization.CultureInfo.InvariantCulture)}"))];

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/x/sample.csv", Encoding.ASCII.GetBytes(text)), ReadOptions.Default,
            TestContext.Current.CancellationToken);
}
