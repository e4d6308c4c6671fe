namespace SpectralAnalyzer;

/// <summary>A query that is ready to be searched.</summary>
/// <param name="Spectrum">The query, prepared as the library, at the points of the grid that it covers.</param>
/// <param name="Conversions">The conversions into the units of the library.</param>
/// <param name="Warnings">What has to be known of it.</param>
public sealed record SpectralLibraryQuery(
    Spectrum Spectrum, IReadOnlyList<AppliedConversion> Conversions, IReadOnlyList<string> Warnings);
