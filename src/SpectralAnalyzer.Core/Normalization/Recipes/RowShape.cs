using System.Buffers;
using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Normalization.Recipes;

/// <summary>Describes the rows of a file: which marks are between and within their numbers, and how many.</summary>
internal static class RowShape
{
    private static readonly SearchValues<byte> s_sure = SearchValues.Create("\t;|"u8);

    /// <summary>Returns whether a line has digits and no letter except that of an exponent.</summary>
    internal static bool IsRow(ReadOnlySpan<byte> line)
    {
        var digits = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (IsDigit(c))
                digits = true;
            else if (c >= 0x80 || (char.IsAsciiLetter((char)c) && !IsExponent(line, i)))
                return false;
        }

        return digits;
    }

    /// <summary>Counts the marks of a line that can only be delimiters.</summary>
    internal static int SureMarks(ReadOnlySpan<byte> line)
    {
        var count = 0;
        foreach (var c in line)
            count += s_sure.Contains(c) ? 1 : 0;
        return count;
    }

    /// <summary>Returns a line with each number replaced by 9 and each word by w.</summary>
    internal static string Marks(ReadOnlySpan<byte> line)
    {
        var shape = new StringBuilder();
        foreach (var c in line[..Math.Min(line.Length, 2000)])
        {
            var mark = IsDigit(c) ? '9' : c >= 0x80 || char.IsAsciiLetter((char)c) ? 'w' : (char)c;
            if (mark is '+' or '-' || (shape.Length > 0 && shape[^1] == mark && mark is '9' or 'w' or ' '))
                continue;
            shape.Append(mark);
        }

        return shape.ToString().Trim();
    }

    /// <summary>Describes what the rows from a line on have in common.</summary>
    internal static string DescribeRows(TextDocument document, int first, int maxRows)
    {
        var sure = new List<(int Tabs, int Semicolons, int Pipes)>();
        var commas = new List<int>();
        var blanks = new List<int>();
        var points = false;
        for (var i = first; i < document.LineCount && sure.Count < maxRows; i++)
        {
            var line = document.Line(i);
            if (document.IsBlank(i) || !IsRow(line))
                continue;
            sure.Add((line.Count((byte)'\t'), line.Count((byte)';'), line.Count((byte)'|')));
            commas.Add(line.Count((byte)','));
            blanks.Add(BlankRuns(line));
            points |= line.Contains((byte)'.');
        }

        var (tabs, semicolons, pipes) = Usual(sure);
        var hasCommas = commas.Exists(c => c > 0);
        var marks = hasCommas && points ? "both" : hasCommas ? "comma" : "point";
        var unsure = tabs + semicolons + pipes > 0 ? ""
            : hasCommas ? Invariant($"c{Usual(commas)}")
            : Invariant($"b{Usual(blanks)}");
        return Invariant($"t{tabs}s{semicolons}p{pipes}{unsure}{marks}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static T Usual<T>(List<T> values) where T : notnull =>
        values.GroupBy(v => v).OrderByDescending(g => g.Count()).First().Key;

    private static int BlankRuns(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t"u8);
        var runs = 0;
        for (var i = 1; i < line.Length; i++)
            runs += line[i] == ' ' && line[i - 1] != ' ' ? 1 : 0;
        return runs;
    }

    private static bool IsExponent(ReadOnlySpan<byte> line, int at) =>
        line[at] is (byte)'e' or (byte)'E' && at > 0 && (IsDigit(line[at - 1]) || line[at - 1] is (byte)'.' or (byte)',')
        && at + 1 < line.Length && (IsDigit(line[at + 1]) || line[at + 1] is (byte)'+' or (byte)'-');

    private static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';
}
