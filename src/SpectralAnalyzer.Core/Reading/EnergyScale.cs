using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>x of a spectrum of counts a channel: an energy, or the number of the channel.</summary>
internal static class EnergyScale
{
    /// <summary>Returns the energies that a polynomial gives, or the channels where none is stated.</summary>
    /// <param name="coefficients">The polynomial, its constant term first; null where the file states none.</param>
    /// <param name="unit">The unit of the energies.</param>
    /// <param name="first">The number of the first channel.</param>
    /// <param name="count">The number of channels.</param>
    /// <param name="checks">Where a missing calibration is noted.</param>
    internal static (double[] X, SpectralAxis Axis) Create(
        double[]? coefficients, string unit, int first, int count, ReadingChecks checks)
    {
        if (coefficients is not null && IsCalibration(coefficients))
            return (Abscissae.Polynomial(coefficients, first, count), Axis(unit));
        checks.Warn(SpectralIssueIds.Uncalibrated, "The file states no energy calibration: x is the number of the channel.");
        return (Abscissae.Stepped(first, 1, count), new SpectralAxis(AxisUnit.Other, "Channel"));
    }

    /// <summary>Returns the axis of energies in a unit.</summary>
    internal static SpectralAxis Axis(string unit) =>
        UnitWords.ToAxis(unit.Equals("eV", StringComparison.OrdinalIgnoreCase) ? "eV" : $"Energy ({unit})", false);

    /// <summary>False for a calibration of zeros, and for one that gives the channels back.</summary>
    internal static bool IsCalibration(double[] coefficients) =>
        coefficients.Length > 1 && coefficients.All(double.IsFinite) && coefficients.Skip(1).Any(number => number != 0)
        && !(coefficients[0] == 0 && coefficients[1] == 1 && coefficients.Skip(2).All(number => number == 0));
}
