namespace SpectralAnalyzer.Core.Plotting;

/// <summary>What a method adds to a figure: the badge of the verdict, shaded bands, labels of peaks, limits.</summary>
/// <param name="Method">The method.</param>
/// <param name="Verdict">The verdict; <see cref="SpectralVerdict.None"/> for no badge.</param>
/// <param name="Limits">The limits with their values, the worst first.</param>
public sealed record FigureMethod(SpectralMethod Method, SpectralVerdict Verdict, IReadOnlyList<LimitOutcome> Limits)
{
    /// <summary>Gets the bands that are shaded, with their ranges.</summary>
    internal IEnumerable<(string Name, double From, double To)> Shaded() =>
        from name in Method.Graph?.Shade ?? []
        from band in Method.Bands
        where band.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        from range in Ranges(band)
        select (band.Name, range.From, range.To);

    // a height at an x is a line, a ratio has the ranges of both bands
    private IEnumerable<(double From, double To)> Ranges(SpectralBand band) => band switch
    {
        { Range: { } range } => [(range.Min, range.Max)],
        { Position: { } position } => [(position, position)],
        _ => Method.Bands
            .Where(part => part.Measure != BandMeasure.Ratio && (Is(part, band.Numerator) || Is(part, band.Denominator)))
            .SelectMany(Ranges),
    };

    private static bool Is(SpectralBand band, string? name) => band.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
