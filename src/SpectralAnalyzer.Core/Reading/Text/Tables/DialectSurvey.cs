using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>What a file looks like under one dialect: its blocks of rows, and how well the dialect explains them.</summary>
internal sealed class DialectSurvey
{
    private const int MostBlocks = 100;

    private DialectSurvey(DelimitedText text, List<NumericBlock> blocks, List<NumericBlock> group, NumericBlock main)
    {
        Text = text;
        Group = group;
        Main = main;
        Quality = QualityOf(text.Dialect, blocks);
        RowsInOtherDialects = [.. group.Take(MostBlocks).SelectMany(block => OtherGrammar.RowsOf(text, block))];
    }

    internal DelimitedText Text { get; }

    /// <summary>Gets the blocks that hold the same table, in the order of the file.</summary>
    internal List<NumericBlock> Group { get; }

    /// <summary>Gets the block with most rows among <see cref="Group"/>.</summary>
    internal NumericBlock Main { get; }

    /// <summary>Gets how well the dialect explains the file, from 0 to about 1.</summary>
    internal double Quality { get; }

    /// <summary>Gets the lines of the blocks that are not read, from 0.</summary>
    internal IReadOnlySet<int> Skipped => Group.Count == 1 ? Group[0].Skipped : Group.SelectMany(b => b.Skipped).ToHashSet();

    /// <summary>Gets the share of the bytes in the cells of the rows that are numbers.</summary>
    internal double Coverage =>
        Group.Sum(b => b.ContentBytes) is var all and > 0 ? (double)Group.Sum(b => b.NumericBytes) / all : 0;

    /// <summary>Gets the rows right above, within and right below the blocks that are rows in another dialect only.</summary>
    internal List<(int Line, Dialect Dialect)> RowsInOtherDialects { get; }

    /// <summary>Returns true where rows of the table are rows with another delimiter only.</summary>
    internal bool HasRowsIn(Delimiter delimiter) => RowsInOtherDialects.Exists(row => row.Dialect.Delimiter == delimiter);

    /// <summary>Returns true where numbers of the main block have blanks in them, which may part two numbers.</summary>
    internal bool HasBlanksInNumbers()
    {
        var row = Text.Split(Main.FirstLine);
        for (var c = 0; c < row.Count; c++)
        {
            if (row[c].IndexOf((byte)' ') > 0 && row.IsNumber(c, out _))
                return true;
        }

        return false;
    }

    /// <summary>Surveys a range of lines; null where the dialect finds no row.</summary>
    internal static DialectSurvey? Create(DelimitedText text, int from, int to, CancellationToken cancellationToken)
    {
        var blocks = BlockFinder.Join(text, BlockFinder.Find(text, from, to, cancellationToken));
        if (blocks.Count == 0)
            return null;
        text.ReleaseLongLines();
        var main = blocks.MaxBy(Weight)!;
        var group = blocks.Where(b => IsLike(b, main)).ToList();
        foreach (var block in group)
        {
            block.TakeFirstRowForNames();
            DamagedRows.LeaveOut(text, block);
        }
        return new DialectSurvey(text, blocks, group, group.MaxBy(b => b.Rows)!);
    }

    private double QualityOf(Dialect dialect, List<NumericBlock> blocks)
    {
        var columns = blocks.MaxBy(Weight)!.Columns;
        var rows = Group.Sum(b => (double)b.Rows);
        var even = 1 - Group.Sum(b => (double)b.UnevenRows) / rows;
        var all = blocks.Sum(b => b.NumericBytes);
        var share = all == 0 ? 0 : (double)Group.Sum(b => b.NumericBytes) / all;
        var isLoose = dialect.Delimiter == Delimiter.Blanks || dialect is { Delimiter: Delimiter.Comma, Mark: DecimalMark.Comma };
        return Coverage * Coverage
            * (DialectWeights.Uneven + DialectWeights.Even * Math.Max(0, even))
            * (columns >= 2 ? 1.0 : DialectWeights.OneColumn)
            * (DialectWeights.OtherBlocks + DialectWeights.SameTable * share)
            * Math.Min(1, DialectWeights.NoRows + rows * Math.Min(columns, 20) / DialectWeights.EnoughCells)
            * (isLoose ? DialectWeights.Loose : 1);
    }

    private static double Weight(NumericBlock block) =>
        block.NumericBytes * (block.Columns >= 2 ? 1.0 : 0.5) * ((double)block.NumericBytes / Math.Max(1, block.ContentBytes));

    private static bool IsLike(NumericBlock block, NumericBlock main) =>
        ReferenceEquals(block, main)
        || (block.Columns == main.Columns && (block.NumberMask & main.TextMask) == 0 && (block.TextMask & main.NumberMask) == 0
            && block.Rows >= 3 && block.Rows * 50 >= main.Rows
            && block.Numbers * 2 >= (long)block.Rows * main.Numbers / Math.Max(1, main.Rows));
}
