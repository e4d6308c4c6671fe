using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Headers;

/// <summary>
/// Names and units between bars above columns of fixed width, as in an IPAC table: a line each of names, types, units and words
/// for missing values.
/// </summary>
internal static class BarredNames
{
    private const int LineOfUnits = 2;

    /// <summary>Returns the line and the cells of names and units above a block, or null.</summary>
    internal static (int Line, string?[] Names, string?[] Units)? Above(DelimitedText text, int firstLine, int columns)
    {
        var lines = new List<int>();
        for (var line = text.LineAbove(firstLine); line >= 0 && IsBarred(text.Line(line)); line = text.LineAbove(line))
            lines.Insert(0, line);
        if (lines.Count == 0 || CellsOf(text, lines[0]) is not { } names || names.Length != columns)
            return null;
        var units = lines.Count > LineOfUnits ? CellsOf(text, lines[LineOfUnits]) : [];
        return (lines[0], names, units.Length == columns ? units : new string?[columns]);
    }

    private static bool IsBarred(ReadOnlySpan<byte> line) => line.Trim(" \t"u8) is [(byte)'|', .., (byte)'|'];

    private static string?[] CellsOf(DelimitedText text, int line) =>
        Array.ConvertAll(
            text.Document.TextOf(line).Trim().Trim('|').Split('|'), c => c.Trim() is { Length: > 0 } cell ? cell : null);
}
