namespace SpectralAnalyzer.Core.Plotting;

/// <summary>What one graph shows: a sample over its baseline, and their difference beneath.</summary>
/// <param name="Baseline">The baseline; its axis and its range are the graph's.</param>
/// <param name="Sample">The sample, on the baseline's axis and in the baseline's ordinate, with its own points.</param>
/// <param name="Comparison">How they differ; without <see cref="SpectralComparison.Difference"/> the lower panel is left out.</param>
/// <param name="Title">The graph's title.</param>
/// <param name="BaselineLabel">The baseline's name in the legend.</param>
/// <param name="SampleLabel">The sample's name in the legend.</param>
public sealed record ComparisonFigure(
    Spectrum Baseline,
    Spectrum Sample,
    SpectralComparison Comparison,
    string Title,
    string BaselineLabel,
    string SampleLabel)
{
    /// <summary>The figure of a comparison, called after its spectra.</summary>
    /// <param name="reference">The baseline.</param>
    /// <param name="sample">The sample in the baseline's units.</param>
    /// <param name="comparison">How they differ.</param>
    internal static ComparisonFigure Of(Spectrum reference, Spectrum sample, SpectralComparison comparison) => new(
        reference, sample, comparison, $"{sample.Label} compared with {reference.Label}", reference.Label, sample.Label);
}
