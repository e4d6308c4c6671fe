using System.Globalization;

namespace SpectralAnalyzer.Core.Reading.GammaSpe;

/// <summary>The energies of the channels, from the calibration that the file states.</summary>
internal static class GammaCalibration
{
    private const int MostCoefficients = 8;

    /// <summary>x of each channel: an energy, or the channel's number where no calibration is stated.</summary>
    public static (double[] X, SpectralAxis Axis) Of(GammaSections sections, int first, int count, ReadingChecks checks)
    {
        var (full, unit) = Stated(sections.Text("MCA_CAL"), isCounted: true, checks);
        var (fit, _) = Stated(sections.Text("ENER_FIT"), isCounted: false, checks);
        if (sections.IsEmpty("MCA_CAL") || sections.IsEmpty("ENER_FIT"))
        {
            checks.Fail(SpectralIssueIds.StepMismatch, "A section of the energy calibration is empty: the file may be cut off.",
                atMost: 0.6);
        }

        if (full is not null && fit is not null)
            Compare(full, fit, first + count - 1, checks);
        return EnergyScale.Create(full ?? fit, unit, first, count, checks);
    }

    private static (double[]? Coefficients, string Unit) Stated(string? text, bool isCounted, ReadingChecks checks)
    {
        var words = text?.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries) ?? [];
        var unit = words.FirstOrDefault(word => word.EndsWith("eV", StringComparison.OrdinalIgnoreCase)) ?? "keV";
        var numbers = words.Skip(isCounted ? 1 : 0)
            .TakeWhile(word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            .Select(word => double.Parse(word, CultureInfo.InvariantCulture)).Take(MostCoefficients).ToArray();
        if (isCounted && words.Length > 0
            && int.TryParse(words[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) && count >= 0)
        {
            if (numbers.Length < Math.Min(count, MostCoefficients))
            {
                checks.Fail(SpectralIssueIds.StepMismatch,
                    Invariant($"$MCA_CAL states {count} coefficients and has {numbers.Length}: it is damaged or cut off."),
                    atMost: 0.6);
            }

            numbers = numbers[..Math.Min(count, numbers.Length)];
        }

        return (EnergyScale.IsCalibration(numbers) ? numbers : null, unit);
    }

    private static void Compare(double[] full, double[] fit, int last, ReadingChecks checks)
    {
        double stated = Abscissae.Polynomial(full, last), fitted = Abscissae.Polynomial(fit, last);
        if (Math.Abs(stated - fitted) <= 0.01 * Math.Abs(stated))
        {
            checks.Pass("$MCA_CAL and $ENER_FIT agree.");
            return;
        }

        checks.Fail(SpectralIssueIds.StepMismatch, Invariant(
            $"$MCA_CAL gives the last channel {stated:G6}, $ENER_FIT {fitted:G6}; $MCA_CAL, which has more terms, is used."),
                atMost: 0.88);
    }
}
