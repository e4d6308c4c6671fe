using System.Text;
using SpectralAnalyzer.Core.Reading.Text;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>Reads a table that another format holds as if it were a CSV file: its layout is detected in the same way.</summary>
internal static class TextBridge
{
    /// <summary>Reads rows of cells; the first may hold names.</summary>
    internal static SpectralFileContent Read(
        string format, SpectralSource source, IEnumerable<IEnumerable<string>> rows, ReadOptions options,
        CancellationToken cancellationToken)
    {
        var csv = new StringBuilder();
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            csv.AppendJoin(',', row.Select(Quote)).Append('\n');
        }

        var table = source.Member(source.FileName, Encoding.UTF8.GetBytes(csv.ToString()));
        var content = new TextFormat().Read(table, options with { Encoding = null }, cancellationToken);
        return content with { Report = content.Report with { Format = format, Length = source.FileLength } };
    }

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0
            ? cell
            : '"' + cell.ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
