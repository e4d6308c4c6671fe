using System.Numerics;
using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>The kinds of cells that a line holds under a dialect. The masks cover the first 64 cells.</summary>
internal struct LineShape
{
    /// <summary>Cells, without the empty ones at the end.</summary>
    internal int Cells;

    /// <summary>Cells, with the empty ones at the end.</summary>
    internal int RawCells;

    internal int Numbers;

    internal int Texts;

    /// <summary>Cells with a word for a missing value.</summary>
    internal int Missing;

    /// <summary>Bytes in number cells.</summary>
    internal int NumericBytes;

    /// <summary>Bytes in all cells.</summary>
    internal int ContentBytes;

    internal ulong TextMask;

    internal ulong NumberMask;

    /// <summary>Whether every cell is a plain number: lines that differ in their digits alone have one shape.</summary>
    internal bool IsPlain;

    /// <summary>Gets whether the line can be a row of data by itself.</summary>
    internal readonly bool IsRow =>
        Numbers > 0 && (Cells == 1 || Numbers + Missing >= 2 || Texts == 0) && Texts <= Math.Max(Numbers, 2);

    /// <summary>Returns the shape of a line whose cells are all plain numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static LineShape FromPlain(int cells, int bytes) => new()
    {
        RawCells = cells,
        Cells = cells,
        Numbers = cells,
        NumericBytes = bytes,
        ContentBytes = bytes,
        IsPlain = true,
        NumberMask = cells >= 64 ? ulong.MaxValue : (1UL << cells) - 1,
    };

    /// <summary>Returns the shape of a line, which is split.</summary>
    internal static LineShape From(ReadOnlySpan<byte> line, RowCells row, Dialect dialect)
    {
        var shape = default(LineShape);
        shape.RawCells = row.Split(line);
        for (var i = 0; i < shape.RawCells; i++)
        {
            var cell = row.Cell(line, i);
            shape.ContentBytes += cell.Length;
            switch (NumericCell.Classify(cell, dialect.Mark, out _))
            {
                case CellKind.Number:
                    shape.Numbers++;
                    shape.NumericBytes += cell.Length;
                    if (i < 64)
                        shape.NumberMask |= 1UL << i;
                    break;
                case CellKind.Missing:
                    shape.Missing++;
                    break;
                case CellKind.Text:
                    shape.Texts++;
                    if (i < 64)
                        shape.TextMask |= 1UL << i;
                    break;
                default:
                    continue;
            }

            shape.Cells = i + 1;
        }

        return shape;
    }

    /// <summary>Counts the first 64 cells that are a number here and text there, or the other way round.</summary>
    internal readonly int Conflicts(ulong numberMask, ulong textMask) =>
        BitOperations.PopCount((TextMask & numberMask) | (NumberMask & textMask));
}
