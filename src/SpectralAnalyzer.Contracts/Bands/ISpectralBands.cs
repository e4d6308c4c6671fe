namespace SpectralAnalyzer;

/// <summary>Measures bands.</summary>
public interface ISpectralBands
{
    /// <summary>Measures bands in a spectrum.</summary>
    /// <param name="bands">The bands; ratios refer to others by name.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="baseline">
    /// The baseline, for bands of the baseline or the difference; the spectrum is brought to its units first. Null where there is
    /// none: such bands have no value.
    /// </param>
    /// <returns>A value for each band, in the order of the bands; NaN with a note where there is none.</returns>
    /// <exception cref="SpectralException">
    /// <c>InvalidBand</c>: a band is not completely or not uniquely stated. <c>AxisMismatch</c>, <c>OrdinateMismatch</c>: the
    /// spectrum cannot be brought to the units of the baseline.
    /// </exception>
    IReadOnlyList<BandValue> Measure(IReadOnlyList<SpectralBand> bands, Spectrum spectrum, Spectrum? baseline);
}
