using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>Says what is wrong with the rows that were read.</summary>
internal static class TableChecks
{
    /// <summary>Notes missing values, cells that are not numbers, and rows without x.</summary>
    /// <param name="values">What was read: x first, then the spectra.</param>
    /// <param name="columns">The 1-based number of each column read.</param>
    /// <param name="issues">Takes in the issues.</param>
    public static void Note(BlockValues values, IReadOnlyList<int> columns, List<SpectralFileIssue> issues)
    {
        for (var k = 0; k < values.Texts.Length; k++)
        {
            if (values.Texts[k] == 0)
                continue;
            var outcome = k == 0 ? "they were read as missing, and rows without x left out" : "they were read as missing";
            var (id, fault) = values.OtherMarks[k] == values.Texts[k]
                ? ("MixedDecimalMarks", "have another decimal mark than the file")
                : ("NonNumericCells", "are not numbers");
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Warning,
                id,
                FormattableString.Invariant($"{values.Texts[k]} cells of column {columns[k]} {fault}; {outcome}."),
                values.FirstTextLine[k] + 1));
        }

        var missing = values.Missing.Sum();
        if (missing > 0)
        {
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Warning,
                "MissingValues",
                FormattableString.Invariant($"{missing} values are marked as missing (NaN, Inf, #N/A, -- or the like)."),
                values.FirstMissingLine + 1));
        }
    }

    /// <summary>Notes rows of uneven length and lines that are no rows, which detection saw.</summary>
    public static void Note(NumericBlock block, bool emptyCellsEndRows, List<SpectralFileIssue> issues)
    {
        if (block.ForeignLines.Count > 0)
        {
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Warning,
                "ForeignLines",
                FormattableString.Invariant($"{block.ForeignLines.Count} lines within the data are no rows of numbers."),
                block.ForeignLines[0] + 1));
        }

        if (block.UnevenRows > 0 && !emptyCellsEndRows)
        {
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Warning,
                "RaggedRows",
                FormattableString.Invariant($"Not all rows have {block.Columns} cells; the cells that are not there were read as missing."),
                block.FirstUnevenLine + 1));
        }
    }
}
