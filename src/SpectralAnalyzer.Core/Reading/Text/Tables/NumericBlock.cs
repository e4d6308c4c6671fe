using System.Runtime.CompilerServices;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>A run of rows of the same kind.</summary>
internal sealed class NumericBlock
{
    private const int MostRuns = 4096;
    private const int FewestNames = 5;
    private const int FewestAlike = 16;

    private readonly SortedSet<int> _leftOut = [];
    private readonly SortedSet<int> _skipped = [];
    private LineShape _last;
    private int _likeLast;
    private int _alikeFrom;

    internal int FirstLine { get; set; }
    internal int LastLine { get; private set; }
    internal int Rows { get; set; }

    /// <summary>Gets the most cells in a row.</summary>
    internal int Columns { get; private set; }

    /// <summary>Gets the most cells in a row, empty ones at the end included.</summary>
    internal int RawColumns { get; private set; }

    /// <summary>Gets the cells of the first row.</summary>
    internal int FirstCells { get; private set; }

    /// <summary>Gets the cells of the last row.</summary>
    internal int LastCells { get; private set; }

    /// <summary>Gets how many cells are numbers.</summary>
    internal long Numbers { get; private set; }

    /// <summary>Gets the bytes in number cells.</summary>
    internal long NumericBytes { get; private set; }

    /// <summary>Gets the bytes in all cells.</summary>
    internal long ContentBytes { get; private set; }

    /// <summary>Gets which of the first 64 columns have numbers.</summary>
    internal ulong NumberMask { get; private set; }

    /// <summary>Gets which of the first 64 columns have text.</summary>
    internal ulong TextMask { get; private set; }

    /// <summary>Gets how many rows have another number of cells than the row before.</summary>
    internal int UnevenRows { get; private set; }

    /// <summary>Gets the line of the first uneven row, from 0; −1 where there is none.</summary>
    internal int FirstUnevenLine { get; private set; } = -1;

    /// <summary>Gets the lines within the block that are not rows, from 0, in their order.</summary>
    internal List<int> ForeignLines { get; } = [];

    /// <summary>Gets the rows by how many cells they have, empty ones included; none where that differs too often.</summary>
    internal List<RowRun> Runs { get; } = [];

    /// <summary>Gets the long ranges of lines whose rows differ in their digits alone, from 0, in their order.</summary>
    internal List<(int First, int Last)> Alike { get; } = [];

    /// <summary>Gets the lines of rows that are damaged, from 0; their numbers are not read.</summary>
    internal IReadOnlySet<int> LeftOut => _leftOut;

    /// <summary>Gets the rows whose last number has no decimals, where nearly all others have, from 0.</summary>
    internal List<int> ShortRows { get; } = [];

    /// <summary>Gets the lines that are not read, from 0: damaged rows, and what is not a row.</summary>
    internal IReadOnlySet<int> Skipped => _skipped;

    /// <summary>
    /// Gets the first row whose cells differ in number from those of nearly all others, from 0; −1 where there is none.
    /// </summary>
    internal int FirstUnlikeLine { get; private set; } = -1;

    /// <summary>Returns true for a line within the block that is not a row.</summary>
    internal bool IsForeign(int line) => ForeignLines.BinarySearch(line) >= 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(int line, in LineShape shape)
    {
        AddToRuns(line, shape);
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
        NumericBytes += shape.NumericBytes;
        ContentBytes += shape.ContentBytes;
        NumberMask |= shape.NumberMask;
        TextMask |= shape.TextMask;
        _last = shape;
    }

    /// <summary>Adds a row of the shape of the row that was added last, which has the most cells of all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void AddLikeLast(int line)
    {
        AddToRuns(line, _last);
        if (_likeLast++ == 0)
            _alikeFrom = LastLine;
        LastLine = line;
        Rows++;
        Numbers += _last.Numbers;
        NumericBytes += _last.NumericBytes;
        ContentBytes += _last.ContentBytes;
    }

    /// <summary>Notes that another kind of row follows those that were added as one like the other.</summary>
    internal void EndAlike()
    {
        if (_likeLast >= FewestAlike)
            Alike.Add((_alikeFrom, LastLine));
        _likeLast = 0;
    }

    /// <summary>Adds the rows of a later block.</summary>
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
        NumericBytes += next.NumericBytes;
        ContentBytes += next.ContentBytes;
        NumberMask |= next.NumberMask;
        TextMask |= next.TextMask;
        ForeignLines.AddRange(next.ForeignLines);
        Alike.AddRange(next.Alike);
        foreach (var run in next.Runs)
            AddRun(run);
    }

    /// <summary>
    /// Takes a first row of numbers that has one cell less than all others for names: its numbers name the columns behind the
    /// first one.
    /// </summary>
    internal void TakeFirstRowForNames()
    {
        if (Runs is not [{ Rows: 1, MostNumbers: >= FewestNames } names, var rows] || names.Cells != names.MostNumbers
            || names.Cells != rows.Cells - 1 || rows.Rows < 2)
            return;
        Rows--;
        Numbers -= names.MostNumbers;
        FirstLine = rows.FirstLine;
        FirstCells = rows.Cells;
        UnevenRows = 0;
        FirstUnevenLine = -1;
        Runs.RemoveAt(0);
    }

    /// <summary>Leaves out a damaged row.</summary>
    internal void LeaveOut(int line)
    {
        _leftOut.Add(line);
        _skipped.Add(line);
    }

    /// <summary>Notes a row whose last number has no decimals, where nearly all others have: it may be cut.</summary>
    internal void NoteShort(int line) => ShortRows.Add(line);

    /// <summary>Does not read a line that is not a row.</summary>
    internal void Skip(int line) => _skipped.Add(line);

    /// <summary>Notes a row whose cells differ in number from those of nearly all others.</summary>
    internal void NoteUneven(int line) => FirstUnlikeLine = FirstUnlikeLine < 0 ? line : Math.Min(FirstUnlikeLine, line);

    /// <summary>Returns true where a row of this shape can belong to the block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddToRuns(int line, in LineShape shape)
    {
        if (Runs.Count > 0 && Runs[^1].Cells == shape.RawCells)
        {
            Runs[^1].Extend(line, shape.Numbers);
            return;
        }

        AddRun(new RowRun(line, shape.RawCells, shape.Numbers));
    }

    private void AddRun(RowRun run)
    {
        if (Runs.Count < MostRuns)
            Runs.Add(run);
    }
}
