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
    /// <summary>Gets whether the user has stated the title, which is then never cut.</summary>
    public bool IsTitleStated { get; init; }

    /// <summary>Gets what a method adds; null for a figure without a method.</summary>
    public FigureMethod? Method { get; init; }

    /// <summary>Returns a title of the user with the names of the comparison in the place of its placeholders.</summary>
    internal string ExpandTitle(string template)
    {
        var verdict = Method is { Verdict: not SpectralVerdict.None } judged ? judged.Verdict.ToString() : "";
        return template
            .Replace("{sample}", SampleLabel, StringComparison.OrdinalIgnoreCase)
            .Replace("{baseline}", BaselineLabel, StringComparison.OrdinalIgnoreCase)
            .Replace("{series}", Sample.Series ?? "", StringComparison.OrdinalIgnoreCase)
            .Replace("{method}", Method?.Method.Name ?? "", StringComparison.OrdinalIgnoreCase)
            .Replace("{verdict}", verdict, StringComparison.OrdinalIgnoreCase).Trim();
    }

    /// <summary>Creates the figure of a comparison that contains its spectra.</summary>
    /// <exception cref="SpectralException">It does not contain them.</exception>
    internal static ComparisonFigure Create(SpectralComparison comparison) =>
        comparison is { Reference: { } reference, Sample: { } sample }
            ? Create(reference, sample, comparison)
            : throw new SpectralException(
                SpectralErrorIds.ComparisonWithoutSpectra,
                SpectralErrorCategory.InvalidArgument,
                "The comparison does not contain its spectra.",
                "Use a comparison of Compare-Spectrum; Invoke-SpectralBatch draws the graphs of a batch.");

    /// <summary>Creates the figure of a comparison, with the labels of its spectra.</summary>
    internal static ComparisonFigure Create(Spectrum reference, Spectrum sample, SpectralComparison comparison) =>
        Create(reference, FigureName.From(reference), sample, FigureName.From(sample), comparison);

    /// <summary>Creates the figure of a comparison.</summary>
    /// <param name="reference">The baseline.</param>
    /// <param name="referenceName">What it can be called.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="sampleName">What it can be called.</param>
    /// <param name="comparison">The comparison.</param>
    internal static ComparisonFigure Create(
        Spectrum reference, FigureName referenceName, Spectrum sample, FigureName sampleName, SpectralComparison comparison)
    {
        if (referenceName.Path == sampleName.Path)
            referenceName = referenceName with { ShowsSeries = true };
        var labels = FigureLabels.Create([referenceName, sampleName]);
        // a spectrum that is compared with itself
        if (referenceName.At(1) == sampleName.At(1) && referenceName.Path == sampleName.Path)
            labels = [$"{sampleName.At(1)} (baseline)", sampleName.At(1)];
        return new(reference, sample, comparison, FigureLabels.Title(labels[1], labels[0]), labels[0], labels[1]);
    }
}
