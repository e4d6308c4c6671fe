using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>
/// A real file of x in a column, taken apart by plain string work: what the reading is held against, and what is rewritten.
/// </summary>
internal sealed class PlainTable
{
    private bool? _endsAlike;

    private PlainTable(string path, byte[] bytes, SpectralFileContent content)
    {
        Path = path;
        Bytes = bytes;
        Content = content;
    }

    public string Path { get; }

    public byte[] Bytes { get; }

    /// <summary>What was read from the file as it is.</summary>
    public SpectralFileContent Content { get; }

    public TableLayout Layout => Content.Report.Layout!;

    public string[] Lines => LinesOf(Bytes);

    /// <summary>The files of the corpus that are read right with confidence, are ASCII and have one column of x.</summary>
    public static IEnumerable<PlainTable> All(int longest)
    {
        foreach (var row in Corpus.Of("core"))
        {
            if (Open(row, longest) is { } table)
                yield return table;
        }
    }

    /// <summary>The same of the files that the reader was not built on; none where they are not there.</summary>
    public static IEnumerable<PlainTable> AllOfSecond(int longest) =>
        Corpus.SecondRoot is null ? [] : Corpus.Load(Corpus.SecondRoot).Where(row => row.Class == "core")
            .Select(row => Open(row, longest)).OfType<PlainTable>();

    /// <summary>A made-up export as such a table; null where it is not one.</summary>
    public static PlainTable? Open(MadeUpFile file)
    {
        var bytes = file.Bytes();
        if (bytes.Any(b => b is >= 0x80 or 0) || bytes.Contains((byte)'"'))
            return null;
        var content = Read(file.FileName, bytes);
        return content.Report is { Confidence: >= 0.9, Format: "Text", Layout.Arrangement: TableArrangement.Columns }
            ? new PlainTable(file.FileName, bytes, content)
            : null;
    }

    private static PlainTable? Open(CorpusRow row, int longest)
    {
        var bytes = File.ReadAllBytes(row.FullPath);
        if (bytes.Length > longest || bytes.Any(b => b is >= 0x80 or 0) || bytes.Contains((byte)'"'))
            return null;
        var score = CorpusScore.Of(row, SpectrumReader.Default);
        return score.IsRight
            && score.Report is { Confidence: >= 0.9, Format: "Text", Layout: { Arrangement: TableArrangement.Columns } layout }
            && layout is not { Delimiter: Delimiter.Comma, DecimalMark: DecimalMark.Comma }
            ? new PlainTable(row.Path, bytes, Read(row.Path, bytes))
            : null;
    }

    public static SpectralFileContent Read(string path, byte[] bytes) =>
        SpectrumReader.Default.Read(new SpectralSource("/" + path, bytes), ReadOptions.Default, CancellationToken.None);

    public static string[] LinesOf(byte[] bytes) =>
        Encoding.Latin1.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    /// <summary>True where all rows end with a number of as many decimals.</summary>
    public bool EndsAlike =>
        _endsAlike ??= Lines.Where((line, i) => IsData(i + 1) && line.Trim().Length > 0).Select(Ending).Distinct().Count() == 1
        && Layout.Blocks.All(
            b => b.LastLine - b.FirstLine >= 20 && Enumerable.Range(b.FirstLine, 20).Any(i => Lines[i].TrimEnd().EndsWith('0')));

    /// <summary>True for a line of data, from 1.</summary>
    public bool IsData(int line) => Layout.Blocks.Any(b => line >= b.FirstLine && line <= b.LastLine);

    /// <summary>The cells of a line.</summary>
    public string[] Cells(string line) => Layout.Delimiter switch
    {
        Delimiter.Blanks => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries),
        Delimiter.Tab => Trimmed(line, '\t'),
        Delimiter.Semicolon => Trimmed(line, ';'),
        Delimiter.Pipe => Trimmed(line, '|'),
        _ => Trimmed(line, ','),
    };

    /// <summary>The number in a cell with a decimal point; null where it holds none.</summary>
    public double? Number(string cell) =>
        double.TryParse(WithPoint(cell), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : null;

    /// <summary>A number's cell with a decimal point and without marks of thousands.</summary>
    public string WithPoint(string cell) => Layout.DecimalMark == DecimalMark.Comma
        ? cell.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
        : cell.Replace(",", "", StringComparison.Ordinal);

    private static string[] Trimmed(string line, char delimiter) => Array.ConvertAll(line.Split(delimiter), cell => cell.Trim());

    private string Ending(string line)
    {
        var cell = Cells(line).LastOrDefault(c => c.Length > 0) ?? "";
        var mark = cell.LastIndexOf(Layout.DecimalMark == DecimalMark.Comma ? ',' : '.');
        return mark < 0 ? Guid.NewGuid().ToString() : string.Concat(cell[mark..].Select(c => char.IsAsciiDigit(c) ? '0' : c));
    }
}
