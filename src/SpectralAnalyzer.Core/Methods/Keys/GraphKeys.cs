using SpectralAnalyzer.Core.Methods.Forms;

namespace SpectralAnalyzer.Core.Methods.Keys;

/// <summary>The keys of <c>graph</c>.</summary>
internal static class GraphKeys
{
    /// <summary>Gets the group.</summary>
    internal static GroupForm<MethodGraph> Group { get; } = new(
        [
            new MethodKey<MethodGraph, SpectralRange>("xRange", new RangeForm(),
                "The range of x that is drawn; without it, all that is compared.",
                g => g.XRange, (g, v) => g with { XRange = v }),
            new MethodKey<MethodGraph, SpectralRange>("yRange", new RangeForm(),
                "The range of y that is drawn; without it, that of the values.",
                g => g.YRange, (g, v) => g with { YRange = v }),
            new MethodKey<MethodGraph, IReadOnlyList<string>>("shade", new TextsForm("the name of a band"),
                "The bands whose ranges are shaded.", g => g.Shade, (g, v) => g with { Shade = v }),
            new MethodKey<MethodGraph, int>("peakLabels", new IntegerForm(0, 100),
                "How many peaks are labeled with their position, the highest first.",
                g => g.PeakLabels, (g, v) => g with { PeakLabels = v }),
            new MethodKey<MethodGraph, double>("differenceScale", new NumberForm(1e-12),
                "Half the height of the difference panel, in units of y; without it, the panel follows the differences.",
                g => g.DifferenceScale, (g, v) => g with { DifferenceScale = v }),
        ],
        new MethodGraph());
}
