namespace SpectralAnalyzer.Core.Reading.Jcamp;

/// <summary>Holds the ordinates of a table against what the header states of them.</summary>
internal sealed class JcampOrdinates(JcampVariable y, int line, ReadingChecks checks)
{
    private const double Doubtful = 0.5;

    /// <summary>Checks the first, the least and the largest ordinate, and that the factor is stated.</summary>
    /// <param name="values">The ordinates, multiplied by the factor.</param>
    /// <param name="isFactorRequired">True where the file would have to state a factor.</param>
    internal void Check(double[] values, bool isFactorRequired)
    {
        double least = double.PositiveInfinity, largest = double.NegativeInfinity;
        foreach (var value in values)
        {
            // not Math.Min: a missing value is no least one
            least = value < least ? value : least;
            largest = value > largest ? value : largest;
        }

        if (!(least <= largest))
            return;
        bool passed = false, failed = false;
        Compare(y.First, "first", values[0], SpectralIssueIds.FirstYMismatch);

        // the same number for both is a place left to be filled in
        if (y.Least is { } low && y.Largest is { } high && low.Value != high.Value)
        {
            Compare(low.Value < high.Value ? low : high, "least", least, SpectralIssueIds.ExtremesMismatch);
            Compare(low.Value < high.Value ? high : low, "largest", largest, SpectralIssueIds.ExtremesMismatch);
        }
        else if (y.Least is null || y.Largest is null)
        {
            Compare(y.Least, "least", least, SpectralIssueIds.ExtremesMismatch);
            Compare(y.Largest, "largest", largest, SpectralIssueIds.ExtremesMismatch);
        }

        if (passed && !failed)
            checks.Pass("The first, least and largest y that the file states are those of the table.");
        else if (!y.HasFactor && isFactorRequired)
            checks.Fail(SpectralIssueIds.FactorMissing,
                $"##{y.Symbol}FACTOR is missing: the ordinates are read as they are written, and may be off by a factor.", line,
                failed ? Doubtful : 0.85);

        void Compare(StatedNumber? stated, string which, double value, string id)
        {
            if (stated is not { } number || !double.IsFinite(value))
                return;
            var size = Math.Max(Math.Abs(least), Math.Abs(largest));
            if (number.Agrees(value, Math.Abs(y.Factor) + 1e-6 * size))
            {
                passed = true;
                return;
            }

            failed = true;
            checks.Fail(id, Invariant($"The file states {number.Value} as the {which} y; the table has {value}."), line,
                Math.Abs(number.Value - value) > 0.01 * Math.Max(size, Math.Abs(number.Value)) ? Doubtful : 0.88);
        }
    }
}
