namespace SpectralAnalyzer;

/// <summary>The limits of a library for one metric, which come from its own spectra: see docs/analytics.md.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Unknown">A best hit that is not better than this is taken as unknown.</param>
/// <param name="Trusted">A best hit has to be better than this to be trusted.</param>
/// <param name="SampleCount">How many spectra of the library were searched in the rest of it.</param>
public sealed record SpectralLibraryLimit(SearchMetric Metric, double Unknown, double Trusted, int SampleCount)
{
    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Metric}: unknown {Unknown:0.0000}, trusted {Trusted:0.0000}");
}
