using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>What a file looks like under one dialect: its blocks, the main one, and how well the dialect explains them.</summary>
internal sealed class DialectSurvey
{
    private DialectSurvey(Dialect dialect, List<NumericBlock> blocks, List<NumericBlock> group, double quality)
    {
        Dialect = dialect;
        Blocks = blocks;
        Group = group;
        Quality = quality;
    }

    /// <summary>The dialect.</summary>
    public Dialect Dialect { get; }

    /// <summary>All blocks.</summary>
    public List<NumericBlock> Blocks { get; }

    /// <summary>The blocks that hold the same table, in the file's order.</summary>
    public List<NumericBlock> Group { get; }

    /// <summary>From 0 to about 1.</summary>
    public double Quality { get; }

    /// <summary>The block of most rows among <see cref="Group"/>.</summary>
    public NumericBlock Main => Group.MaxBy(b => b.Rows)!;

    /// <summary>The share of the bytes in the rows' cells that are numbers.</summary>
    public double Coverage => Group.Sum(b => b.ContentBytes) is var all and > 0 ? (double)Group.Sum(b => b.NumericBytes) / all : 0;

    /// <summary>Surveys a file; null where the dialect finds no row.</summary>
    public static DialectSurvey? Of(TextDocument document, Dialect dialect, int from, int to, CancellationToken cancellationToken)
    {
        var blocks = BlockFinder.Join(document, dialect, BlockFinder.Find(document, dialect, from, to, cancellationToken));
        if (blocks.Count == 0)
            return null;
        var main = blocks.MaxBy(Weight)!;
        var group = blocks.Where(b => IsLike(b, main)).ToList();
        var total = group.Sum(b => b.ContentBytes);
        var coverage = total == 0 ? 0 : (double)group.Sum(b => b.NumericBytes) / total;
        var rows = group.Sum(b => (double)b.Rows);
        var even = 1 - group.Sum(b => (double)b.UnevenRows) / rows;
        var wide = main.Columns >= 2 ? 1.0 : 0.35;
        var most = blocks.Sum(b => b.NumericBytes);
        var share = most == 0 ? 0 : (double)group.Sum(b => b.NumericBytes) / most;
        var enough = Math.Min(1, 0.4 + rows * Math.Min(main.Columns, 20) / 20.0);
        var quality = coverage * coverage * (0.6 + 0.4 * Math.Max(0, even)) * wide * (0.7 + 0.3 * share) * enough
            * (dialect.Delimiter == Delimiter.Blanks || dialect is { Delimiter: Delimiter.Comma, Mark: DecimalMark.Comma } ? 0.95 : 1);
        return new DialectSurvey(dialect, blocks, group, quality);
    }

    private static double Weight(NumericBlock block) =>
        block.NumericBytes * (block.Columns >= 2 ? 1.0 : 0.5) * ((double)block.NumericBytes / Math.Max(1, block.ContentBytes));

    private static bool IsLike(NumericBlock block, NumericBlock main) =>
        ReferenceEquals(block, main)
        || (block.Columns == main.Columns && (block.NumberMask & main.TextMask) == 0 && (block.TextMask & main.NumberMask) == 0
            && block.Rows >= 3 && block.Rows * 50 >= main.Rows && block.Numbers * 2 >= (long)block.Rows * main.Numbers / Math.Max(1, main.Rows));
}
