using SpectralAnalyzer.Core.Methods.Forms;

namespace SpectralAnalyzer.Core.Methods.Keys;

/// <summary>The keys of a style of graphs.</summary>
internal static class StyleKeys
{
    /// <summary>Returns the group.</summary>
    /// <param name="folder">The folder that the path of the logo is relative to.</param>
    /// <param name="start">The style whose values hold where none is stated.</param>
    internal static GroupForm<GraphStyle> Create(string folder, GraphStyle start)
    {
        return new GroupForm<GraphStyle>(
            [
                new MethodKey<GraphStyle, string>(
                    "base", new WordForm([.. GraphStyle.All.Select(s => s.Name.ToLowerInvariant())]),
                    "The style that holds where nothing is stated; without it, that of the graphs by default.",
                    _ => null, (s, _) => s),
                Color("paper", "The background.", s => s.Paper, (s, v) => s with { Paper = v }),
                Color("text", "Titles.", s => s.Text, (s, v) => s with { Text = v }),
                Color("muted", "The labels of axes and the line of metrics.", s => s.Muted, (s, v) => s with { Muted = v }),
                Color("grid", "The grid.", s => s.Grid, (s, v) => s with { Grid = v }),
                Color("frame", "The axes.", s => s.Frame, (s, v) => s with { Frame = v }),
                Color("zero", "The line at a difference of 0.", s => s.Zero, (s, v) => s with { Zero = v }),
                Color("baseline", "The baseline.", s => s.Baseline, (s, v) => s with { Baseline = v }),
                Color("sample", "The sample.", s => s.Sample, (s, v) => s with { Sample = v }),
                Color("difference", "The difference.", s => s.Difference, (s, v) => s with { Difference = v }),
                new MethodKey<GraphStyle, IReadOnlyList<string>>("series", new ColorsForm(),
                    "A few spectra, in their order.", s => s.Series, (s, v) => s with { Series = v }),
                new MethodKey<GraphStyle, IReadOnlyList<string>>("ramp", new ColorsForm(),
                    "More spectra than 'series' has colors; colors between are mixed.",
                    s => s.Ramp, (s, v) => s with { Ramp = v }),
                new MethodKey<GraphStyle, double>("lineWidth", new NumberForm(0.2, 5),
                    "By how much the lines of spectra are thicker than by default.",
                    s => s.LineWidth, (s, v) => s with { LineWidth = v }),
                new MethodKey<GraphStyle, double>("fontSize", new NumberForm(0.5, 2),
                    "By how much letters, and margins with them, are larger than by default.",
                    s => s.FontSize, (s, v) => s with { FontSize = v }),
                new MethodKey<GraphStyle, string>("footer", new TextForm(), "A text at the lower left.",
                    s => s.Footer, (s, v) => s with { Footer = v }),
                new MethodKey<GraphStyle, string>("logo", new FileForm(folder), "A PNG or JPG at the lower right.",
                    s => s.Logo, (s, v) => s with { Logo = v }),
            ],
            start);

        static MethodKey<GraphStyle> Color(
            string name, string summary, Func<GraphStyle, object?> get, Func<GraphStyle, string, GraphStyle> set) =>
            new MethodKey<GraphStyle, string>(name, new ColorForm(), summary, get, set);
    }
}
