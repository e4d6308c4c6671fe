using SpectralAnalyzer.Core.Reading.Text.Checks;
using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>The main block of a survey as a table of columns: its names and numbers, and which column is what.</summary>
internal sealed class ColumnTable
{
    private const int MostRowsRead = 20_000;

    private readonly DialectSurvey _survey;
    private readonly StatedColumns _stated;
    private readonly int _rows;
    private readonly int _firstLine;
    private int _lineWithoutX = -1;

    private ColumnTable(
        DialectSurvey survey, StatedColumns stated, BlockValues values, int namedRows, List<NumericColumn> columns,
        HeaderNames names)
    {
        (_survey, _stated, Values, Columns, Names) = (survey, stated, values, columns, names);
        _rows = values.Rows - namedRows;
        _firstLine = values.Lines[namedRows];
        Pairs = stated.X is null && stated.Y is null ? ColumnPairs.Find(columns, names) : null;
        HasAttenuator = columns.Count == 3 && survey.Text.LineAbove(_firstLine) is >= 0 and var above
            && survey.Text.Line(above).Trim(" \t"u8).SequenceEqual("*RAS_INT_START"u8);
        var reason = HasAttenuator ? "it holds the factors of the attenuator"
            : ErrorWords.AreInThirdColumn(columns, names, survey.Text.Document.Extension) ? ErrorWords.Reason : null;
        Roles = ColumnRoles.Decide(columns, names, _rows, stated, reason);
    }

    internal BlockValues Values { get; }

    /// <summary>Gets the columns with numbers.</summary>
    internal List<NumericColumn> Columns { get; }

    internal HeaderNames Names { get; }

    internal ColumnRoles Roles { get; }

    /// <summary>Gets whether the last column holds the factors of an attenuator, as in Rigaku RAS.</summary>
    internal bool HasAttenuator { get; }

    /// <summary>Gets the 1-based columns of each pair, where every spectrum has an x column of its own; else null.</summary>
    internal List<(int X, int Y)>? Pairs { get; }

    /// <summary>Reads the main block; null where it is not a table with x and y.</summary>
    /// <exception cref="SpectralException">A column that the user states is not there.</exception>
    internal static ColumnTable? Find(DialectSurvey survey, ReadOptions options, CancellationToken cancellationToken)
    {
        var (text, main) = (survey.Text, survey.Main);
        if (main.Columns is < 2 or > LayoutLimits.MostColumns)
            return null;
        var numeric = Enumerable.Range(0, main.Columns).Where(c => c >= 64 || (main.NumberMask >> c & 1) == 1).ToList();
        if (numeric.Count < 2)
            return null;
        var values = BlockValues.Read(
            text, main.FirstLine, main.LastLine, survey.Skipped, numeric, MostRowsRead, cancellationToken);
        var columns = numeric.Select((c, k) => new NumericColumn(c + 1, values.Columns[k])).ToList();
        var names = HeaderNames.Above(text, main.FirstLine, main.Columns, options.SkipLines ?? 0);
        var doubtful = -1;
        var namedRows = LeadingRowsThatAreNames(values, columns, names);
        if (namedRows > 0)
        {
            var like = Enumerable.Range(0, namedRows).FirstOrDefault(r => IsLikeRowsBelow(values, r, namedRows), -1);
            if (like >= 0)
                doubtful = values.Lines[like];
            columns = numeric.Select((c, k) => new NumericColumn(c + 1, values.Columns[k][namedRows..])).ToList();
            if (!names.Exist)
                names = HeaderNames.At(text, values.Lines[namedRows - 1], main.Columns);
        }

        if (values.Rows - namedRows < 1)
            return null;
        var table = new ColumnTable(survey, StatedColumns.Find(options, names, main.Columns), values, namedRows, columns, names)
        {
            _lineWithoutX = doubtful,
        };
        return table.Roles.X < 0 || (table.Pairs is null && table.Roles.Y.Count == 0) ? null : table;
    }

    /// <summary>Proposes the table as a layout, which the kind of layout completes.</summary>
    internal LayoutProposal Propose(TableArrangement arrangement, Func<TableLayout, TableLayout> complete)
    {
        var issues = new List<SpectralFileIssue>();
        foreach (var block in _survey.Group)
            TableChecks.Check(block, block.RawColumns > block.Columns || EndsWithSeparator(block), issues);
        var blocks = _survey.Group
            .Select(b => new TableBlock((ReferenceEquals(b, _survey.Main) ? _firstLine : b.FirstLine) + 1, b.LastLine + 1))
            .OrderBy(b => b.FirstLine).ToList();
        var evidence = new List<LayoutEvidence>();
        if (_survey.RowsInOtherDialects.Count > 0)
            evidence.Add(_survey.HasRowsIn(Delimiter.Blanks) ? Evidence.RowsBetweenBlanks : Evidence.RowsInOtherDialects);
        RowsBeside.CheckOtherDialects(_survey, issues);
        if (_lineWithoutX >= 0)
        {
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Warning, SpectralIssueIds.MissingValues, "A row without x was left out.", _lineWithoutX + 1));
        }

        if (_stated.X is not null)
            evidence.Add(Evidence.XStated);
        DecimalMarks.Weigh(_survey.Text, _survey.Main, Names, evidence);
        Weigh(evidence);
        int? headerLine = Names.Line < 0 ? null : Names.Line + 1;
        var proposed = complete(_survey.Text.NewLayout(arrangement, blocks) with { HeaderLine = headerLine });
        return new LayoutProposal(_survey.Text, proposed, evidence, issues) { Values = Values, Skipped = _survey.Skipped };
    }

    /// <summary>Adds an issue for each line beside the blocks that may be a row of them.</summary>
    internal void CheckRowsBeside(List<SpectralFileIssue> issues) =>
        RowsBeside.Check(_survey, Names, Columns[Roles.X], issues);

    private void Weigh(List<LayoutEvidence> evidence)
    {
        var (text, main) = (_survey.Text, _survey.Main);
        var x = Columns[Roles.X];
        var isPaired = Pairs is not null;
        evidence.Add(Evidence.Rows(_rows, Columns.Count, text.Dialect, _survey.Quality));
        if (x.MonotoneShare >= 1 || ScanStarts.Find(x.Numbers).Count > 1)
            evidence.Add(Evidence.XMonotone(x.Number, x.Direction, _rows));
        else if (x.IsMonotone)
            evidence.Add(Evidence.XNearlyMonotone(x.Number, x.Direction));
        else
            evidence.Add(Evidence.NoMonotoneColumn);
        if (Roles.XIsNamed)
            evidence.Add(Evidence.XNamed);
        else if (Roles.X == 0)
            evidence.Add(Evidence.XFirst);
        else if (!isPaired && _stated.X is null)
            evidence.Add(Evidence.XNotFirst);
        if (x.IsEven)
            evidence.Add(Evidence.EvenSteps);
        if (text.Dialect.Delimiter == Delimiter.Blanks && text.Line(main.FirstLine).Trim("\t "u8).Contains((byte)'\t'))
            evidence.Add(Evidence.TabBetweenCells);
        if (HasTabInCell(text.Line(main.FirstLine)))
            evidence.Add(Evidence.TabInCell);
        if (Roles.XScore - Roles.RunnerUpScore < 0.5 && !isPaired && !Roles.XIsNamed)
            evidence.Add(CountsBesideOther(x) ? Evidence.OtherXThanCount : Evidence.OtherX);
        if (!Roles.XIsNamed && !isPaired && Roles.X >= 2 && Roles.LeftOut.Count >= 2)
            evidence.Add(Evidence.XBehindLeftOut);
        if (Roles.HasOtherXBefore)
            evidence.Add(Evidence.MonotoneBeforeX);
        if (_rows < 10)
            evidence.Add(Evidence.FewRows(_rows));
        if (Values.Texts.Sum() > 0)
            evidence.Add(Evidence.TextInRows);
        if (_survey.Coverage >= 0.999)
            evidence.Add(Evidence.AllNumbers);
        if (_survey.Group.Sum(b => b.UnevenRows) > 0)
            evidence.Add(Evidence.UnevenRows);
    }

    /// <summary>Returns true where x counts on by one as an index does, and one of several others could be x.</summary>
    private bool CountsBesideOther(NumericColumn x) =>
        !Names.Exist && Columns.Count >= 3 && Columns.Count(column => column.MonotoneShare >= 1) == 2
        && x is { MonotoneShare: >= 1, MedianStep: 1 } && x.Max - x.Min == x.Count - 1 && x.Min == Math.Floor(x.Min);

    /// <summary>Returns true where a tab stands in a row of another delimiter, and not behind that delimiter.</summary>
    private bool HasTabInCell(ReadOnlySpan<byte> line)
    {
        var dialect = _survey.Text.Dialect;
        line = line.Trim("\t "u8);
        var tab = line.IndexOf((byte)'\t');
        return dialect.Delimiter is Delimiter.Comma or Delimiter.Semicolon or Delimiter.Pipe && tab >= 0
            && line[..tab].TrimEnd((byte)' ')[^1] != dialect.Separator;
    }

    /// <summary>Returns true where short rows are filled up with delimiters, so that nothing is missing.</summary>
    private bool EndsWithSeparator(NumericBlock block)
    {
        var line = _survey.Text.Line(block.LastLine).TrimEnd((byte)' ');
        return _survey.Text.Dialect.Separator is var separator and not 0 && line.Length > 0 && line[^1] == separator;
    }

    /// <summary>
    /// Returns true where the numbers of a first row without x are like those below it, and neither rise nor fall as names do: it
    /// may be a damaged row.
    /// </summary>
    private static bool IsLikeRowsBelow(BlockValues values, int row, int namedRows)
    {
        var across = new List<double>();
        foreach (var column in values.Columns)
        {
            if (double.IsNaN(column[row]))
                continue;
            var below = column.Skip(namedRows).Where(v => !double.IsNaN(v)).DefaultIfEmpty().ToList();
            double low = below.Min(), high = below.Max(), slack = 0.1 * (high - low);
            if (column[row] < low - slack || column[row] > high + slack)
                return false;
            across.Add(column[row]);
        }

        return across.Count > 0
            && (across.Count < 3 || new NumericColumn(0, [.. across]) is { IsMonotone: false, IsConstant: false });
    }

    /// <summary>Returns how many rows at the top of the block are numbers that name the columns, or count them.</summary>
    private static int LeadingRowsThatAreNames(BlockValues values, List<NumericColumn> columns, HeaderNames names)
    {
        var roles = ColumnRoles.Decide(columns, names, values.Rows);
        if (roles.X < 0 || values.Rows < 4)
            return 0;
        var x = values.Columns[roles.X];
        var skip = 0;
        while (skip < 3 && skip + 3 < values.Rows && double.IsNaN(x[skip]) && values.FirstMissingLine != values.Lines[skip]
            && values.Columns.Count(c => !double.IsNaN(c[skip])) >= Math.Max(2, values.Columns.Length - 1))
            skip++;
        return skip;
    }
}
