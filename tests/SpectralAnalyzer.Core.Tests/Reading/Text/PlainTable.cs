using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>A real file of x in a column, taken apart by plain string work: what the reading is held against, and what is rewritten.</summary>
internal sealed class PlainTable
{
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
            var bytes = File.ReadAllBytes(row.FullPath);
            if (bytes.Length > longest || bytes.Any(b => b is >= 0x80 or 0) || bytes.Contains((byte)'"'))
                continue;
            var score = CorpusScore.Of(row, SpectrumReader.Default);
            if (!score.IsRight || score.Report is not { Confidence: >= 0.9, Format: "Text", Layout: { Arrangement: TableArrangement.Columns } layout })
                continue;
            if (layout is { Delimiter: Delimiter.Comma, DecimalMark: DecimalMark.Comma })
                continue;
            yield return new PlainTable(row.Path, bytes, Read(row.Path, bytes));
        }
    }

    public static SpectralFileContent Read(string path, byte[] bytes) =>
        SpectrumReader.Default.Read(new SpectralSource("/" + path, bytes), ReadOptions.Default, CancellationToken.None);

    public static string[] LinesOf(byte[] bytes) =>
        Encoding.Latin1.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

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
        double.TryParse(WithPoint(cell), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>A number's cell with a decimal point and without marks of thousands.</summary>
    public string WithPoint(string cell) => Layout.DecimalMark == DecimalMark.Comma
        ? cell.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
        : cell.Replace(",", "", StringComparison.Ordinal);

    private static string[] Trimmed(string line, char delimiter) => Array.ConvertAll(line.Split(delimiter), cell => cell.Trim());
}
