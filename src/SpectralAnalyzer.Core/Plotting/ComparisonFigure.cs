namespace SpectralAnalyzer.Core.Plotting;

/// <summary>A comparison to draw: the sample over its baseline, and their difference below.</summary>
/// <param name="Baseline">The baseline; the graph has its axis and range.</param>
/// <param name="Sample">The sample with its own points, in the units of the baseline.</param>
/// <param name="Comparison">The comparison; without <see cref="SpectralComparison.Difference"/> there is no lower panel.</param>
/// <param name="Title">The title.</param>
/// <param name="BaselineLabel">The name of the baseline in the legend.</param>
/// <param name="SampleLabel">The name of the sample in the legend.</param>
public sealed record ComparisonFigure(
    Spectrum Baseline,
    Spectrum Sample,
    SpectralComparison Comparison,
    string Title,
    string BaselineLabel,
    string SampleLabel)
{
    /// <summary>Gets what a method adds; null for a figure without a method.</summary>
    public FigureMethod? Method { get; init; }

    /// <summary>Creates the figure of a comparison, with the labels of its spectra.</summary>
    internal static ComparisonFigure Create(Spectrum reference, Spectrum sample, SpectralComparison comparison) => new(
        reference, sample, comparison, $"{sample.Label} compared with {reference.Label}", reference.Label, sample.Label);
}
