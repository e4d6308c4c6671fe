using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>A run of lines that hold rows of the same kind.</summary>
internal sealed class NumericBlock
{
    /// <summary>The first line, from 0.</summary>
    internal int FirstLine { get; set; }

    /// <summary>The last line, from 0.</summary>
    internal int LastLine { get; set; }

    /// <summary>The number of rows.</summary>
    internal int Rows { get; set; }

    /// <summary>The most cells in a row.</summary>
    internal int Columns { get; set; }

    /// <summary>The cells of the first row.</summary>
    internal int FirstCells { get; private set; }

    /// <summary>The cells of the last row.</summary>
    internal int LastCells { get; private set; }

    /// <summary>The most cells in a row, empty ones at the end counted.</summary>
    internal int RawColumns { get; set; }

    /// <summary>The number of number cells.</summary>
    internal long Numbers { get; set; }

    /// <summary>The number of text cells.</summary>
    internal long Texts { get; set; }

    /// <summary>Bytes within number cells.</summary>
    internal long NumericBytes { get; set; }

    /// <summary>Bytes within all cells.</summary>
    internal long ContentBytes { get; set; }

    /// <summary>Which of the first 64 columns have numbers.</summary>
    internal ulong NumberMask { get; set; }

    /// <summary>Which of the first 64 columns have text.</summary>
    internal ulong TextMask { get; set; }

    /// <summary>Rows with another number of cells than the row before.</summary>
    internal int UnevenRows { get; set; }

    /// <summary>The first such row's line, from 0; −1 where there is none.</summary>
    internal int FirstUnevenLine { get; set; } = -1;

    /// <summary>Lines within the block that are no rows, from 0.</summary>
    internal List<int> ForeignLines { get; } = [];

    /// <summary>Takes in a row.</summary>
    internal void Add(int line, in LineShape shape)
    {
        if (Rows > 0 && shape.Cells != Columns)
        {
            UnevenRows++;
            if (FirstUnevenLine < 0)
                FirstUnevenLine = line;
        }

        LastLine = line;
        FirstCells = Rows == 0 ? shape.Cells : FirstCells;
        LastCells = shape.Cells;
        Rows++;
        Columns = Math.Max(Columns, shape.Cells);
        RawColumns = Math.Max(RawColumns, shape.RawCells);
        Numbers += shape.Numbers;
        Texts += shape.Texts;
        NumericBytes += shape.NumericBytes;
        ContentBytes += shape.ContentBytes;
        NumberMask |= shape.NumberMask;
        TextMask |= shape.TextMask;
    }

    /// <summary>Takes in a whole block that stands after this one.</summary>
    internal void Append(NumericBlock next)
    {
        LastLine = next.LastLine;
        LastCells = next.LastCells;
        Rows += next.Rows;
        UnevenRows += next.UnevenRows + (next.Columns == Columns ? 0 : 1);
        if (FirstUnevenLine < 0)
            FirstUnevenLine = next.Columns == Columns ? next.FirstUnevenLine : next.FirstLine;
        Columns = Math.Max(Columns, next.Columns);
        RawColumns = Math.Max(RawColumns, next.RawColumns);
        Numbers += next.Numbers;
        Texts += next.Texts;
        NumericBytes += next.NumericBytes;
        ContentBytes += next.ContentBytes;
        NumberMask |= next.NumberMask;
        TextMask |= next.TextMask;
        ForeignLines.AddRange(next.ForeignLines);
    }

    /// <summary>True where a row of this shape can belong to the block.</summary>
    internal bool Accepts(in LineShape shape)
    {
        if (!shape.IsRow || shape.Conflicts(NumberMask, TextMask) > 0)
            return false;
        if (shape.Cells == Columns || shape.RawCells == RawColumns)
            return true;
        if (shape.RawCells == 1 || RawColumns == 1)
            return false;
        return shape.Cells * 2 >= Columns && Columns * 2 >= shape.Cells;
    }
}
