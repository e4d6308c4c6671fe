namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Says what is wrong with the rows that were read.</summary>
internal static class TableFaults
{
    /// <summary>Notes missing values and cells that are not numbers.</summary>
    public static void Note(BlockValues values, TableLayout layout, List<SpectralFileIssue> issues)
    {
        for (var k = 0; k < values.Texts.Length; k++)
        {
            if (values.Texts[k] == 0)
                continue;
            var column = k == 0 ? layout.XColumn ?? 1 : layout.YColumns[k - 1];
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Warning,
                "NonNumericCells",
                FormattableString.Invariant($"{values.Texts[k]} cells of column {column} are not numbers and were read as missing."),
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
}
