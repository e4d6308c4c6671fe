using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>Brings spectra to the units of a library, prepares them by its steps, and finds their values on its grid.</summary>
internal sealed class LibraryPreparation
{
    private const int MuchCoarser = 4;

    private readonly Spectrum _units;
    private readonly IReadOnlyList<SpectralStep> _steps;
    private readonly Func<Spectrum, Spectrum> _prepare;

    /// <summary>Initializes the preparation.</summary>
    /// <param name="units">A spectrum in the units in which spectra come in.</param>
    /// <param name="steps">The steps of the library.</param>
    /// <param name="prepare">Applies them.</param>
    internal LibraryPreparation(Spectrum units, IReadOnlyList<SpectralStep> steps, Func<Spectrum, Spectrum> prepare) =>
        (_units, _steps, _prepare) = (units, steps, prepare);

    /// <summary>Prepares a spectrum, which stays on its own points.</summary>
    /// <exception cref="SpectralException">It cannot be converted, or a step cannot be applied.</exception>
    internal SpectralLibraryQuery Prepare(Spectrum spectrum)
    {
        if (IsPrepared(spectrum))
            return new SpectralLibraryQuery(spectrum, [], []);
        var alignment = new UnitAlignment(_units, laser: null);
        var prepared = _prepare(alignment.Align(spectrum));
        return new SpectralLibraryQuery(prepared, alignment.Conversions, alignment.Warnings);
    }

    /// <summary>Finds the values of a prepared spectrum on the grid; NaN where it has none.</summary>
    /// <exception cref="SpectralException">It has no values, or its x is another one than that of the grid.</exception>
    internal static double[] OnGrid(
        Spectrum prepared, SpectralAxis axis, double[] grid, ResamplingMethod resampling, List<string> warnings)
    {
        if (prepared.XUnit != axis.Unit)
        {
            throw new SpectralException(
                SpectralErrorIds.AxisMismatch, SpectralErrorCategory.InvalidData,
                $"After the preparation x is {prepared.Axis.Title}, and that of the library is {axis.Title}.",
                "Use spectra of the same x quantity.");
        }

        var curve = Curve.From(prepared);
        if (curve.FiniteCount == 0)
        {
            throw new SpectralException(
                SpectralErrorIds.NoValues, SpectralErrorCategory.InvalidData, "It has no value after the preparation.",
                "Look at the file's y column, and at the steps of the method.");
        }

        warnings.AddRange(curve.Warnings("spectrum", axis.Symbol));
        var values = new double[grid.Length];
        Interpolation.At(grid, curve, resampling, values);
        var within = grid.Count(x => x >= curve.Minimum && x <= curve.Maximum);
        if (curve.FiniteCount < within / MuchCoarser)
        {
            warnings.Add(FormattableString.Invariant(
                $"It has {curve.FiniteCount} points where the library has {within}: most values are interpolated."));
        }

        return values;
    }

    // by the text of the steps, which states their parameters
    private bool IsPrepared(Spectrum spectrum) => _steps.Count > 0
        && spectrum.History.Select(step => step.ToString()).SequenceEqual(_steps.Select(step => step.ToString()));
}
