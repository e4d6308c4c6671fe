namespace SpectralAnalyzer;

/// <summary>The value of a band in one spectrum.</summary>
/// <param name="Name">The name of the band.</param>
/// <param name="Measure">What was measured.</param>
/// <param name="Value">The value; NaN where it is not defined, as where the spectrum does not reach the band.</param>
/// <param name="Position">The x of the height or of the top; NaN where there is none.</param>
/// <param name="Unit">The unit, for example <c>Absorbance · cm⁻¹</c>; empty where it is unknown, and for a ratio of like
/// values.</param>
/// <param name="Note">Why the value is not defined or may be wrong; null where nothing is to be said.</param>
public sealed record BandValue(
    string Name, BandMeasure Measure, double Value, double Position, string Unit, string? Note = null)
{
    /// <summary>Gets the label of the spectrum that Measure-SpectralBand measured; null in the result of a batch.</summary>
    public string? Spectrum { get; init; }

    /// <summary>Gets the full path of its file; null in the result of a batch, and for a spectrum without a file.</summary>
    public string? Path { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Name} = {Value:G6}{(Unit.Length == 0 ? "" : " ")}{Unit}");
}
