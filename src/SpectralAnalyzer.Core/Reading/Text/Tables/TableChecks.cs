
namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>Adds issues for the rows of a table.</summary>
internal static class TableChecks
{
    private const int LinesNamed = 8;
    private const int MostEmpty = 2;
    private const int FewestRows = 20;

    /// <summary>Checks the values for missing ones and cells that are not numbers.</summary>
    /// <param name="values">What was read: x first, then the spectra.</param>
    /// <param name="columns">The columns that were read, from 0.</param>
    /// <param name="issues">The issues to add to.</param>
    internal static void Check(BlockValues values, IReadOnlyList<int> columns, List<SpectralFileIssue> issues)
    {
        for (var k = 0; k < values.Texts.Length; k++)
        {
            if (values.Texts[k] == 0)
                continue;
            var outcome = k == 0 ? "they were read as missing, and rows without x were left out" : "they were read as missing";
            var (id, fault) = values.OtherMarks[k] == values.Texts[k]
                ? (SpectralIssueIds.MixedDecimalMarks, "have another decimal mark than the file")
                : (SpectralIssueIds.NonNumericCells, "are not numbers");
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Warning,
                id,
                FormattableString.Invariant($"{values.Texts[k]} cells of column {columns[k] + 1} {fault}; {outcome}."),
                values.FirstTextLine[k] + 1));
        }

        if (values.FirstLineWithoutX is >= 0 and var without)
        {
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Warning, SpectralIssueIds.MissingValues, "Rows without x were left out.", without + 1));
        }

        for (var k = 1; k < values.Empty.Length; k++)
        {
            var (empty, line) = values.Empty[k];
            if (empty is 0 or > MostEmpty || values.Rows < FewestRows)
                continue;
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Warning,
                SpectralIssueIds.MissingValues,
                FormattableString.Invariant($"{empty} cells of column {columns[k] + 1} are empty; they were read as missing."),
                line + 1));
            break;
        }

        var missing = values.Missing.Sum();
        if (missing > 0)
        {
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Warning,
                SpectralIssueIds.MissingValues,
                FormattableString.Invariant($"{missing} values are marked as missing (NaN, Inf, #N/A, -- or similar)."),
                values.FirstMissingLine + 1));
        }
    }

    /// <summary>Checks a block for rows of uneven length and for lines that are not rows.</summary>
    internal static void Check(NumericBlock block, bool emptyCellsEndRows, List<SpectralFileIssue> issues)
    {
        if (block.ForeignLines.Count > 0)
        {
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Warning,
                SpectralIssueIds.ForeignLines,
                FormattableString.Invariant($"{block.ForeignLines.Count} lines within the data are not rows of numbers."),
                block.ForeignLines[0] + 1));
        }

        if (block.LeftOut.Count > 0)
        {
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Warning,
                SpectralIssueIds.DamagedRows,
                FormattableString.Invariant($"{block.LeftOut.Count} rows are damaged ({LinesOf(block.LeftOut)}): ")
                    + "cut, broken in two, or with too many cells; they were left out.",
                block.LeftOut.First() + 1));
        }

        // a zero or a hundred is often written without decimals
        var cut = block.ShortRows.FindAll(line => !block.LeftOut.Contains(line));
        if (cut.Count > 0)
        {
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Warning,
                SpectralIssueIds.CutShort,
                FormattableString.Invariant(
                    $"{cut.Count} rows end with a number without decimals, as no other does; they may be cut."),
                cut[0] + 1));
        }

        var uneven = block.FirstUnlikeLine;
        if ((block.UnevenRows > 0 && !emptyCellsEndRows) || (uneven >= 0 && !block.LeftOut.Contains(uneven)))
        {
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Warning,
                SpectralIssueIds.RaggedRows,
                FormattableString.Invariant($"Not all rows have {block.Columns} cells; absent cells were read as missing."),
                (block.UnevenRows > 0 && !emptyCellsEndRows ? block.FirstUnevenLine : uneven) + 1));
        }
    }

    private static string LinesOf(IReadOnlyCollection<int> lines) =>
        (lines.Count == 1 ? "line " : "lines ") + string.Join(", ", lines.Take(LinesNamed).Select(line => line + 1))
        + (lines.Count > LinesNamed ? ", …" : "");
}
