using SpectralAnalyzer.Core.Reading.Text.Checks;
using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>Proposes the layouts in which x stands in a column.</summary>
internal static class ColumnLayouts
{
    private const int MostRowsLookedAt = 20_000;

    /// <summary>The proposal for a survey, or null.</summary>
    public static LayoutProposal? Propose(TextDocument document, DialectSurvey survey, ReadOptions options, CancellationToken cancellationToken)
    {
        var main = survey.Main;
        if (main.Columns < 2)
            return null;
        var columnsWithNumbers = Enumerable.Range(0, main.Columns).Where(c => c >= 64 || (main.NumberMask >> c & 1) == 1).ToList();
        if (columnsWithNumbers.Count < 2)
            return null;
        var values = BlockValues.Read(document, survey.Dialect, main.FirstLine, main.LastLine, columnsWithNumbers, MostRowsLookedAt, cancellationToken);
        var columns = columnsWithNumbers.Select((c, k) => NumericColumn.Of(c + 1, values.Columns[k])).ToList();
        var names = HeaderNames.Above(document, survey.Dialect, main.FirstLine, main.Columns, options.SkipLines ?? 0);
        var trimmed = LeadingRowsThatAreNames(values, columns, names);
        if (trimmed > 0)
        {
            columns = columnsWithNumbers.Select((c, k) => NumericColumn.Of(c + 1, values.Columns[k][trimmed..])).ToList();
            if (!names.Exist)
                names = HeaderNames.At(document, survey.Dialect, values.Lines[trimmed - 1], main.Columns);
        }

        var rows = values.Rows - trimmed;
        if (rows < 1)
            return null;
        var firstLine = values.Lines[trimmed];
        var evidence = new List<LayoutEvidence>();
        var faults = new List<SpectralFileIssue>();
        foreach (var block in survey.Group)
            TableChecks.Note(block, block.RawColumns > block.Columns || survey.Dialect.Separator != 0 && HasTrailingSeparators(document, block, survey.Dialect), faults);
        var stated = StatedColumns.Of(options, names, main.Columns);
        var pairs = stated.X is null && stated.Y is null ? ColumnPairs.Find(columns, names) : null;
        var roles = ColumnRoles.Decide(columns, names, rows, stated);
        if (roles.X < 0 || (pairs is null && roles.Y.Count == 0))
            return null;
        if (pairs is null)
            NoteErrors(roles, faults);
        if (pairs is null)
            NoteRowBelow(document, survey.Dialect, main, columns[roles.X], faults);
        var blocks = survey.Group
            .Select(b => new TableBlock((ReferenceEquals(b, main) ? firstLine : b.FirstLine) + 1, b.LastLine + 1))
            .OrderBy(b => b.FirstLine).ToList();
        var layout = new TableLayout
        {
            Encoding = document.EncodingName,
            Delimiter = survey.Dialect.Delimiter,
            DecimalMark = survey.Dialect.Mark,
            Arrangement = pairs is null ? TableArrangement.Columns : TableArrangement.ColumnPairs,
            HeaderLine = names.Line < 0 ? null : names.Line + 1,
            FirstDataLine = blocks[0].FirstLine,
            LastDataLine = blocks[0].LastLine,
            Blocks = blocks,
            BlockCount = blocks.Count,
            XColumn = pairs is null ? columns[roles.X].Number : pairs[0].X,
            YColumns = pairs is null ? [.. roles.Y.Select(y => columns[y].Number)] : [.. pairs.Select(p => p.Y)],
            PairColumns = pairs is null ? [] : [.. pairs.Select(p => p.X)],
            LeftOut = pairs is null ? roles.LeftOut : [],
        };
        if (stated.X is not null)
            evidence.Add(new LayoutEvidence("the column of x is stated by the user", 0.3));
        DecimalMarks.Weigh(document, survey.Dialect, main, names, evidence);
        Weigh(document, survey, values, columns, roles, pairs is not null, rows, evidence);
        return new LayoutProposal(layout, evidence, faults) { Values = values };
    }

    private static void Weigh(
        TextDocument document, DialectSurvey survey, BlockValues values, List<NumericColumn> columns, ColumnRoles roles, bool paired, int rows, List<LayoutEvidence> evidence)
    {
        var x = columns[roles.X];
        evidence.Add(new LayoutEvidence(
            FormattableString.Invariant($"{rows} rows of {columns.Count} columns of numbers, {survey.Dialect}"), 0.3 + 0.25 * Math.Min(1, survey.Quality)));
        var isScan = ScanStarts.Find(x.Numbers).Count > 1;
        if (x.MonotoneShare >= 1 || isScan)
            evidence.Add(new LayoutEvidence($"column {x.Number} {(x.Direction > 0 ? "rises" : "falls")} throughout", rows >= 8 ? 0.3 : 0.2));
        else if (x.IsMonotone)
            evidence.Add(new LayoutEvidence($"column {x.Number} {(x.Direction > 0 ? "rises" : "falls")} nearly throughout", 0.15));
        else
            evidence.Add(new LayoutEvidence("no column rises or falls throughout", -0.1));
        if (roles.XIsNamed)
            evidence.Add(new LayoutEvidence("its name is that of an x axis", 0.12));
        else if (roles.X == 0)
            evidence.Add(new LayoutEvidence("it is the first column", 0.06));
        if (x.IsEven)
            evidence.Add(new LayoutEvidence("its steps are even", 0.05));
        if (survey.Dialect.Delimiter == Delimiter.Blanks && document.Line(survey.Main.FirstLine).Trim("\t "u8).IndexOf((byte)'\t') >= 0)
            evidence.Add(new LayoutEvidence("a tab stands between cells", -0.05));
        if (HasTabWithinCell(document.Line(survey.Main.FirstLine), survey.Dialect))
            evidence.Add(new LayoutEvidence("a tab stands within a cell", -0.3));
        if (roles.XScore - roles.RunnerUpScore < 0.5 && !paired && !roles.XIsNamed)
            evidence.Add(new LayoutEvidence("another column could be x as well", -0.12));
        if (!roles.XIsNamed && !paired && roles.X >= 2 && roles.LeftOut.Count >= 2)
            evidence.Add(new LayoutEvidence("the columns before it were left out, and it has no name of an x axis", -0.2));
        if (roles.HasRivalBefore)
            evidence.Add(new LayoutEvidence("a column before it rises or falls throughout as well", -0.25));
        if (rows < 10)
            evidence.Add(new LayoutEvidence("there are few rows", rows < 4 ? -0.2 : -0.08));
        var texts = values.Texts.Sum();
        if (texts > 0)
            evidence.Add(new LayoutEvidence("some cells that should be numbers are not", -0.15));
        if (survey.Coverage >= 0.999)
            evidence.Add(new LayoutEvidence("every cell of the rows is a number", 0.08));
        if (survey.Group.Sum(b => b.UnevenRows) > 0)
            evidence.Add(new LayoutEvidence("not all rows have the same number of cells", -0.05));
    }

    /// <summary>Notes the columns that were taken for errors: a spectrum among them would be missed.</summary>
    private static void NoteErrors(ColumnRoles roles, List<SpectralFileIssue> faults)
    {
        var left = roles.LeftOut.FindAll(column => column.Reason == ErrorWords.Reason);
        if (left.Count > 0)
        {
            faults.Add(new SpectralFileIssue(IssueSeverity.Information, "ColumnLeftOut", FormattableString.Invariant(
                $"{left.Count} columns were left out as the errors of another: {string.Join(", ", left.Take(5).Select(column => FormattableString.Invariant($"{column.Column} ('{column.Name}')")))}{(left.Count > 5 ? ", …" : "")}. State -YColumn to read them.")));
        }
    }

    /// <summary>Notes a line below the table that goes on with x but is no row: damage rather than a footer.</summary>
    private static void NoteRowBelow(TextDocument document, Dialect dialect, NumericBlock block, NumericColumn x, List<SpectralFileIssue> faults)
    {
        var below = block.LastLine + 1;
        if (below >= document.LineCount || document.IsBlank(below))
            return;
        var line = document.Line(below);
        var row = new RowCells(dialect);
        if (row.Split(line) != block.Columns || NumericCell.Classify(row.Cell(line, x.Number - 1), dialect.Mark, out var value) != CellKind.Number)
            return;
        var last = x.Values.LastOrDefault(v => !double.IsNaN(v), double.NaN);
        if ((value - last) * x.Direction > 0)
            faults.Add(new SpectralFileIssue(IssueSeverity.Warning, "ForeignLines", "The line below the table begins like a row and is none; the table was read up to there.", below + 1));
    }

    /// <summary>True where a tab stands in a row of another delimiter, and not behind one.</summary>
    private static bool HasTabWithinCell(ReadOnlySpan<byte> line, Dialect dialect)
    {
        line = line.Trim("\t "u8);
        var tab = line.IndexOf((byte)'\t');
        if (dialect.Delimiter is not (Delimiter.Comma or Delimiter.Semicolon or Delimiter.Pipe) || tab < 0)
            return false;
        return line[..tab].TrimEnd((byte)' ')[^1] != dialect.Separator;
    }

    /// <summary>True where short rows are filled up with delimiters, so that nothing is missing.</summary>
    private static bool HasTrailingSeparators(TextDocument document, NumericBlock block, Dialect dialect)
    {
        var line = document.Line(block.LastLine).TrimEnd((byte)' ');
        return line.Length > 0 && line[^1] == dialect.Separator;
    }

    /// <summary>How many rows at the top of the block are numbers that name the columns, or count them.</summary>
    private static int LeadingRowsThatAreNames(BlockValues values, List<NumericColumn> columns, HeaderNames names)
    {
        var roles = ColumnRoles.Decide(columns, names, values.Rows);
        if (roles.X < 0 || values.Rows < 4)
            return 0;
        var x = values.Columns[roles.X];
        var skip = 0;
        while (skip < 3 && skip + 3 < values.Rows && double.IsNaN(x[skip]) && values.Columns.Count(c => !double.IsNaN(c[skip])) >= Math.Max(2, values.Columns.Length - 1))
            skip++;
        return skip;
    }
}
