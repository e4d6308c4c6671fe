using System.Text;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>The same spectrum, written another way, is the same spectrum.</summary>
public sealed class MetamorphicTests
{
    private const int Longest = 200_000;

    [Theory]
    [InlineData("LF")]
    [InlineData("CRLF")]
    [InlineData("CR")]
    [InlineData("with BOM")]
    [InlineData("UTF-16")]
    [InlineData("UTF-16, big-endian")]
    [InlineData("no last line end")]
    [InlineData("blank lines at the end")]
    public void Another_encoding_or_line_end_reads_to_the_same_spectra(string way) => EachReadsTheSame(table =>
    {
        var lines = table.Lines;
        var text = string.Join('\n', lines);
        return way switch
        {
            "LF" => Utf8(text),
            "CRLF" => Utf8(text.Replace("\n", "\r\n", StringComparison.Ordinal)),
            "CR" => Utf8(text.Replace('\n', '\r')),
            "with BOM" => [.. Encoding.UTF8.Preamble, .. Utf8(text)],
            "UTF-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "UTF-16, big-endian" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
            "no last line end" => Utf8(text.TrimEnd('\n')),
            _ => Utf8(text.TrimEnd('\n') + "\n\n\n"),
        };
    });

    [Theory]
    [InlineData(";", false)]
    [InlineData("\t", false)]
    [InlineData(",", false)]
    [InlineData(";", true)]
    [InlineData("\t", true)]
    public void Another_delimiter_or_decimal_mark_reads_to_the_same_spectra(string delimiter, bool comma) =>
        EachReadsTheSame(table => Rewrite(table, delimiter, cell => comma ? cell.Replace('.', ',') : cell));

    [Fact]
    public void Quoted_cells_read_to_the_same_spectra() => EachReadsTheSame(table => Rewrite(table, ",", cell => $"\"{cell}\""));

    [Fact]
    public void Reversed_rows_read_to_the_same_spectra() => EachReadsTheSame(table =>
    {
        if (table.Layout.Blocks is not [var block] || table.Content.Spectra.Count != table.Layout.YColumns.Count
            || table.Content.Spectra[0].X.Distinct().Count() != table.Content.Spectra[0].Count)
        {
            return null;
        }

        var lines = table.Lines;
        Array.Reverse(lines, block.FirstLine - 1, block.LastLine - block.FirstLine + 1);
        return Utf8(string.Join('\n', lines));
    });

    private static void EachReadsTheSame(Func<PlainTable, byte[]?> rewrite)
    {
        var tried = 0;
        var wrong = new List<string>();
        foreach (var table in PlainTable.All(Longest))
        {
            if (rewrite(table) is not { } bytes)
                continue;
            tried++;
            if (WhyAnother(table, bytes) is { } reason)
                wrong.Add($"{table.Path}: {reason}");
        }

        Assert.True(tried > 100, $"only {tried} files were tried");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private static string? WhyAnother(PlainTable table, byte[] bytes)
    {
        SpectralFileContent content;
        try
        {
            content = PlainTable.Read(table.Path, bytes);
        }
        catch (SpectralException e)
        {
            return $"refused, {e.Error}";
        }

        if (content.Report.Confidence < 0.8)
            return $"confidence {content.Report.Confidence}, was {table.Content.Report.Confidence}";
        if (content.Spectra.Count != table.Content.Spectra.Count)
            return $"{content.Spectra.Count} spectra, were {table.Content.Spectra.Count}";
        for (var i = 0; i < content.Spectra.Count; i++)
        {
            if (!content.Spectra[i].X.SequenceEqual(table.Content.Spectra[i].X)
                || !content.Spectra[i].Y.SequenceEqual(table.Content.Spectra[i].Y))
                return $"spectrum {i + 1} has other points";
        }

        return null;
    }

    // the rows and the line of names, where that is written like a row; all other lines stay
    private static byte[] Rewrite(PlainTable table, string delimiter, Func<string, string> number)
    {
        var lines = table.Lines;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!table.IsData(i + 1) && i + 1 != table.Layout.HeaderLine)
                continue;
            lines[i] = string.Join(delimiter, table.Cells(lines[i]).Select(cell =>
                table.Number(cell) is null
                    ? cell.Contains(delimiter, StringComparison.Ordinal) ? $"\"{cell}\"" : cell
                    : number(table.WithPoint(cell))));
        }

        return Utf8(string.Join('\n', lines));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
