using System.Text;
using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>
/// Finds the lines above and below a block that are rows of it, or parts of rows, though damage made them something else.
/// </summary>
internal sealed class EdgeRows
{
    private const int LinesLookedAt = 6;
    private const int RowsCompared = 50;
    private const int ColumnsCompared = 4;
    private const int FewestRows = 4;
    private const double WithinSteps = 0.75;
    private const double FarthestSteps = 3;
    private const double Slack = 0.25;
    private const int OneOutsideOf = 5;

    private readonly DelimitedText _text;
    private readonly NumericBlock _block;
    private readonly HeaderNames _names;
    private readonly int _x;
    private readonly int _first;

    private EdgeRows(DelimitedText text, NumericBlock block, HeaderNames names, int x)
    {
        (_text, _block, _names, _x, _first) = (text, block, names, x, block.FirstLine);
        for (var n = 0; n < FewestRows && !HasX(_first); n++)
            _first = text.LineBelow(_first);
    }

    /// <summary>Returns the lines, from 0.</summary>
    /// <param name="text">The text.</param>
    /// <param name="block">The block.</param>
    /// <param name="names">The names of its columns.</param>
    /// <param name="x">The cell of x, from 0.</param>
    /// <param name="after">The last line of the block above; −1 where there is none.</param>
    /// <param name="before">The first line of the block below, or the number of lines.</param>
    internal static IEnumerable<int> Find(
        DelimitedText text, NumericBlock block, HeaderNames names, int x, int after, int before)
    {
        if (block.Columns < 2 || block.Rows < FewestRows)
            return [];
        var edges = new EdgeRows(text, block, names, x);
        return edges.HasX(edges._first) ? [.. edges.Above(after), .. edges.Below(before)] : [];
    }

    private IEnumerable<int> Above(int after)
    {
        var second = _text.LineBelow(_first);
        double x = Number(_first, 0), step = Number(second, 0) - x;
        var line = _first;
        for (var n = 0; n < LinesLookedAt && (line = _text.LineAbove(line)) > after; n++)
        {
            if (n == 0 && (IsLoneMark(line, _first) || IsRowWithoutX(line) || IsRowWithWords(line, second)))
                yield return line;
            else if (n == 1 && IsBrokenRow(line, _first, second))
                yield return line;
            else if (RowFragment.From(_text, line) is { Counts: false } part
                && (IsAxisOfNames(line, part)
                    ? n == 0 && FitsEvenColumn(line, _first, second)
                    : Continues(line, part, (_first, second), n) || (n == 0 && IsBelowNames(line, part, x, -step))
                        || FitsEvenColumn(line, _first, second)))
                yield return line;
        }
    }

    private IEnumerable<int> Below(int end)
    {
        var last = _block.LastLine;
        var before = _text.LineAbove(last);
        var line = last;
        for (var n = 0; n < LinesLookedAt && (line = _text.LineBelow(line)) >= 0 && line < end; n++)
        {
            var shape = _text.ShapeOf(line);
            if (n == 0 && shape is { Missing: > 0, Numbers: > 0, Texts: 0 } && shape.RawCells == _block.RawColumns)
                yield return line;
            else if (n == 0 && (IsLoneMark(line, last) || IsBrokenRow(line, last, before)
                || (shape.RawCells > _block.RawColumns && IsNextX(line, last, before))))
                yield return line;
            else if (RowFragment.From(_text, line) is { } part && Continues(line, part, (last, before), n))
                yield return line;
        }
    }

    private bool IsNextX(int line, int last, int before)
    {
        double x = Number(last, _x), step = x - Number(before, _x);
        return Math.Abs(Number(line, _x) - x - step) <= WithinSteps * Math.Abs(step);
    }

    /// <summary>Returns true for a part that begins as the next row would, or is written as the rows are.</summary>
    /// <param name="line">Its line, from 0.</param>
    /// <param name="part">Its numbers.</param>
    /// <param name="rows">The lines of the nearest row and the one behind it.</param>
    /// <param name="between">The lines between it and the nearest row.</param>
    private bool Continues(int line, RowFragment part, (int Nearest, int Next) rows, int between)
    {
        var isWhole = part.BeginsWithNumber && part.Numbers.Length == _block.Columns;
        var cell = isWhole ? _x : 0;
        var x = Number(rows.Nearest, cell);
        var step = x - Number(rows.Next, cell);
        if (double.IsNaN(step))
            return false;
        var isPart = !isWhole && between <= 1 && part.BeginsWithNumber && part.Numbers.Length < _block.Columns
            && part.Numbers[0].Contains(Mark, StringComparison.Ordinal);
        // another column than x is the first, and the same in all rows
        if (step == 0)
            return isPart && LeadingNumber(part.Numbers[0]) == x;
        // the number of points and other counts stand above tables as well
        if (part.Numbers.Length == 1 && line < _first && Number(line, 0) == _block.Rows)
            return false;
        var slack = WithinSteps * Math.Abs(step);
        if (part.BeginsWithin(cell, x + step - slack, x + step + slack))
            return true;
        // about zero, the digits say nothing
        if (isPart && Math.Abs(x + step) <= slack
            && LeadingNumber(part.Numbers[0]) is { } near && Math.Abs(near - x - step) <= slack)
            return true;
        return isWhole && LeadingNumber(part.Numbers[cell]) is { } value && (value - x) * step > 0
            && (Math.Abs(value - x) <= (FarthestSteps + between) * Math.Abs(step) || IsWrittenAlike(part, _first));
    }

    /// <summary>Returns true for a row between the names and the table that x of the table leads to, or that lacks x.</summary>
    private bool IsBelowNames(int line, RowFragment part, double x, double step)
    {
        var above = _text.LineAbove(line);
        return part.Numbers.Length + part.Others == _block.Columns && above >= 0 && _names.Line != line
            && RowFragment.From(_text, above) is null && HeaderNames.Above(_text, line, _block.Columns).Exist
            && (!part.BeginsWithNumber || (LeadingNumber(part.Numbers[0]) is { } value && (value - x) * step > 0));
    }

    /// <summary>Returns true where another column goes on in even steps.</summary>
    private bool FitsEvenColumn(int line, int first, int second)
    {
        var third = _text.LineBelow(second);
        for (var c = 1; c < Math.Min(ColumnsCompared, _block.Columns) && third >= 0; c++)
        {
            double a = Number(first, c), b = Number(second, c), d = Number(third, c), value = Number(line, c);
            if (b != a && Math.Abs((d - b) - (b - a)) <= 0.02 * Math.Abs(b - a)
                && Math.Abs(a - (b - a) - value) <= 0.1 * Math.Abs(b - a))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Returns true for a line without x whose numbers are like those of their columns, but for one of five, and that cannot hold
    /// the names.
    /// </summary>
    private bool IsRowWithoutX(int line)
    {
        var shape = _text.ShapeOf(line);
        if (HasX(line) || shape.Numbers == 0 || shape.Texts > 1 || shape.Numbers < _block.Columns - 2
            || shape.Numbers + shape.Missing < _block.Columns - 2 || shape.RawCells < _block.Columns - 1)
            return false;
        var across = new List<double>();
        var outside = 0;
        for (var c = 0; c < Math.Min(_block.Columns, shape.RawCells); c++)
        {
            if (Number(line, c) is not double.NaN and var value)
            {
                outside += IsInRange(c, value) ? 0 : 1;
                across.Add(value);
            }
        }

        if (outside > across.Count / OneOutsideOf)
            return false;

        var above = _text.LineAbove(line);
        if (above >= 0 && _text.ShapeOf(above) is var named && named.Numbers + named.Texts >= Math.Max(2, _block.Columns - 1))
            return true;
        return across.Count >= 3 && new NumericColumn(0, [.. across]) is { IsMonotone: false, IsConstant: false };
    }

    /// <summary>
    /// Returns true for a line that has the cells of a row, goes on with x, and has words for other numbers.
    /// </summary>
    private bool IsRowWithWords(int line, int second)
    {
        if (!HasX(line) || _text.ShapeOf(line) is not { Texts: > 0 } shape || shape.RawCells != _block.RawColumns)
            return false;
        double x = Number(_first, _x), step = x - Number(second, _x), across = Number(line, _x) - x;
        if (!(across * step > 0))
            return false;
        return Math.Abs(across) <= FarthestSteps * Math.Abs(step)
            || (EndingOf(line, _x) is { Decimals: > 0 } ending && ending == EndingOf(_first, _x));
    }

    /// <summary>Returns true for a line that, joined with the next, is the row behind an edge of the block.</summary>
    private bool IsBrokenRow(int line, int edge, int next)
    {
        if (!BrokenEdges.AreOneRow(_text, line, edge))
            return false;
        double x = Number(edge, _x), step = x - Number(next, _x);
        var value = _x == 0 ? Number((byte[])[.. _text.Line(line), .. _text.Line(line + 1)], 0) : double.NaN;
        return _x > 0 || (value - x) * step > 0;
    }

    private bool IsInRange(int cell, double value)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        var line = _first;
        for (var n = 0; n < RowsCompared && line >= 0 && line <= _block.LastLine; n++, line = _text.LineBelow(line))
        {
            var number = Number(line, cell);
            low = number < low ? number : low;
            high = number > high ? number : high;
        }

        var slack = Slack * (high - low);
        return value >= low - slack && value <= high + slack;
    }

    /// <summary>Returns true for a line of names that are an axis themselves: one number for each column but the first.</summary>
    private bool IsAxisOfNames(int line, RowFragment part) =>
        line == _names.Line && part.Others == 0 && part.Numbers.Length >= 3 && part.Numbers.Length <= _block.Columns - 1
        && new NumericColumn(0, Array.ConvertAll(part.Numbers, n => LeadingNumber(n) ?? double.NaN)) is { MonotoneShare: >= 1 };

    /// <summary>Returns true where the numbers have as many decimals as those of a row, and some have any.</summary>
    private bool IsWrittenAlike(RowFragment part, int row)
    {
        var has = false;
        var cells = _text.Split(row);
        for (var c = 0; c < part.Numbers.Length; c++)
        {
            var expected = c < cells.Count ? NumberEnding.From(cells[c], _text.Dialect.Mark).Decimals : -1;
            if (NumberEnding.From(Encoding.ASCII.GetBytes(part.Numbers[c]), _text.Dialect.Mark).Decimals != expected)
                return false;
            has |= expected > 0;
        }

        return has;
    }

    /// <summary>Returns true for a line of nothing but the sign or mark with which a row begins.</summary>
    private bool IsLoneMark(int line, int row) =>
        _text.Line(line).Trim(" \t,;|"u8) is [(byte)'-' or (byte)'.'] mark && _text.Line(row).TrimStart(" \t"u8)[0] == mark[0];

    private bool HasX(int line) => line >= 0 && !double.IsNaN(Number(line, _x));

    private char Mark => _text.Dialect.Mark == DecimalMark.Comma ? ',' : '.';

    private NumberEnding EndingOf(int line, int cell) => NumberEnding.From(_text.Split(line)[cell], _text.Dialect.Mark);

    private double Number(int line, int cell) => line >= 0 ? Number(_text.Line(line), cell) : double.NaN;

    private double Number(ReadOnlySpan<byte> line, int cell) =>
        _text.Split(line).IsNumber(cell, out var value) ? value : double.NaN;

    private double? LeadingNumber(string number) => NumericCell.Classify(
        Encoding.ASCII.GetBytes(number), _text.Dialect.Mark, out var value) == CellKind.Number ? value : null;
}
