using System.Numerics;

namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>What kinds of cells a line holds under a dialect. The masks tell of the first 64 cells.</summary>
internal struct LineShape
{
    /// <summary>Cells, without the empty ones at the end.</summary>
    public int Cells;

    /// <summary>Cells, with the empty ones at the end.</summary>
    public int RawCells;

    /// <summary>Cells that are numbers.</summary>
    public int Numbers;

    /// <summary>Cells that are text.</summary>
    public int Texts;

    /// <summary>Cells that stand for a missing value by a word.</summary>
    public int Missing;

    /// <summary>Bytes within number cells.</summary>
    public int NumericBytes;

    /// <summary>Bytes within all cells.</summary>
    public int ContentBytes;

    /// <summary>Which cells are text.</summary>
    public ulong TextMask;

    /// <summary>Which cells are numbers.</summary>
    public ulong NumberMask;

    /// <summary>True where the line can be a row of data by itself.</summary>
    public readonly bool IsRow => Numbers > 0 && (Cells == 1 || Numbers + Missing >= 2 || Texts == 0) && Texts <= Math.Max(Numbers, 2);

    /// <summary>The shape of a line.</summary>
    public static LineShape Of(ReadOnlySpan<byte> line, RowCells row, Dialect dialect)
    {
        var shape = default(LineShape);
        if (PlainNumbers.TryShape(line, dialect, ref shape))
            return shape;
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

    /// <summary>How many of the first 64 cells are a number here and text there, or the other way.</summary>
    public readonly int Conflicts(ulong numberMask, ulong textMask) =>
        BitOperations.PopCount((TextMask & numberMask) | (NumberMask & textMask));
}
