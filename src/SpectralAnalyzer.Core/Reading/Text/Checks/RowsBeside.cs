using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>Adds issues for lines beside the blocks of a table that may be rows of it, and are not read.</summary>
internal static class RowsBeside
{
    private const int LinesLookedAt = 3;
    private const int MostBlocks = 100;
    private const int MostBlankLines = 50;
    private const string LeftOut = "The line beside the table looks like a row but is not one of it; it was left out.";

    /// <summary>Checks the lines above and below the first blocks, and the lines between them.</summary>
    internal static void Check(DialectSurvey survey, HeaderNames names, NumericColumn x, List<SpectralFileIssue> issues)
    {
        var blocks = survey.Group.Take(MostBlocks).ToList();
        for (var b = 0; b < blocks.Count; b++)
        {
            var after = b == 0 ? -1 : blocks[b - 1].LastLine;
            var before = b + 1 < blocks.Count ? blocks[b + 1].FirstLine : survey.Text.LineCount;
            foreach (var line in EdgeRows.Find(survey.Text, blocks[b], names, x.Number - 1, after, before))
            {
                if (!issues.Exists(i => i.Line == line + 1))
                    Warn(issues, line, LeftOut);
            }

            foreach (var line in Suspects(survey.Text, blocks[b], names))
                Add(survey, line, issues);
            CheckBlankLines(survey.Text, blocks[b], issues);
            if (b > 0)
                CheckInterruption(survey.Text, blocks[b - 1], blocks[b], blocks.Count == 2, issues);
        }

        CheckLineBelow(survey, x, issues);
    }

    /// <summary>Checks the rows that are written another way.</summary>
    internal static void CheckOtherDialects(DialectSurvey survey, List<SpectralFileIssue> issues)
    {
        var rows = survey.RowsInOtherDialects;
        var outside = rows.FindIndex(row => !IsWithin(survey, row.Line));
        if (outside >= 0)
        {
            Warn(issues, rows[outside].Line,
                $"The line is a row of the table that is written another way ({rows[outside].Dialect}); it was left out.");
        }
    }

    private static IEnumerable<int> Suspects(DelimitedText text, NumericBlock block, HeaderNames names)
    {
        int above = text.LineAbove(block.FirstLine), below = text.LineBelow(block.LastLine);
        if (above >= 0 && above != names.Line
            && (OtherGrammar.IsNearlyRow(text, above) || OtherGrammar.IsBeginningOfX(text, block, above)))
            yield return above;
        if (below >= 0 && (OtherGrammar.IsNearlyRow(text, below) || OtherGrammar.Find(text, below, block.Columns) is not null
            || (below == block.LastLine + 1 && block.Columns > 1 && text.ShapeOf(below) is { RawCells: 1, Numbers: 1 })))
            yield return below;
        for (int line = text.LineAbove(above), n = 0; line >= 0 && n < LinesLookedAt; line = text.LineAbove(line), n++)
        {
            if (OtherGrammar.Continues(text, block, line))
                yield return line;
        }
    }

    private static void Add(DialectSurvey survey, int line, List<SpectralFileIssue> issues)
    {
        if (issues.Exists(i => i.Line == line + 1) || IsWithin(survey, line))
            return;
        if (survey.Text.ShapeOf(line) is { Missing: > 0, Numbers: 0 })
            issues.Add(new SpectralFileIssue(IssueSeverity.Information, SpectralIssueIds.MissingValues, LeftOut, line + 1));
        else
            Warn(issues, line, LeftOut);
    }

    /// <summary>Adds an issue where words stand between two blocks that are one table.</summary>
    private static void CheckInterruption(
        DelimitedText text, NumericBlock one, NumericBlock two, bool areTwo, List<SpectralFileIssue> issues)
    {
        // a remark cuts one table in two; scans and regions have more words above them, or are more
        if ((OtherGrammar.Continues(text, two, one.LastLine)
                || (areTwo && two.FirstLine - one.LastLine <= LinesLookedAt + 1 && GoesOn(text, one, two)))
            && HeaderNames.Above(text, two.FirstLine, two.Columns, one.LastLine + 1).All
                .All(name => AxisWords.Read(name).Quantity == AxisQuantity.None))
        {
            Warn(issues, text.LineBelow(one.LastLine),
                "Lines of words interrupt the table here; the rows below them were read as a spectrum of their own.");
        }
    }

    /// <summary>Returns true where x of the second block begins beyond the first, and goes the same way.</summary>
    private static bool GoesOn(DelimitedText text, NumericBlock one, NumericBlock two)
    {
        double from = FirstNumber(text, one.FirstLine), to = FirstNumber(text, one.LastLine);
        double first = FirstNumber(text, two.FirstLine), last = FirstNumber(text, two.LastLine);
        return (to - from) * (first - to) > 0 && (first - to) * (last - first) > 0;
    }

    /// <summary>Adds an issue for a blank line in the place of a row: x steps over it twice as far as before and after.</summary>
    private static void CheckBlankLines(DelimitedText text, NumericBlock block, List<SpectralFileIssue> issues)
    {
        var blank = block.LastLine - block.FirstLine + 1 - block.Rows - block.ForeignLines.Count;
        if (blank is <= 0 or > MostBlankLines || block.Columns < 2)
            return;
        for (var line = block.FirstLine + 1; line < block.LastLine; line++)
        {
            if (!text.IsBlank(line))
                continue;
            int above = text.LineAbove(line), below = text.LineBelow(line);
            double before = FirstNumber(text, above) - FirstNumber(text, text.LineAbove(above)),
                across = FirstNumber(text, below) - FirstNumber(text, above),
                next = FirstNumber(text, text.LineBelow(below)) - FirstNumber(text, below);
            if ((across / before is > 1.5 and < 2.5 || double.IsNaN(before)) && across / next is > 1.5 and < 2.5)
                Warn(issues, line, "x steps over this blank line twice as far as over others; a row may be missing.");
        }
    }

    private static double FirstNumber(DelimitedText text, int line) =>
        line >= 0 && text.Split(line).IsNumber(0, out var value) ? value : double.NaN;

    /// <summary>Adds an issue for a line below the table that continues x but is not a row: damage, not a footer.</summary>
    private static void CheckLineBelow(DialectSurvey survey, NumericColumn x, List<SpectralFileIssue> issues)
    {
        var (text, below) = (survey.Text, survey.Main.LastLine + 1);
        if (below >= text.LineCount || text.IsBlank(below) || issues.Exists(i => i.Line == below + 1))
            return;
        var row = text.Split(below);
        if (row.Count != survey.Main.Columns || !row.IsNumber(x.Number - 1, out var value))
            return;
        var last = x.Values.LastOrDefault(v => !double.IsNaN(v), double.NaN);
        if ((value - last) * x.Direction > 0)
            Warn(issues, below, "The line below the table begins like a row but is not one; the table was read up to there.");
    }

    private static bool IsWithin(DialectSurvey survey, int line) =>
        survey.Group.Exists(block => line >= block.FirstLine && line <= block.LastLine);

    private static void Warn(List<SpectralFileIssue> issues, int line, string message) =>
        issues.Add(new SpectralFileIssue(IssueSeverity.Warning, SpectralIssueIds.ForeignLines, message, line + 1));
}
