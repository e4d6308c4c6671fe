using System.Globalization;

namespace SpectralAnalyzer.Core.Reading.Jcamp;

/// <summary>Reads the points of one table and holds them against what the header says.</summary>
internal sealed class JcampPoints
{
    private readonly JcampText _text;
    private readonly JcampRecord _record;
    private readonly DecimalMark _mark;
    private readonly ReadingChecks _checks;
    private readonly int _line;

    /// <summary>A reader of a table.</summary>
    public JcampPoints(JcampText text, JcampRecord record, DecimalMark mark, ReadingChecks checks)
    {
        _text = text;
        _record = record;
        _mark = mark;
        _checks = checks;
        _line = record.Line + 1;
    }

    /// <summary>Reads a table whose x follows from its first value and a step.</summary>
    /// <exception cref="SpectralException">The table is damaged.</exception>
    public (double[] X, double[] Y) Stepped(JcampVariable x, JcampVariable y, CancellationToken cancellationToken)
    {
        var table = Decode(x.Count, cancellationToken);
        if (table.Ordinates.Count == 0)
            throw Empty();
        CheckDifferences(table);
        CheckCount(x.Count, table.Ordinates.Count);
        var xs = new JcampAbscissae(x, table, _line, _checks).Values();
        var ys = new double[table.Ordinates.Count];
        for (var i = 0; i < ys.Length; i++)
            ys[i] = table.Ordinates[i] * y.Factor;
        new JcampOrdinates(y, _line, _checks).Check(ys, isFactorRequired: true);
        return (xs, ys);
    }

    /// <summary>Reads a table that lists x and y.</summary>
    /// <exception cref="SpectralException">The table is damaged.</exception>
    public (double[] X, double[] Y) Listed(JcampTable form, JcampVariable x, JcampVariable y, CancellationToken cancellationToken)
    {
        var isCurve = _record.Name is "XYPOINTS" or "XYDATA" or "RADATA";
        var (xs, ys) = List(_mark);
        if (x.Count is { } count && xs.Count != count && _mark == DecimalMark.Point && TryList(DecimalMark.Comma) is { } other
            && other.X.Count == count)
        {
            _checks.Assume("The points are as many as stated only where a comma is taken as the decimal mark.", 0.05);
            (xs, ys) = other;
        }

        if (xs.Count == 0)
            throw Empty();
        CheckCount(x.Count, xs.Count);
        var (xFactor, yFactor) = (x.Factor, y.Factor);
        if (xFactor != 1 && x.First is { } first && first.Agrees(xs[0]) && !first.Agrees(xs[0] * xFactor))
        {
            _checks.Warn(SpectralIssueIds.FactorIgnored,
                "FIRSTX is the first x as written: the factors of the header are not applied to the listed points.", _line);
            (xFactor, yFactor) = (1, 1);
        }

        var values = (X: new double[xs.Count], Y: new double[xs.Count]);
        for (var i = 0; i < xs.Count; i++)
            (values.X[i], values.Y[i]) = (xs[i] * xFactor, ys[i] * yFactor);
        CheckEnds(x, values.X);
        new JcampOrdinates(y with { Factor = yFactor }, _line, _checks)
            .Check(values.Y, isFactorRequired: isCurve && ys.TrueForAll(value => double.IsNaN(value)
                || value == Math.Floor(value)));
        return values;

        (List<double> X, List<double> Y) List(DecimalMark mark) =>
            new PairReader(_text, mark, form).Read(_record.Line + 1, _record.End, x.Symbol, y.Symbol, cancellationToken);

        (List<double> X, List<double> Y)? TryList(DecimalMark mark)
        {
            try
            {
                return List(mark);
            }
            catch (SpectralException)
            {
                // the other decimal mark does not fit either: what was read first stands, with its warning
                return null;
            }
        }
    }

    private AsdfTable Decode(int? count, CancellationToken cancellationToken)
    {
        var limit = Math.Max(_text.ByteCount, 1_000_000);
        if (count is { } stated)
            limit = (int)Math.Min(limit, 2L * stated + 1024);
        var table = Decoded(_mark, true);
        if (count is null || table.Ordinates.Count == count)
            return table;
        if (table.CheckCount > 0 && table.FailedCheckLines.Count > 0.9 * table.CheckCount)
        {
            var whole = Decoded(_mark, false);
            if (whole.Ordinates.Count == count)
            {
                _checks.Assume(
                    "The lines do not repeat the last ordinate as the standard has it; every ordinate is taken as a point, "
                    + "which gives the stated number.", 0.05);
                return whole;
            }
        }

        if (_mark == DecimalMark.Point && HasComma())
        {
            var other = Decoded(DecimalMark.Comma, true);
            if (other.Ordinates.Count == count)
            {
                _checks.Assume("The points are as many as stated only where a comma is taken as the decimal mark.", 0.05);
                return other;
            }
        }

        return table;

        AsdfTable Decoded(DecimalMark mark, bool repeats) =>
            new AsdfDecoder(_text, mark, limit, repeats).Decode(_record.Line + 1, _record.End, cancellationToken);

        bool HasComma()
        {
            for (var line = _record.Line + 1; line < _record.End; line++)
            {
                if (_text.Data(line).Contains((byte)','))
                    return true;
            }

            return false;
        }
    }

    private void CheckDifferences(AsdfTable table)
    {
        if (table.FailedCheckLines.Count > 0)
        {
            _checks.Fail(
                SpectralIssueIds.OrdinateCheck,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{table.FailedCheckLines.Count} of {table.CheckCount} lines do not begin with the ordinate that the line "
                    + $"before ends with: a difference was lost or altered."),
                table.FailedCheckLines[0],
                atMost: 0.6);
        }
        else if (table.CheckCount > 0)
        {
            _checks.Pass(Invariant($"All {table.CheckCount} ordinate checks of the difference form hold."));
        }
    }

    private void CheckCount(int? stated, int count)
    {
        if (stated is null)
            _checks.Assume("The file does not state the number of points.", 0.05);
        else if (stated == count)
            _checks.Pass(Invariant($"There are {count} points, as the file states."));
        else
            _checks.Fail(SpectralIssueIds.PointCountMismatch, Invariant($"The file states {stated} points and has {count}."),
                _line);
    }

    private void CheckEnds(JcampVariable x, double[] xs)
    {
        if (x.First is { } first && !first.Agrees(xs[0], Math.Abs(x.Factor) * 1e-6))
            _checks.Fail(SpectralIssueIds.FirstXMismatch,
                Invariant($"The file states {first.Value} as the first x and lists {xs[0]}."), _line);
        if (x.Last is { } last && !last.Agrees(xs[^1], Math.Abs(x.Factor) * 1e-6))
            _checks.Fail(SpectralIssueIds.LastXMismatch,
                Invariant($"The file states {last.Value} as the last x and lists {xs[^1]}."), _line);
    }

    private SpectralException Empty() => new(
        SpectralErrorIds.NoData,
        SpectralErrorCategory.InvalidData,
        $"The table ##{_record.Label} has no points.",
        "Export the spectrum again.",
        _line);
}
