using SpectralAnalyzer.Core.Judging;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>What a method measured of a spectrum, and its verdict.</summary>
/// <param name="Bands">The values of the bands.</param>
/// <param name="Judgment">The verdict with the outcome of each limit.</param>
internal sealed record JudgedSpectrum(IReadOnlyList<BandValue> Bands, Judgment Judgment)
{
    /// <summary>Gets what the user should know of the bands: why a value is missing or may be wrong.</summary>
    internal IEnumerable<string> Warnings =>
        from band in Bands where band.Note is not null select $"Band '{band.Name}': {band.Note}";
}
