using System.Buffers;
using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Normalization.Recipes;

/// <summary>What the rows of a file are like: which marks stand between and within their numbers, and how many.</summary>
internal static class RowShape
{
    private static readonly SearchValues<byte> s_sure = SearchValues.Create("\t;|"u8);

    /// <summary>True for a line of numbers: digits, and no letter but that of an exponent.</summary>
    public static bool IsRow(ReadOnlySpan<byte> line)
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

    /// <summary>How many marks that can only be delimiters a line has.</summary>
    public static int SureMarks(ReadOnlySpan<byte> line)
    {
        var count = 0;
        foreach (var c in line)
        {
            if (s_sure.Contains(c))
                count++;
        }

        return count;
    }

    /// <summary>A line with each number as 9 and each word as w.</summary>
    public static string Marks(ReadOnlySpan<byte> line)
    {
        var made = new StringBuilder();
        foreach (var c in line[..Math.Min(line.Length, 2000)])
        {
            var mark = IsDigit(c) ? '9' : c >= 0x80 || char.IsAsciiLetter((char)c) ? 'w' : (char)c;
            if (mark is '+' or '-' || (made.Length > 0 && made[^1] == mark && mark is '9' or 'w' or ' '))
                continue;
            made.Append(mark);
        }

        return made.ToString().Trim();
    }

    /// <summary>What the rows from a line on have in common.</summary>
    public static string DescribeRows(TextDocument document, int first, int most)
    {
        var sure = new List<(int Tabs, int Semicolons, int Pipes)>();
        var commas = new List<int>();
        var blanks = new List<int>();
        var points = false;
        for (var i = first; i < document.LineCount && sure.Count < most; i++)
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
        var loose = tabs + semicolons + pipes > 0 ? "" : hasCommas ? Invariant($"c{Usual(commas)}") : Invariant($"b{Usual(blanks)}");
        return Invariant($"t{tabs}s{semicolons}p{pipes}{loose}{marks}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static T Usual<T>(List<T> values) where T : notnull =>
        values.GroupBy(v => v).OrderByDescending(g => g.Count()).First().Key;

    private static int BlankRuns(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t"u8);
        var runs = 0;
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == ' ' && line[i - 1] != ' ')
                runs++;
        }

        return runs;
    }

    private static bool IsExponent(ReadOnlySpan<byte> line, int at) =>
        line[at] is (byte)'e' or (byte)'E' && at > 0 && (IsDigit(line[at - 1]) || line[at - 1] is (byte)'.' or (byte)',')
        && at + 1 < line.Length && (IsDigit(line[at + 1]) || line[at + 1] is (byte)'+' or (byte)'-');

    private static bool IsDigit(byte c) => c is >= (byte)'0' and <= (byte)'9';
}
