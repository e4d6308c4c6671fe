using System.Globalization;
using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>Checks the spectra that were read, and lowers the confidence where they are unlikely.</summary>
internal static class SpectrumChecks
{
    private const int FewestPoints = 2;
    private const int FewPoints = 8;
    private const int FewChannels = 100;
    private const int FewestForSteps = 20;
    private const double EvenWithin = 0.2;
    private const int MostUnevenSteps = 3;
    private const int StepsCompared = 15;
    private const double MostTimes = 20;

    /// <exception cref="SpectralException">None has enough points to be one.</exception>
    internal static void Check(
        List<ReadSeries> series, SpectralAxis axis, string? xName, List<LayoutEvidence> evidence, List<SpectralFileIssue> issues)
    {
        var most = series.Max(s => s.X.Length);
        if (most < FewestPoints)
        {
            throw new SpectralException(
                SpectralErrorIds.TooFewPoints,
                SpectralErrorCategory.InvalidData,
                FormattableString.Invariant($"The longest run of x and y has {most} points; {FewestPoints} are needed."),
                "Check that the export finished and that it contains the spectrum itself.");
        }

        if (most < FewPoints && series.Count > 1)
            evidence.Add(Evidence.ManyShortSpectra(series.Count, most));
        if (most < FewPoints)
            Warn(issues, SpectralIssueIds.FewPoints,
                FormattableString.Invariant($"The spectrum has only {most} points; the export may be incomplete."));
        var first = series[0];
        Order(first, evidence, issues);
        CheckSteps(first.X, issues);
        CheckUnit(axis, xName, issues);
        if (AxisWords.Read(xName).Quantity == AxisQuantity.Time)
        {
            evidence.Add(Evidence.TimeAxis(xName));
            Warn(issues, SpectralIssueIds.TimeAxis, $"x is a time ('{xName}'): this is a record over time, not a spectrum.");
        }
        else if (axis.Unit == AxisUnit.Unknown && IsDate(first))
        {
            evidence.Add(Evidence.DateAxis);
            Warn(issues, SpectralIssueIds.TimeAxis, "x looks like dates: this is a record over time, not a spectrum.");
        }
        else if (OrdinateWords.IsIndex(xName) && axis.Unit == AxisUnit.Unknown)
        {
            if (first.X.Length < FewChannels && CountsPoints(first.X))
                evidence.Add(Evidence.XNumbersPoints(isShort: true));
            Warn(issues, SpectralIssueIds.UncalibratedX,
                $"x only numbers the points ('{xName}'); state -XColumn where another column has the calibrated values.");
        }
        else if (CountsPoints(first.X) && axis.Unit == AxisUnit.Unknown)
        {
            evidence.Add(Evidence.XNumbersPoints(first.X.Length < FewChannels));
            Warn(issues, SpectralIssueIds.UncalibratedX,
                "x only numbers the points (0, 1, 2 …): it may be an index, not an axis.");
        }
    }

    /// <summary>Adds a remark where no word in the file says what x is.</summary>
    private static void CheckUnit(SpectralAxis axis, string? xName, List<SpectralFileIssue> issues)
    {
        if (axis is { IsInferred: true, Symbol.Length: > 0 }
            && AxisWords.Read(xName).Quantity == AxisQuantity.None)
        {
            issues.Add(new SpectralFileIssue(
                IssueSeverity.Information, SpectralIssueIds.UnitInferred,
                $"The file does not say what x is: {axis.Symbol} is inferred from its range. State -XUnit where that is wrong."));
        }
    }

    private static void Order(ReadSeries first, List<LayoutEvidence> evidence, List<SpectralFileIssue> issues)
    {
        int up = 0, down = 0, same = 0;
        for (var i = 1; i < first.X.Length; i++)
        {
            if (first.X[i] > first.X[i - 1])
                up++;
            else if (first.X[i] < first.X[i - 1])
                down++;
            else
                same++;
        }

        if (up > 0 && down > 0)
        {
            evidence.Add(Evidence.XIsNotSorted);
            Warn(issues, SpectralIssueIds.UnsortedX,
                FormattableString.Invariant($"x goes both ways ({up} steps up, {down} down); the points are sorted by x."));
        }

        if (same > 0)
        {
            evidence.Add(Evidence.DuplicateX(same, first.X.Length));
            Warn(issues, SpectralIssueIds.DuplicateX,
                FormattableString.Invariant($"{same} x values are the same as the one before; all points are kept."));
        }
    }

    /// <summary>Adds an issue where x goes on in even steps but for a few places: rows may be missing there.</summary>
    private static void CheckSteps(double[] x, List<SpectralFileIssue> issues)
    {
        if (x.Length < FewestForSteps)
            return;
        var step = MiddleStep(x);
        var uneven = 0;
        var first = -1;
        for (var i = 1; i < x.Length && uneven <= MostUnevenSteps; i++)
        {
            if (Math.Abs(x[i] - x[i - 1] - step) <= EvenWithin * Math.Abs(step))
                continue;
            uneven++;
            first = first < 0 ? i - 1 : first;
        }

        if (step != 0 && uneven is > 0 and <= MostUnevenSteps
            && Math.Abs((x[first + 1] - x[first]) / step) < MostTimes)
        {
            Warn(issues, SpectralIssueIds.UnevenX, string.Create(
                CultureInfo.InvariantCulture,
                $"x has even steps of {step:G6} but for {uneven} places, the first after {x[first]:G6}: "
                + $"rows may be missing or damaged."));
        }
    }

    /// <summary>Returns the median of some steps, taken at equal distances.</summary>
    private static double MiddleStep(double[] x)
    {
        Span<double> steps = stackalloc double[StepsCompared];
        for (var i = 0; i < StepsCompared; i++)
        {
            var at = (int)((long)i * (x.Length - 2) / (StepsCompared - 1));
            steps[i] = x[at + 1] - x[at];
        }

        steps.Sort();
        return steps[StepsCompared / 2];
    }

    private static bool IsDate(ReadSeries series) =>
        series.X[0] is > 36_526 and < 51_544 && Math.Abs(series.X[^1] - series.X[0]) < 400 && HoldTimesOfDay(series.X)
        || series.X[0] is > 9e8 and < 4.5e9 or > 9e11 and < 3e12;

    // from the year 2000 on; whole numbers may as well be wavenumbers
    private static bool HoldTimesOfDay(double[] x) => x.Count(value => value != Math.Floor(value)) > x.Length / 2;

    private static bool CountsPoints(double[] x)
    {
        if (x[0] is not (0 or 1) || x.Length < FewPoints)
            return false;
        for (var i = 1; i < x.Length; i++)
        {
            if (x[i] != x[i - 1] + 1)
                return false;
        }

        return true;
    }

    private static void Warn(List<SpectralFileIssue> issues, string id, string message) =>
        issues.Add(new SpectralFileIssue(IssueSeverity.Warning, id, message));
}
