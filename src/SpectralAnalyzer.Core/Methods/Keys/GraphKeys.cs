using SpectralAnalyzer.Core.Methods.Forms;

namespace SpectralAnalyzer.Core.Methods.Keys;

/// <summary>The keys of <c>graph</c>.</summary>
internal static class GraphKeys
{
    /// <summary>Returns the group.</summary>
    /// <param name="folder">The folder that paths of files are relative to.</param>
    internal static GroupForm<MethodGraph> Create(string folder) => new(
        [
            new MethodKey<MethodGraph, string>("title",
                new TextForm("a text, with {sample}, {baseline}, {series}, {method}, {verdict}"),
                "The title; without it, the names of both spectra.", g => g.Title, (g, v) => g with { Title = v }),
            new MethodKey<MethodGraph, GraphView>("view", ChoiceForm<GraphView>.Create(),
                "How sample and baseline are shown; without it, one over the other.", g => g.View, (g, v) => g with { View = v }),
            new MethodKey<MethodGraph, SpectralRange>("xRange", new RangeForm(),
                "The range of x that is drawn; without it, all that is compared.",
                g => g.XRange, (g, v) => g with { XRange = v }),
            new MethodKey<MethodGraph, SpectralRange>("yRange", new RangeForm(),
                "The range of y that is drawn; without it, that of the values.",
                g => g.YRange, (g, v) => g with { YRange = v }),
            new MethodKey<MethodGraph, IReadOnlyList<string>>("shade", new TextsForm("the name of a band"),
                "The bands whose ranges are shaded.", g => g.Shade, (g, v) => g with { Shade = v }),
            new MethodKey<MethodGraph, int>("peakLabels", new IntegerForm(0, 100),
                "How many peaks are labeled with their position, the most prominent first; new and lost ones are marked.",
                g => g.PeakLabels, (g, v) => g with { PeakLabels = v }),
            new MethodKey<MethodGraph, GraphStyle>("style", new StyleForm(folder),
                "Colors, lines, letters and footer.", g => g.Style, (g, v) => g with { Style = v }),
            new MethodKey<MethodGraph, double>("differenceScale", new NumberForm(1e-12),
                "Half the height of the difference panel, in units of y; without it, the panel follows the differences.",
                g => g.DifferenceScale, (g, v) => g with { DifferenceScale = v }),
        ],
        new MethodGraph());
}
