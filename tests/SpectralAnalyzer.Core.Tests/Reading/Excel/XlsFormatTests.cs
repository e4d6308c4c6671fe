using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Tests.Reading.Archives;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Excel;

/// <summary>
/// Workbooks of 1997 to 2003. The numbers of real ones are held against LibreOffice's in CorpusScoreTests.
/// </summary>
public sealed class XlsFormatTests
{
    [Fact]
    public void A_sheet_is_read_with_less_confidence_and_a_remark()
    {
        var content = Read(MadeUpXls.Create(("Sheet1", MadeUpWorkbook.Table(60))));

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal((60, 400, 0.37), (spectrum.Count, spectrum.SourceX[0], spectrum.SourceY[1]));
        Assert.Equal(("Excel workbook (XLS)", AxisUnit.Nanometer), (content.Report.Format, content.Report.XUnit));
        Assert.True(content.Report.Confidence is >= 0.8 and < 0.9 && spectrum.Confidence < 0.9);
        Assert.Equal(SpectralIssueIds.NoChecksum, Assert.Single(content.Report.Issues).Id);
    }

    [Fact]
    public void Sheets_name_their_spectra()
    {
        var content = Read(MadeUpXls.Create(("One", MadeUpWorkbook.Table(40)), ("Two", MadeUpWorkbook.Table(30))));

        Assert.Equal(["One", "Two"], content.Spectra.Select(spectrum => spectrum.Series));
        Assert.Equal([40, 30], content.Spectra.Select(spectrum => spectrum.Count));
    }

    [Fact]
    public void A_workbook_that_is_cut_anywhere_gives_no_wrong_number_whatever_the_confidence()
    {
        var whole = MadeUpXls.Create(("Sheet1", MadeUpWorkbook.Table(60)));
        var truth = Read(whole).Spectra[0];
        for (var length = 1; length < whole.Length; length += 7)
        {
            if (NothingWrong.Read("a.xls", whole[..length]) is { } content)
                Assert.Equal(truth.SourceY, Assert.Single(content.Spectra).SourceY);
        }
    }

    public static TheoryData<string, Action<byte[]>> Damaged => new()
    {
        // of the third record of a cell: its row, its column, its kind; the stated rows; the beginning of the sheet
        { "a cell of another row", stream => stream[Third(stream) + 4] = 2 },
        { "a cell of a row that there is not", stream => stream[Third(stream) + 5] = 1 },
        { "a cell of a column that there is not", stream => stream[Third(stream) + 6] = 7 },
        { "a cell of another length", stream => stream[Third(stream) + 2] = 4 },
        { "fewer rows than cells", stream => stream[IndexOf(stream, 0x0200) + 8] = 20 },
        { "a sheet that begins elsewhere", stream => stream[IndexOf(stream, 0x0085) + 4] ^= 4 },
        { "no end", stream => stream[^4] = 0x0B },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
#pragma warning disable xUnit1026 // names the case
    public void Cells_that_contradict_their_sheet_are_refused(string damage, Action<byte[]> apply)
#pragma warning restore xUnit1026
    {
        var stream = MadeUpXls.Stream([("Sheet1", MadeUpWorkbook.Table(60))]);
        apply(stream);

        var error = Assert.Throws<SpectralException>(() => Read(MadeUpCompoundFile.Of(("Workbook", stream)))).Error;

        Assert.Equal((SpectralErrorIds.Truncated, SpectralErrorCategory.InvalidData), (error.Id, error.Category));
    }

    [Theory]
    [InlineData(0x0500, false, "before Excel 97")]
    [InlineData(0x0600, true, "password")]
    public void What_is_not_read_is_refused_by_name(int version, bool encrypted, string words)
    {
        var stream = MadeUpXls.Stream([("Sheet1", MadeUpWorkbook.Table(60))], version, encrypted);

        var error = Assert.Throws<SpectralException>(() => Read(MadeUpCompoundFile.Of(("Workbook", stream)))).Error;

        Assert.Equal(SpectralErrorIds.UnsupportedContent, error.Id);
        Assert.Contains("Excel workbook (XLS)", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_workbook_is_read_too() => Assert.Single(SpectrumReader.Default.Read(
        new SpectralSource("/a.xls.gz", ArchiveTests.Gzip(MadeUpXls.Create(("Sheet1", MadeUpWorkbook.Table(40))))),
        ReadOptions.Default, TestContext.Current.CancellationToken).Spectra);

    private static SpectralFileContent Read(byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/a.xls", bytes), ReadOptions.Default, TestContext.Current.CancellationToken);

    private static int Third(byte[] stream)
    {
        var at = IndexOf(stream, 0x0200);
        for (var i = 0; i < 3; i++)
            at += 4 + BitConverter.ToUInt16(stream, at + 2);
        return at;
    }

    private static int IndexOf(byte[] stream, int id)
    {
        for (var at = 0; at < stream.Length; at += 4 + BitConverter.ToUInt16(stream, at + 2))
        {
            if (BitConverter.ToUInt16(stream, at) == id)
                return at;
        }

        throw new ArgumentException($"There is no record {id}.");
    }
}
