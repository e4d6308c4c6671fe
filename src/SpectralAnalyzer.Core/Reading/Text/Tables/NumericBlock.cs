using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>A run of lines that hold rows of the same kind.</summary>
internal sealed class NumericBlock
{
    /// <summary>The first line, from 0.</summary>
    public int FirstLine { get; set; }

    /// <summary>The last line, from 0.</summary>
    public int LastLine { get; set; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; set; }

    /// <summary>The most cells in a row.</summary>
    public int Columns { get; set; }

    /// <summary>The cells of the first row.</summary>
    public int FirstCells { get; private set; }

    /// <summary>The cells of the last row.</summary>
    public int LastCells { get; private set; }

    /// <summary>The most cells in a row, empty ones at the end counted.</summary>
    public int RawColumns { get; set; }

    /// <summary>The number of number cells.</summary>
    public long Numbers { get; set; }

    /// <summary>The number of text cells.</summary>
    public long Texts { get; set; }

    /// <summary>Bytes within number cells.</summary>
    public long NumericBytes { get; set; }

    /// <summary>Bytes within all cells.</summary>
    public long ContentBytes { get; set; }

    /// <summary>Which of the first 64 columns have numbers.</summary>
    public ulong NumberMask { get; set; }

    /// <summary>Which of the first 64 columns have text.</summary>
    public ulong TextMask { get; set; }

    /// <summary>Rows with another number of cells than the row before.</summary>
    public int UnevenRows { get; set; }

    /// <summary>The first such row's line, from 0; −1 where there is none.</summary>
    public int FirstUnevenLine { get; set; } = -1;

    /// <summary>Lines within the block that are no rows, from 0.</summary>
    public List<int> ForeignLines { get; } = [];

    /// <summary>Takes in a row.</summary>
    public void Add(int line, in LineShape shape)
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
    public void Append(NumericBlock next)
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
    public bool Accepts(in LineShape shape)
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
