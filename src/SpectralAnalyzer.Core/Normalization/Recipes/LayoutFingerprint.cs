using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Normalization.Recipes;

/// <summary>
/// Computes the fingerprint of a file's layout: the shape of its header and rows, not their values. Files of one instrument and
/// export have the same. A recipe of the same fingerprint is still checked against the whole file.
/// </summary>
internal static class LayoutFingerprint
{
    private const string Version = "r1";
    private const int MaxHeaderLines = 400;
    private const int MaxRows = 60;
    private const int MinRows = 4;

    /// <summary>Returns whether a text is a fingerprint of some version. It becomes part of file names.</summary>
    internal static bool IsValid(string fingerprint) =>
        fingerprint.Length is >= 4 and <= 64 && fingerprint.All(char.IsAsciiLetterOrDigit);

    /// <summary>Computes the fingerprint of a file.</summary>
    internal static string Compute(TextDocument document)
    {
        var first = FirstRow(document);
        var text = new StringBuilder();
        if (first < 0)
        {
            // no run of rows: the distinct shapes of the first lines
            var shapes = Enumerable.Range(0, Math.Min(document.LineCount, MaxRows))
                .Select(i => RowShape.Marks(document.Line(i))).Distinct();
            text.AppendJoin('\n', shapes);
        }
        else
        {
            var names = Enumerable.Range(0, first).Reverse().FirstOrDefault(i => !document.IsBlank(i), -1);
            for (var i = 0; i < Math.Min(first, MaxHeaderLines); i++)
            {
                var line = document.TextOf(i);
                text.Append(RowShape.IsRow(document.Line(i)) ? RowShape.Marks(document.Line(i)) : LineSignature.FromHeader(line));
                text.Append('\n');
            }

            if (names >= 0)
                text.Append(LineSignature.FromColumnNames(document.TextOf(names))).Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"{first}\n").Append(RowShape.DescribeRows(document, first, MaxRows));
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return Version + Convert.ToHexStringLower(hash.AsSpan(0, 12));
    }

    /// <summary>Returns the line, from 0, on which a run of rows of numbers begins; −1 if there is none.</summary>
    internal static int FirstRow(TextDocument document)
    {
        var (start, count) = (-1, 0);
        var marks = -1;
        for (var i = 0; i < document.LineCount; i++)
        {
            if (document.IsBlank(i))
                continue;
            var line = document.Line(i);
            var here = RowShape.IsRow(line) ? RowShape.SureMarks(line) : -1;
            if (here < 0 || (count > 0 && here != marks))
                (start, count) = (-1, 0);
            if (here < 0)
                continue;
            marks = here;
            if (count++ == 0)
                start = i;
            if (count == MinRows)
                return start;
        }

        return count >= 2 ? start : -1;
    }
}
