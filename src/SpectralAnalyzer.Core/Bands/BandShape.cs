namespace SpectralAnalyzer.Core.Bands;

/// <summary>A measured number of a band; NaN where it is not defined, with the reason.</summary>
internal readonly record struct BandShape(double Value, double Position, string? Note = null)
{
    internal static BandShape NotDefined(string note) => new(double.NaN, double.NaN, note);
}
