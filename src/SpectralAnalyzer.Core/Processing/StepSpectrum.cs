using System.Globalization;
using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Processing;

/// <summary>The spectrum of another file that a step uses.</summary>
internal static class StepSpectrum
{
    /// <summary>Chooses a series by name or number; without one the file must have a single spectrum.</summary>
    internal static Spectrum Choose(SpectralFileContent content, string path, string? series)
    {
        var spectra = content.Spectra;
        var names = string.Join(", ", spectra.Select(s => $"'{s.Series ?? s.Name}'"));
        if (series is null)
        {
            return spectra.Count == 1 ? spectra[0] : throw new SpectralException(
                SpectralErrorIds.UnknownColumn, SpectralErrorCategory.InvalidArgument,
                $"The file '{path}' has {spectra.Count.ToString(CultureInfo.InvariantCulture)} spectra ({names}), "
                + "and a step uses one.", "State which with 'series'.");
        }

        return spectra.FirstOrDefault(s => string.Equals(s.Series ?? s.Name, series, StringComparison.OrdinalIgnoreCase))
            ?? (int.TryParse(series, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= 1 && number <= spectra.Count ? spectra[number - 1] : null)
            ?? throw new SpectralException(
                SpectralErrorIds.UnknownColumn, SpectralErrorCategory.InvalidArgument,
                $"The file '{path}' has no series '{series}'.", $"It has {names}.");
    }

    /// <summary>Returns the values of a spectrum at some positions; NaN where it has none.</summary>
    internal static double[] At(Spectrum other, ReadOnlySpan<double> positions, ResamplingMethod method)
    {
        var curve = Curve.From(other);
        var values = new double[positions.Length];
        if (curve.FiniteCount == 0)
            Array.Fill(values, double.NaN);
        else
            Interpolation.At(positions, curve, method, values);
        return values;
    }
}
