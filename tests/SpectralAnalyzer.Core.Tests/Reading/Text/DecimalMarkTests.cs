using System.Text;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Text;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>
/// A comma may part cells, mark decimals or mark thousands: where the file leaves that open, the report says so.
/// </summary>
public sealed class DecimalMarkTests
{
    [Theory]
    [InlineData("pairs", DecimalMark.Comma)]
    [InlineData("pairs under a title", DecimalMark.Comma)]
    [InlineData("whole x", DecimalMark.Comma)]
    [InlineData("counts", DecimalMark.Point)]
    [InlineData("thousands, tab", DecimalMark.Comma)]
    [InlineData("thousands, semicolon", DecimalMark.Comma)]
    [InlineData("thousands on both axes", DecimalMark.Comma)]
    [InlineData("a comma in x, a point in y", DecimalMark.Comma)]
    [InlineData("a point in x, a comma in y", DecimalMark.Comma)]
    public void A_comma_that_may_be_more_than_one_thing_is_told(string kind, DecimalMark oneOfTheTwo)
    {
        var text = kind switch
        {
            "pairs" => Rows(i => $"{4000 - i},{10 + i * 7 % 80},0,{100 + i * 13 % 800}"),
            "pairs under a title" => "Sample A\n" + Rows(i => $"{4000 - 2 * i},{10 + i * 7 % 80},{i % 3},{100 + i * 13 % 800}"),
            "whole x" => Rows(i => $"{4000 - i},0,{100 + i * 13 % 800}"),
            "counts" => Rows(i => $"{400 + i},{10 + i * 7 % 80},{5 + i * 3 % 40},{100 + i * 13 % 800}"),
            "thousands, tab" => Rows(i => $"{400 + i}\t{1 + i % 9},{100 + i * 13 % 800}"),
            "thousands, semicolon" => Rows(i => $"{400 + i};{1 + i % 9},{100 + i * 13 % 800}"),
            "a comma in x, a point in y" => Rows(i => $"{335 - i},438\t{(i % 3 == 0 ? "" : "1.")}{100 + i * 13 % 800}"),
            "a point in x, a comma in y" => Rows(i => $"{335 - i}.438\t{(i % 3 == 0 ? "" : "1,")}{100 + i * 13 % 800}"),
            _ => Rows(i => $"{1 + i / 50},{100 + i % 50 * 10}\t{1 + i % 9},{100 + i * 13 % 800}"),
        };

        var report = Read(text).Report;

        Assert.True(report.Confidence < 0.8, $"confidence {report.Confidence}: {string.Join("; ", report.Evidence)}");
        Assert.NotNull(report.RunnerUp);
        Assert.NotEqual(report.DecimalMark, report.RunnerUp.Layout.DecimalMark);
        Assert.Contains(oneOfTheTwo, new[] { report.DecimalMark, report.RunnerUp.Layout.DecimalMark }.OfType<DecimalMark>());
        Assert.Contains(report.Evidence, e => e.Weight < 0 && e.Observation.Contains("comma", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData('\t', "nm\tA\tB\n")]
    [InlineData(';', "nm;A;B\n")]
    [InlineData('|', "")]
    public void A_blank_that_may_part_columns_or_mark_thousands_is_told(char delimiter, string names)
    {
        var text = names + Rows(i => $"{400 + i}{delimiter}{10 + i % 7} {100 + i * 13 % 800}{delimiter}0.{100 + i}");

        var report = Read(text).Report;

        Assert.True(report.Confidence < 0.8, $"confidence {report.Confidence}: {string.Join("; ", report.Evidence)}");
        Assert.Contains(report.Evidence, e => e.Weight < 0 && e.Observation.Contains("blanks", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(",", ",")]
    [InlineData(",", "")]
    [InlineData(", ", "")]
    public void A_blank_that_may_part_columns_beside_a_comma_is_told(string delimiter, string end)
    {
        var text = "nm,A\n" + Rows(i => $"{400 + i}{delimiter}{5 + i % 4} {100 + i * 13 % 800}{end}");

        var report = Read(text).Report;

        Assert.True(report.Confidence < 0.8, $"confidence {report.Confidence}: {string.Join("; ", report.Evidence)}");
    }

    [Fact]
    public void A_comma_before_two_decimals_and_a_blank_is_no_reason_for_doubt()
    {
        var content = Read(Rows(i => $"{400 + i / 4},{i % 4 * 25:00} {300 + i * 13 % 60}"));

        Assert.Equal(DecimalMark.Comma, content.Report.DecimalMark);
        Assert.Equal(400.25, content.Spectra[0].SourceX[1]);
        Assert.True(content.Report.Confidence > 0.8, string.Join("; ", content.Report.Evidence));
    }

    [Theory]
    [InlineData("decimals of two digits", DecimalMark.Comma, 2.01)]
    [InlineData("nothing before the decimals", DecimalMark.Comma, 0.101)]
    [InlineData("thousands and decimals", DecimalMark.Point, 1100.5)]
    [InlineData("names for every cell", DecimalMark.Point, 11)]
    [InlineData("names for every other cell", DecimalMark.Comma, 0.101)]
    [InlineData("points in the cells", DecimalMark.Point, 0.11)]
    public void A_comma_that_the_file_settles_is_no_reason_for_doubt(string kind, DecimalMark mark, double second)
    {
        var text = kind switch
        {
            "decimals of two digits" => Rows(i => $"{400 + i};{1 + i % 9},{i % 90:00}"),
            "nothing before the decimals" => Rows(i => $"{400 + i}\t0,{100 + i}"),
            "thousands and decimals" => Rows(i => $"{400 + i}\t1,{99 + i:000}.5"),
            "names for every cell" =>
                "Wavelength (nm),A,B,C\n" + Rows(i => $"{400 + i},{10 + i},{5 + i % 7},{100 + i * 13 % 800}"),
            "names for every other cell" =>
                "Wavenumber (cm-1),Absorbance\n" + Rows(i => $"{4000 - i},{10 + i * 7 % 80},0,{100 + i}"),
            _ => Rows(i => $"{400 + i},{0.1 + 0.01 * i:F2},{0.2 + 0.01 * i:F2},{0.3 + 0.01 * i:F2}"),
        };

        var content = Read(text);

        Assert.Equal(mark, content.Report.DecimalMark);
        Assert.True(content.Report.Confidence >= 0.9,
            $"confidence {content.Report.Confidence}: {string.Join("; ", content.Report.Evidence)}");
        Assert.Contains(second, content.Spectra[0].SourceY.ToArray());
    }

    private static SpectralFileContent Read(string text) => SpectrumReader.Default.Read(
        new SpectralSource("/x/sample.csv", Encoding.ASCII.GetBytes(text)), ReadOptions.Default,
            TestContext.Current.CancellationToken);

    private static string Rows(Func<int, FormattableString> row) =>
        string.Concat(Enumerable.Range(0, 100).Select(i => FormattableString.Invariant(row(i)) + "\n"));
}
