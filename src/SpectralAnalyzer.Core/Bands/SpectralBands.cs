using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Bands;

/// <summary>Measures bands for the cmdlets: brings the spectrum to the units of the baseline first.</summary>
internal sealed class SpectralBands : ISpectralBands
{
    /// <inheritdoc/>
    public IReadOnlyList<BandValue> Measure(IReadOnlyList<SpectralBand> bands, Spectrum spectrum, Spectrum? baseline)
    {
        ArgumentNullException.ThrowIfNull(bands);
        ArgumentNullException.ThrowIfNull(spectrum);
        if (baseline is null)
            return BandMeasurement.Measure(bands, spectrum);
        var alignment = new UnitAlignment(baseline, laser: null);
        var values = BandMeasurement.Measure(bands, alignment.Align(spectrum), baseline);
        return alignment.Warnings.Count == 0
            ? values
            : [.. values.Select(value => value with { Note = string.Join(" ", [.. Notes(value), .. alignment.Warnings]) })];
    }

    private static string[] Notes(BandValue value) => value.Note is null ? [] : [value.Note];
}
