using System.Buffers;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text.Headers;

/// <summary>A number in a name: <c>380nm</c>, <c>Spectral Data 380[nm]</c>, <c>X1100</c>.</summary>
internal readonly record struct NumberInName(string Before, double Value, string After)
{
    private const int LongestCell = 120;

    private static readonly SearchValues<byte> s_digits = SearchValues.Create("0123456789"u8);

    /// <summary>Gets whether the name states a unit of x.</summary>
    internal bool StatesUnit =>
        AxisWords.StatedUnit(After) != AxisUnit.Unknown || AxisWords.StatedUnit(Before) != AxisUnit.Unknown;

    /// <summary>Splits a name; false where it contains no number, or is one.</summary>
    internal static bool TryRead(TextDocument document, ReadOnlySpan<byte> cell, DecimalMark mark, out NumberInName found)
    {
        found = default;
        if (cell.Length is 0 or > LongestCell)
            return false;
        var end = cell.LastIndexOfAny(s_digits) + 1;
        var start = Start(cell, end);
        // the exponent in a unit (cm-1, cm^-1) is not the number
        if (end - start == 1 && start >= 2 && cell[start - 1] == '-')
        {
            end = cell[..(start - 1)].LastIndexOfAny(s_digits) + 1;
            start = Start(cell, end);
        }

        if (start == end || (start == 0 && end == cell.Length)
            || NumericCell.Classify(cell[start..end], mark, out var value) != CellKind.Number)
            return false;
        found = new NumberInName(document.Decode(cell[..start]), value, document.Decode(cell[end..]));
        return true;
    }

    /// <summary>Reads a cell of an x line: a number, or a number in a name; else NaN.</summary>
    internal static double Read(TextDocument document, ReadOnlySpan<byte> cell, DecimalMark mark) =>
        NumericCell.Classify(cell, mark, out var value) == CellKind.Number ? value
        : TryRead(document, cell, mark, out var found) ? found.Value : double.NaN;

    private static int Start(ReadOnlySpan<byte> cell, int end)
    {
        var start = end;
        while (start > 0 && cell[start - 1] is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)',')
            start--;
        // a dot that ends a name is not the mark of a number
        if (start > 0 && start < end && cell[start] is (byte)'.' or (byte)',' && char.IsAsciiLetter((char)cell[start - 1]))
            start++;
        return start;
    }
}
