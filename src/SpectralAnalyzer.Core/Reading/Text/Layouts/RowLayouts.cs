using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>Proposes the layouts in which x stands in one line and each spectrum in a line of its own.</summary>
internal static class RowLayouts
{
    private const int FewestPoints = 8;
    private const int LinesTried = 400;
    private const double NearlyThroughout = 0.8;
    private const int FewestOfDetectors = 100;
    private const int MostCellsBefore = 10;
    private const double NearlyAll = 0.98;

    /// <summary>The proposal for a survey, or null.</summary>
    public static LayoutProposal? Propose(TextDocument document, Dialect dialect, int from, CancellationToken cancellationToken)
    {
        var row = new RowCells(dialect);
        for (var line = from; line < Math.Min(document.LineCount, from + LinesTried); line++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (document.Line(line).Length < 2 * FewestPoints || !FindAxis(document, document.Line(line), row, dialect, out var first, out var last, out var axis))
                continue;
            var spectra = SpectraBelow(document, row, dialect, line, first, last, cancellationToken, out var rowNumbers, out var skipped);
            if (spectra.Count == 0)
                continue;
            return Weigh(document, dialect, row, line, first, last, axis, spectra, rowNumbers, skipped);
        }

        return null;
    }

    private static bool FindAxis(TextDocument document, ReadOnlySpan<byte> line, RowCells row, Dialect dialect, out int first, out int last, out NumericColumn axis)
    {
        first = last = 0;
        axis = null!;
        var cells = row.Split(line);
        if (cells < FewestPoints)
            return false;
        if (FindOverlappingAxis(line, row, cells, dialect, out first, out last, out axis))
            return true;
        var best = new List<double>();
        var run = new List<double>();
        int runStart = 0, direction = 0;
        NumberInName? named = null;
        for (var i = 0; i <= cells; i++)
        {
            var value = double.NaN;
            var isNumber = i < cells && IsAxisCell(document, row.Cell(line, i), dialect, ref named, out value);
            var way = isNumber && run.Count > 0 ? Math.Sign(value - run[^1]) : 0;
            if (isNumber && (run.Count == 0 || (way != 0 && (direction == 0 || way == direction))))
            {
                if (run.Count == 0)
                    runStart = i;
                else
                    direction = way;
                run.Add(value);
                continue;
            }

            if (run.Count > best.Count)
            {
                best = run;
                first = runStart;
                last = i - 1;
            }

            run = isNumber ? [value] : [];
            runStart = i;
            direction = 0;
        }

        if (best.Count < FewestPoints)
            return false;
        axis = NumericColumn.Of(0, [.. best]);
        var numbers = 0;
        for (var i = 0; i < cells; i++)
        {
            if (NumericCell.Classify(row.Cell(line, i), dialect.Mark, out _) == CellKind.Number)
                numbers++;
        }

        // names that are only numbered (Sample 1, Sample 2 …) are no axis
        var isNumbered = named is { StatesUnit: false } && (best.Count < 20 || axis.Min < 100 || axis.IsRowNumber);
        return best.Count >= 0.9 * numbers - 3 && !(numbers < best.Count / 2 && isNumbered);
    }

    /// <summary>An axis of several detectors, whose ranges overlap: it goes back a few times.</summary>
    private static bool FindOverlappingAxis(
        ReadOnlySpan<byte> line, RowCells row, int cells, Dialect dialect, out int first, out int last, out NumericColumn axis)
    {
        axis = null!;
        var values = new List<double>();
        last = cells - 1;
        for (first = last + 1; first > 0 && NumericCell.Classify(row.Cell(line, first - 1), dialect.Mark, out var value) == CellKind.Number; first--)
            values.Add(value);
        if (values.Count < FewestOfDetectors || first > MostCellsBefore)
            return false;
        values.Reverse();
        axis = NumericColumn.Of(0, [.. values]);
        return axis.MonotoneShare is >= NearlyAll and < 1;
    }

    /// <summary>A number, or a number within a name whose other letters are those of the names before.</summary>
    private static bool IsAxisCell(TextDocument document, ReadOnlySpan<byte> cell, Dialect dialect, ref NumberInName? named, out double value)
    {
        if (NumericCell.Classify(cell, dialect.Mark, out value) == CellKind.Number)
            return true;
        if (dialect.Delimiter == Delimiter.Blanks || cell.Length > 24 || !NumberInName.TryRead(document, cell, dialect.Mark, out var found))
            return false;
        value = found.Value;
        if (named is { } other && (other.Before != found.Before || other.After != found.After))
            return false;
        named = found;
        return true;
    }

    private static List<int> SpectraBelow(
        TextDocument document, RowCells row, Dialect dialect, int axisLine, int first, int last,
        CancellationToken cancellationToken, out bool rowNumbers, out int skipped)
    {
        var spectra = new List<int>();
        rowNumbers = first > 0;
        skipped = 0;
        var points = last - first + 1;
        for (var i = axisLine + 1; i < document.LineCount; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = document.Line(i);
            if (line.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0)
                continue;
            var cells = row.Split(line);
            int numbers = 0, texts = 0;
            for (var c = first; c <= Math.Min(last, cells - 1); c++)
            {
                switch (NumericCell.Classify(row.Cell(line, c), dialect.Mark, out _))
                {
                    case CellKind.Number:
                        numbers++;
                        break;
                    case CellKind.Text:
                        texts++;
                        break;
                }
            }

            if (texts > 0 || numbers < 0.5 * points)
            {
                skipped++;
                if (spectra.Count == 0 && skipped > 4)
                    break;
                continue;
            }

            if (first > 0)
                rowNumbers &= NumericCell.Classify(row.Cell(line, 0), dialect.Mark, out var id) == CellKind.Number && (id == spectra.Count || id == spectra.Count + 1);
            spectra.Add(i);
        }

        rowNumbers &= spectra.Count > 1;
        return spectra;
    }

    private static LayoutProposal Weigh(
        TextDocument document, Dialect dialect, RowCells row, int line, int first, int last, NumericColumn axis,
        List<int> spectra, bool rowNumbers, int skipped)
    {
        var points = last - first + 1;
        var layout = new TableLayout
        {
            Encoding = document.EncodingName,
            Delimiter = dialect.Delimiter,
            DecimalMark = dialect.Mark,
            Arrangement = TableArrangement.Rows,
            HeaderLine = null,
            XLine = line + 1,
            FirstXCell = first + 1,
            LastXCell = last + 1,
            XColumn = null,
            FirstDataLine = spectra[0] + 1,
            LastDataLine = spectra[^1] + 1,
            Blocks = [new TableBlock(spectra[0] + 1, spectra[^1] + 1)],
            YColumns = [.. spectra.Select(s => s + 1)],
        };
        var evidence = new List<LayoutEvidence>
        {
            new(
                FormattableString.Invariant($"line {line + 1} holds {points} numbers that {(axis.Direction > 0 ? "rise" : "fall")} {(axis.MonotoneShare < 1 ? "nearly " : "")}throughout"),
                points >= 30 ? 0.55 : 0.4),
            new(FormattableString.Invariant($"{spectra.Count} lines below have numbers in the same cells"), 0.15),
        };
        if (axis.IsRowNumber)
            evidence.Add(new LayoutEvidence("they only number the columns", -0.35));
        if (IsWithinTable(document, dialect, row, line))
            evidence.Add(new LayoutEvidence("the line above has numbers in the same cells, so it is one row of many", -0.45));
        var firstIsAxis = FirstColumnIsAxis(document, dialect, row, first > 0 ? spectra : [line, .. spectra]);
        if (!firstIsAxis || rowNumbers)
            evidence.Add(new LayoutEvidence("the first column is no x axis", 0.22));
        else if (points >= 4 * spectra.Count)
            evidence.Add(new LayoutEvidence("the line is much longer than there are lines below, though the first column rises or falls too", 0.15));
        else if (points > spectra.Count)
            evidence.Add(new LayoutEvidence("the first column rises or falls as well", -0.05));
        else
            evidence.Add(new LayoutEvidence("the first column rises or falls as well, and is longer", -0.45));
        var corner = first > 0 ? document.Decode(FirstText(document.Line(line), row)) : "";
        if (AxisWords.Read(corner).Quantity is not AxisQuantity.None)
            evidence.Add(new LayoutEvidence($"the cell before them, '{corner}', names an x axis", 0.1));
        if (axis.IsEven)
            evidence.Add(new LayoutEvidence("their steps are even", 0.05));
        if (rowNumbers)
            evidence.Add(new LayoutEvidence("the first cells number the lines", 0.08));
        if (skipped > 0)
            evidence.Add(new LayoutEvidence("some lines below are no spectra", -0.03));
        return new LayoutProposal(layout, evidence, []) { RulesOutColumns = !axis.IsRowNumber && (!firstIsAxis || rowNumbers || points > spectra.Count) };
    }

    private static bool IsWithinTable(TextDocument document, Dialect dialect, RowCells row, int line)
    {
        var above = line - 1;
        while (above >= 0 && document.IsBlank(above))
            above--;
        if (above < 0)
            return false;
        var one = LineShape.Of(document.Line(above), row, dialect);
        var two = LineShape.Of(document.Line(line), row, dialect);
        return one.Texts == 0 && two.Texts == 0 && one.Numbers == two.Numbers && one.NumberMask == two.NumberMask;
    }

    private static ReadOnlySpan<byte> FirstText(ReadOnlySpan<byte> line, RowCells row)
    {
        row.Split(line);
        return row.Cell(line, 0);
    }

    private static bool FirstColumnIsAxis(TextDocument document, Dialect dialect, RowCells row, List<int> spectra)
    {
        if (spectra.Count < 3)
            return false;
        var values = new List<double>(spectra.Count);
        foreach (var index in spectra)
        {
            var line = document.Line(index);
            row.Split(line);
            if (NumericCell.Classify(row.Cell(line, 0), dialect.Mark, out var value) == CellKind.Number)
                values.Add(value);
        }

        // a second line of names may stand between the x line and the spectra
        return values.Count >= spectra.Count - 2 && values.Count >= 3 && NumericColumn.Of(0, [.. values]).MonotoneShare >= NearlyThroughout;
    }
}
