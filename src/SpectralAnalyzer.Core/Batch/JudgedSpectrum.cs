using SpectralAnalyzer.Core.Judging;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>What a method measured of a spectrum, and its verdict.</summary>
/// <param name="Bands">The values of the bands.</param>
/// <param name="Judgment">The verdict with the outcome of each limit.</param>
internal sealed record JudgedSpectrum(IReadOnlyList<BandValue> Bands, Judgment Judgment);
