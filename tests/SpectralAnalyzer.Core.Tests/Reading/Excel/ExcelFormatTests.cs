using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Tests.Reading.Archives;

namespace SpectralAnalyzer.Core.Tests.Reading.Excel;

/// <summary>The sheets of a workbook are read as tables of text are, with every number as it is stored.</summary>
public sealed class ExcelFormatTests
{
    [Fact]
    public void A_sheet_is_read_as_the_same_table_in_text()
    {
        var content = Read("a.xlsx", MadeUpWorkbook.Create(("Sheet1", MadeUpWorkbook.Table(40))));

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal(("Excel workbook", "a", null), (content.Report.Format, spectrum.Name, spectrum.Series));
        Assert.Equal((AxisUnit.Nanometer, OrdinateKind.Absorbance), (spectrum.XUnit, spectrum.Ordinate.Kind));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => 400.0 + i), spectrum.SourceX);
        Assert.Equal(Enumerable.Range(0, 40).Select(i => i * 37 % 101 / 100.0), spectrum.SourceY);
        Assert.True(content.Report.Confidence >= 0.9, string.Join("; ", content.Report.Evidence));
        Assert.Empty(content.Report.Issues);
        Assert.Equal((null, null, null), (content.Report.Delimiter, content.Report.DecimalMark, content.Report.Encoding));
    }

    [Fact]
    public void Several_sheets_name_their_series_and_what_has_no_table_is_passed_over()
    {
        var content = Read("a.xlsx", MadeUpWorkbook.Create(
            ("Lot 1", MadeUpWorkbook.Table(20)), ("Empty", []), ("Notes", [["measured by A. B."], ["on a rainy day"]]),
            ("Lot 2",
                [["nm", "First", "Second"],
                    .. Enumerable.Range(0, 20).Select(i => (object?[])[400 + i, i * 7 % 11, i * 3 % 13])])));

        Assert.Equal(["Lot 1", "Lot 2: First", "Lot 2: Second"], content.Spectra.Select(s => s.Series));
        var issue = Assert.Single(content.Report.Issues, i => i.Id == SpectralIssueIds.OtherBlocks);
        Assert.Equal(IssueSeverity.Information, issue.Severity);
    }

    [Fact]
    public void Numbers_keep_every_digit()
    {
        double[] y =
        [
            0.1 + 0.2, 1.0 / 3, 5e-324, 1.7976931348623157e308, -2.2250738585072014e-308, 123456789012345680,
            0.30000000000000004, 1e-7,
        ];
        var rows = y.Select((value, i) => (object?[])[400 + i / 3.0, FormattableString.Invariant($"<c><v>{value:R}</v></c>")]);

        var spectrum = Assert.Single(Read("a.xlsx", MadeUpWorkbook.Create(("Sheet1", [["nm", "A"], .. rows]))).Spectra);

        Assert.Equal(y, spectrum.SourceY);
        Assert.Equal(y.Select((_, i) => 400 + i / 3.0), spectrum.SourceX);
    }

    [Fact]
    public void A_formula_is_read_by_its_value_and_an_error_is_a_missing_value()
    {
        var rows = MadeUpWorkbook.Table(30);
        rows[5][1] = "<c><f>A5/1000</f><v>0.404</v></c>";
        rows[7][1] = "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>";
        rows[9][1] = "<c t=\"e\"><v>#N/A</v></c>";

        var content = Read("a.xlsx", MadeUpWorkbook.Create(("Sheet1", rows)));

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal(30, spectrum.Count);
        Assert.Equal([0.404, double.NaN, double.NaN], [spectrum.SourceY[4], spectrum.SourceY[6], spectrum.SourceY[8]]);
        Assert.Contains(content.Report.Issues, issue => issue is { Severity: IssueSeverity.Warning, Line: 8 });
    }

    [Fact]
    public void Titles_above_blank_columns_and_line_breaks_do_not_matter()
    {
        object?[][] rows =
        [
            ["Report of \"today\""], [], [null, "Date", "<c s=\"1\"><v>45000</v></c>"], [],
            [null, "Wavelength\n(nm)", "3/16\" glass", null, "Sample\tB"],
            .. Enumerable.Range(0, 30).Select(i => (object?[])[null, 400 + i, i * 7 % 11, null, i * 3 % 13]),
        ];

        var content = Read("a.xlsx", MadeUpWorkbook.Create(("Sheet1", rows)));

        Assert.Equal(["3/16\" glass", "Sample B"], content.Spectra.Select(s => s.Series));
        Assert.Equal(AxisUnit.Nanometer, content.Report.XUnit);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => i * 3.0 % 13), content.Spectra[1].SourceY);
        Assert.Contains(content.Report.Metadata, entry => entry.Value.Contains("2023-03-15", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_that_was_pasted_into_cells_is_read_as_text_is()
    {
        var german = Enumerable.Range(0, 30).Select(i => (object?[])[$"{400 + i},5", $"0,{i * 37 % 101:D3}"]);

        var spectrum = Assert.Single(Read("a.xlsx", MadeUpWorkbook.Create(("Sheet1", [["nm", "A"], .. german]))).Spectra);

        Assert.Equal((400.5, 0.037), (spectrum.SourceX[0], spectrum.SourceY[1]));
    }

    [Fact]
    public void What_is_stated_about_delimiters_is_not_about_workbooks()
    {
        var options = new ReadOptions
        {
            Delimiter = Delimiter.Semicolon,
            DecimalMark = DecimalMark.Comma,
            Encoding = "utf-16",
            YColumns = ["2"],
        };

        var content = SpectrumReader.Default.Read(
            new SpectralSource("/a.xlsx", MadeUpWorkbook.Create(("Sheet1", MadeUpWorkbook.Table(20)))),
            options,
            TestContext.Current.CancellationToken);

        Assert.Equal(20, Assert.Single(content.Spectra).Count);
    }

    [Fact]
    public void A_sheet_that_may_be_read_in_two_ways_does_not_spoil_the_others()
    {
        var content = Read("a.xlsx", MadeUpWorkbook.Create(
            ("Spectrum", MadeUpWorkbook.Table(40)), ("Lots", [["Lot", "Mass"], [1, 2.5], [17, 2.25], [3, 2.75], [2, 2]])));

        Assert.Equal(40, Assert.Single(content.Spectra).Count);
        Assert.Contains("'Lots' (", Assert.Single(content.Report.Issues).Message, StringComparison.Ordinal);
        Assert.True(content.Report.Confidence >= 0.9);
    }

    public static TheoryData<string, byte[], string, string> Refused()
    {
        var whole = MadeUpWorkbook.Create(("Sheet1", MadeUpWorkbook.Table(400)));
        return new()
        {
            { "a.xlsx", whole[..(whole.Length / 2)], SpectralErrorIds.Truncated, "Excel workbook" },
            { "a.csv", whole[..^10], SpectralErrorIds.Truncated, "Excel workbook" },
            {
                "a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
                SpectralErrorIds.UnsupportedFormat, "Excel workbook (XLS)"
            },
            { "a.xlsx", MadeUpWorkbook.Create(), SpectralErrorIds.NoData, "Excel workbook has no sheet" },
            { "a.xlsx", MadeUpWorkbook.Create(("Empty", [])), SpectralErrorIds.NoData, "Excel workbook has no sheet" },
            {
                "a.xlsx", MadeUpWorkbook.Create(("Notes", [["only text"]])),
                SpectralErrorIds.NoNumbers, "'Notes' in the Excel workbook"
            },
            { "a.xlsx", MadeUpArchive.Of(("xl/workbook.xml", "<workbook")), SpectralErrorIds.Truncated, "Excel workbook" },
        };
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_read_is_refused_by_name(string name, byte[] bytes, string id, string words)
    {
        var error = Assert.Throws<SpectralException>(() => Read(name, bytes)).Error;

        Assert.Equal(id, error.Id);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_workbook_is_read_too()
    {
        var bytes = MadeUpWorkbook.Create(("Sheet1", MadeUpWorkbook.Table(40)));

        Assert.Equal("Excel workbook", Read("a.xlsx.gz", ArchiveTests.Gzip(bytes)).Report.Format);
    }

    private static SpectralFileContent Read(string name, byte[] bytes) =>
        SpectrumReader.Default.Read(
            new SpectralSource("/" + name, bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
