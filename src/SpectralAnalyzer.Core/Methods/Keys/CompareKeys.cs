using SpectralAnalyzer.Core.Methods.Forms;

namespace SpectralAnalyzer.Core.Methods.Keys;

/// <summary>The keys of <c>compare</c>.</summary>
internal static class CompareKeys
{
    /// <summary>Gets the group.</summary>
    internal static GroupForm<ComparisonOptions> Group { get; } = new(
        [
            Key("regions", new RangesForm(), "The ranges of x that are compared, in the unit of the baseline.",
                o => o.Regions, (o, v) => o with { Regions = v }),
            Key("resampling", ChoiceForm<ResamplingMethod>.Create(), "How a sample is brought onto the points of the baseline.",
                o => o.Resampling, (o, v) => o with { Resampling = v }),
            Key("minimumCoverage", new NumberForm(0, 1), "The least part of the baseline's range that a sample has to cover.",
                o => o.MinimumCoverage, (o, v) => o with { MinimumCoverage = v }),
            Key("minimumPeakProminence", new NumberForm(0, 1),
                "The part of a spectrum's height that a peak has to stand out by.",
                o => o.MinimumPeakProminence, (o, v) => o with { MinimumPeakProminence = v }),
            Key("compareAs", ChoiceForm<OrdinateKind>.Create(), "The quantity of y in which the spectra are compared.",
                o => o.CompareAs, (o, v) => o with { CompareAs = v }),
            Key("laserWavelength", new NumberForm(100, 20000),
                "The wavelength of the laser in nm, which Raman shift and wavelength need to be compared.",
                o => o.LaserWavelength, (o, v) => o with { LaserWavelength = v }),
            Key("applyJacobian", new SwitchForm(), "Whether intensities are per unit of x and are converted with it.",
                o => o.ApplyJacobian, (o, v) => o with { ApplyJacobian = v }),
            Key("noiseRegion", new RangeForm(), "Where the noise is measured; without it, in the quietest region.",
                o => o.NoiseRegionMin is { } min && o.NoiseRegionMax is { } max ? new SpectralRange(min, max) : null,
                (o, v) => o with { NoiseRegionMin = v.Min, NoiseRegionMax = v.Max }),
            Key("minimumOverlapPoints", new IntegerForm(3), "The fewest points that both spectra must have in common.",
                o => o.MinimumOverlapPoints, (o, v) => o with { MinimumOverlapPoints = v }),
        ],
        new ComparisonOptions());

    private static MethodKey<ComparisonOptions, T> Key<T>(
        string name, ValueForm<T> form, string summary, Func<ComparisonOptions, object?> get,
        Func<ComparisonOptions, T, ComparisonOptions> set) => new(name, form, summary, get, set);
}
