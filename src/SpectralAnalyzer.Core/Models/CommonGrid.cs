using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Processing;

namespace SpectralAnalyzer.Core.Models;

/// <summary>Brings the spectra that a model learns from onto one grid: the points of the first within the range of all.</summary>
internal static class CommonGrid
{
    private const long MostValues = 1L << 28;
    private const int FewestPoints = 3;

    /// <summary>Returns the grid, and the values of each spectrum on it. A point that one has no value at is left out.</summary>
    /// <exception cref="SpectralException">The spectra have other units, or no x in common, or take too much memory.</exception>
    internal static (double[] X, double[][] Rows, int LeftOut) Create(
        IReadOnlyList<Spectrum> spectra, CancellationToken cancellationToken)
    {
        var first = spectra[0];
        if ((long)spectra.Count * first.Count > MostValues)
        {
            throw new SpectralException(
                SpectralErrorIds.ModelTooLarge, SpectralErrorCategory.Resource,
                Invariant($"{spectra.Count} spectra of {first.Count} points are more than the {MostValues} values of a model."),
                "Crop or resample the spectra by the steps of a method, or learn from fewer.");
        }

        var alignment = new UnitAlignment(first, laser: null);
        Spectrum[] aligned = [first, .. spectra.Skip(1).Select(alignment.Align)];
        double minimum = aligned.Max(s => s.XMin), maximum = aligned.Min(s => s.XMax);
        double[] grid = [.. first.Abscissae.ToArray().Where(x => x >= minimum && x <= maximum).Distinct()];
        if (grid.Length < FewestPoints)
            throw NoOverlap("The spectra have no range of x in common.", "Learn from spectra of one range.");

        var rows = new double[aligned.Length][];
        for (var i = 0; i < rows.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows[i] = StepSpectrum.At(aligned[i], grid, ResamplingMethod.Linear);
        }

        int[] complete = [.. Enumerable.Range(0, grid.Length).Where(j => Array.TrueForAll(rows, row => double.IsFinite(row[j])))];
        if (complete.Length < FewestPoints)
            throw NoOverlap("There is no x at which every spectrum has a value.", "Leave out spectra with missing values.");

        return complete.Length == grid.Length
            ? (grid, rows, 0)
            : (Pick(grid), Array.ConvertAll(rows, Pick), grid.Length - complete.Length);

        double[] Pick(double[] values) => Array.ConvertAll(complete, j => values[j]);
    }

    private static SpectralException NoOverlap(string message, string advice) =>
        new(SpectralErrorIds.NoOverlap, SpectralErrorCategory.InvalidData, message, advice);
}
