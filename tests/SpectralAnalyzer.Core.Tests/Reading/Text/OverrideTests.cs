using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>What the user states about a file wins, also over what looks better.</summary>
public sealed class OverrideTests
{
    [Theory]
    [InlineData(DecimalMark.Point, 3)]
    [InlineData(DecimalMark.Comma, 1)]
    public void The_decimal_mark_settles_an_open_comma(DecimalMark mark, int spectra)
    {
        var text = Rows(i => $"{4000 - i},{10 + i * 7 % 80},0,{100 + i * 13 % 800}");

        var content = Read(Encoding.ASCII.GetBytes(text), new ReadOptions { DecimalMark = mark });

        Assert.Equal(mark, content.Report.DecimalMark);
        Assert.Equal(spectra, content.Spectra.Count);
    }

    [Fact]
    public void The_delimiter_wins_over_the_likelier_one()
    {
        var text = Rows(i => $"{400 + i};1,{i % 90:00}");

        var content = Read(
            Encoding.ASCII.GetBytes(text), new ReadOptions { Delimiter = Delimiter.Semicolon, DecimalMark = DecimalMark.Comma });

        Assert.Equal(Delimiter.Semicolon, content.Report.Delimiter);
        Assert.Equal(1.01, content.Spectra[0].SourceY[1]);
    }

    [Fact]
    public void A_delimiter_that_is_not_there_is_refused()
    {
        var error = Assert.Throws<SpectralException>(() =>
            Read(Encoding.ASCII.GetBytes(Rows(i => $"{400 + i};0.{i % 90:00}")), new ReadOptions { Delimiter = Delimiter.Pipe }))
                .Error;

        Assert.False(string.IsNullOrEmpty(error.Recommendation));
    }

    [Fact]
    public void Skipped_lines_are_not_looked_at()
    {
        var text = "100,5\n101,6\n102,7\n103,8\nWavelength (nm),Absorbance\n" + Rows(i => $"{400 + i},0.{i % 90:00}");

        var content = Read(Encoding.ASCII.GetBytes(text), new ReadOptions { SkipLines = 4 });

        Assert.Equal(400, content.Spectra[0].SourceX[0]);
        Assert.Equal(100, content.Spectra[0].Count);
        Assert.Equal(AxisUnit.Nanometer, content.Report.XUnit);
    }

    [Fact]
    public void The_encoding_decides_what_the_names_say()
    {
        var bytes = Encoding.GetEncoding(28591).GetBytes("Wellenlänge [nm];Größe\n" + Rows(i => $"{400 + i};0,{i % 90:00}"));

        Assert.Equal(
            "Größe", Read(bytes, new ReadOptions { Encoding = "latin1", YColumns = ["Größe"] }).Spectra[0].Ordinate.Label);
        Assert.Equal("UnknownEncoding",
            Assert.Throws<SpectralException>(() => Read(bytes, new ReadOptions { Encoding = "no such" })).Error.Id);
    }

    [Fact]
    public void A_file_above_the_limit_is_refused_before_it_is_read()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "large.csv");
        File.WriteAllText(path, Rows(i => $"{400 + i},0.{i % 90:00}"));

        var error = Assert.Throws<SpectralException>(() =>
            SpectrumReader.Default.Read(path, new ReadOptions { MaxFileBytes = 100 }, TestContext.Current.CancellationToken))
                .Error;

        Assert.Equal("FileTooLarge", error.Id);
        Assert.Equal(SpectralErrorCategory.Resource, error.Category);
    }

    [Fact]
    public void A_reading_that_is_no_longer_wanted_ends()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => SpectrumReader.Default.Read(
            new SpectralSource("/x/a.csv", Encoding.ASCII.GetBytes(Rows(i => $"{400 + i},0.{i % 90:00}"))), ReadOptions.Default,
                stop.Token));
    }

    private static SpectralFileContent Read(byte[] bytes, ReadOptions options) =>
        SpectrumReader.Default.Read(new SpectralSource("/x/sample.csv", bytes), options, TestContext.Current.CancellationToken);

    private static string Rows(Func<int, FormattableString> row) =>
        string.Concat(Enumerable.Range(0, 100).Select(i => FormattableString.Invariant(row(i)) + "\n"));
}
