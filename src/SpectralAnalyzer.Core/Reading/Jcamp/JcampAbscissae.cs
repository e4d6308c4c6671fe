using System.Globalization;

namespace SpectralAnalyzer.Core.Reading.Jcamp;

/// <summary>
/// The x values of an (X++(Y..Y)) table: from the first and last x of the header, compared with the abscissa of every line.
/// </summary>
internal sealed class JcampAbscissae
{
    private JcampVariable _x;
    private readonly AsdfTable _table;
    private readonly int _line;
    private readonly ReadingChecks _checks;
    private readonly int _count;
    private double _factor;

    /// <summary>The abscissae of a table.</summary>
    public JcampAbscissae(JcampVariable x, AsdfTable table, int line, ReadingChecks checks)
    {
        _x = x;
        _table = table;
        _line = line;
        _checks = checks;
        _count = table.Ordinates.Count;
        _factor = x.Factor;
    }

    /// <summary>The x values, in the file's order.</summary>
    /// <exception cref="SpectralException">The step is not known, or lines are missing or damaged.</exception>
    public double[] Values()
    {
        var linesCount = FitsFirst();
        if (linesCount && Listed() is { } listed)
            return listed;
        var first = _x.First?.Value ?? _table.Lines[0].Abscissa * _factor;
        if (_x.First is null)
            _checks.Assume("The first x is taken from the first line of the table.");
        var (step, last) = Step(first, linesCount);
        if (linesCount)
            CheckLines(first, step);
        if (_count > 1 && step == 0)
            throw Fault(SpectralErrorIds.NoStep, "the step of x is zero", _line);
        var values = new double[_count];
        for (var i = 0; i < _count; i++)
            values[i] = first + i * step;
        if (last is { } end)
            values[^1] = end;
        return values;
    }

    private bool FitsFirst()
    {
        if (_x.First is not { } first)
            return true;
        var line = _table.Lines[0];
        if (Fits(_factor))
            return true;
        if (_factor != 1 && Fits(1))
        {
            _factor = 1;
            _checks.Inform(SpectralIssueIds.AbscissaeUnscaled, "The abscissae of the lines are written without XFACTOR.",
                line.Number);
            return true;
        }

        if (_x.Last is { } last && last.Agrees(line.Abscissa * _factor, 1.001 * line.Unit * Math.Abs(_factor)))
        {
            _checks.Fail(SpectralIssueIds.FirstXMismatch,
                "The table begins with the x that the file states as the last: first and last x are taken the other way round.",
                line.Number);
            _x = _x with { First = last, Last = first };
            return true;
        }

        _checks.Fail(
            SpectralIssueIds.FirstXMismatch,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The file states {first.Value} as the first x; the first line begins with "
                + $"{line.Abscissa * _factor}. The stated one is used."),
            line.Number);
        return false;

        bool Fits(double factor) => first.Agrees(line.Abscissa * factor, 1.001 * line.Unit * Math.Abs(factor));
    }

    // a line for every point lists x; where that is not the even x rounded to the digits that are listed, what is listed is right
    private double[]? Listed()
    {
        if (_table.Lines.Count != _count || _count < 3 || _x.Count is { } stated && stated != _count)
            return null;
        var listed = _table.Lines.Select(line => line.Abscissa * _factor).ToArray();
        var step = (listed[^1] - listed[0]) / (_count - 1);
        bool isEven = true, isRounded = true;
        for (var i = 1; i < _count; i++)
        {
            if (Math.Sign(listed[i] - listed[i - 1]) != Math.Sign(step))
                return null;
            var deviation = Math.Abs(listed[i] - (i == _count - 1 ? listed[i] : listed[0] + i * step));
            isEven &= deviation <= Tolerance(_table.Lines[i], 0) + 0.01 * Math.Abs(step);
            isRounded &= deviation <= 1.001 * _table.Lines[i].Unit * Math.Abs(_factor);
        }

        if (isRounded || _x.Last is { } last && !last.Agrees(listed[^1], 1.001 * _table.Lines[^1].Unit * Math.Abs(_factor)))
            return null;
        if (isEven)
        {
            _checks.Pass("The x of each line, which is listed with more digits than the steps are even to, is used.");
            return listed;
        }

        _checks.Fail(SpectralIssueIds.UnevenX,
            "The table is said to have even x and lists uneven ones, a line for every point; the listed ones are used.",
            _table.Lines[0].Number);
        return listed;
    }

    // x of the points between the ends is FIRSTX + i (LASTX − FIRSTX) / (NPOINTS − 1); DELTAX is rounded and serves only where
    // one of them is missing
    private (double Step, double? Last) Step(double first, bool linesCount)
    {
        if (_count == 1)
            return (0, null);
        if (_x.Last is { } last && (_x.Count is null || _x.Count == _count))
        {
            var step = (last.Value - first) / (_count - 1);
            if (_x.Delta is { Value: not 0 } delta)
            {
                if (Math.Abs(Math.Abs(delta.Value) - Math.Abs(step)) <= 1.001 * delta.Unit + 1e-3 * Math.Abs(step))
                    _checks.Pass("First x, last x, number of points and step agree.");
                else
                    _checks.Fail(SpectralIssueIds.StepMismatch,
                        string.Create(
                        CultureInfo.InvariantCulture,
                        $"The file states a step of {delta.Value}; first and last x and the number of points "
                        + $"give {step}, which is used."), _line);
            }

            return (step, last.Value);
        }

        var candidates = new List<double>();
        if (_x.Delta is { Value: not 0 } stated)
            candidates.Add(_x.Last is { } end && Math.Sign(end.Value - first) == -Math.Sign(stated.Value)
                ? -stated.Value
                : stated.Value);
        if (_x.Last is { } to && _x.Count is > 1)
            candidates.Add((to.Value - first) / (_x.Count.Value - 1));
        if (_x.Last is { } whole)
            candidates.Add((whole.Value - first) / (_count - 1));
        if (linesCount && _table.Lines[^1].Place > 0)
            candidates.Add((_table.Lines[^1].Abscissa - _table.Lines[0].Abscissa) * _factor / _table.Lines[^1].Place);
        if (candidates.Count == 0)
            throw Fault(SpectralErrorIds.NoStep, "neither LASTX nor DELTAX states the step of x", _line);
        var chosen = linesCount ? candidates.MinBy(step => Rank(first, step)) : candidates[0];
        if (_x.Count is null)
            _checks.Assume("The step of x is taken from DELTAX or the table's lines.");
        return (chosen, null);
    }

    private int Rank(double first, double step) =>
        _table.Lines.Count(line => Deviation(line, first, step) > Tolerance(line, step));

    private void CheckLines(double first, double step)
    {
        int off = 0, far = 0;
        AsdfLine? firstOff = null, firstFar = null;
        foreach (var line in _table.Lines)
        {
            var deviation = Deviation(line, first, step);
            var tolerance = Tolerance(line, step);
            if (deviation <= tolerance)
                continue;
            off++;
            firstOff ??= line;
            if (deviation <= tolerance + 1.01 * Math.Abs(step))
                continue;
            far++;
            firstFar ??= line;
        }

        if (off == 0)
        {
            _checks.Pass(Invariant($"The abscissae of all {_table.Lines.Count} lines agree with the step."));
        }
        else if (far == 0)
        {
            _checks.Fail(
                SpectralIssueIds.AbscissaCheck,
                Invariant($"The abscissae of {off} of {_table.Lines.Count} lines are off by up to one point."),
                firstOff!.Value.Number);
        }
        else if (far < 0.9 * (_table.Lines.Count - 1) || _x.Count != _count)
        {
            var line = firstFar!.Value;
            throw Fault(
                SpectralErrorIds.AbscissaCheck,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the line begins with x = {line.Abscissa * _factor}, where {first + line.Place * step:G9} is due: "
                    + $"lines are missing or damaged"),
                line.Number);
        }
        else
        {
            _checks.Fail(
                SpectralIssueIds.AbscissaCheck,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The abscissae of {far} of {_table.Lines.Count} lines do not agree with first x, last x and "
                    + $"number of points, which are used."),
                firstFar!.Value.Number,
                atMost: 0.7);
        }
    }

    private double Deviation(AsdfLine line, double first, double step) =>
        Math.Abs(line.Abscissa * _factor - (first + line.Place * step));

    private double Tolerance(AsdfLine line, double step) =>
        1.001 * line.Unit * Math.Abs(_factor) + 0.5 * Math.Abs(step) + 1e-9 * Math.Abs(line.Abscissa * _factor);

    private static SpectralException Fault(string id, string what, int line) => new(
        id,
        SpectralErrorCategory.InvalidData,
        $"The JCAMP-DX table cannot be trusted: {what}.",
        "Export the file again.",
        line);
}
