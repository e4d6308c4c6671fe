using SpectralAnalyzer.Core.Methods.Forms;

namespace SpectralAnalyzer.Core.Methods.Keys;

/// <summary>The keys of the method file itself.</summary>
internal static class MethodKeys
{
    /// <summary>Returns the group.</summary>
    /// <param name="processing">The steps that there are.</param>
    /// <param name="folder">The folder that paths of files are relative to.</param>
    internal static GroupForm<SpectralMethod> Create(ISpectralProcessing processing, string folder) => new(
        [
            new MethodKey<SpectralMethod, string>("name", new TextForm(), "The name of the method.",
                m => m.Name, (m, v) => m with { Name = v }) { IsRequired = true },
            new MethodKey<SpectralMethod, string>("version", new TextForm("a number or a text"),
                "The version, which is to change with each change of the method.",
                m => m.Version, (m, v) => m with { Version = v }) { IsAlwaysWritten = true },
            new MethodKey<SpectralMethod, string>("description", new TextForm(), "What the method is for.",
                m => m.Description, (m, v) => m with { Description = v }),
            new MethodKey<SpectralMethod, ReadStatement>("read", ReadKeys.Group, "What is known of the files.",
                m => new ReadStatement(m.Reading, m.BaselineReading),
                (m, v) => m with { Reading = v.Sample, BaselineReading = v.Baseline }),
            new MethodKey<SpectralMethod, IReadOnlyList<SpectralStep>>("prepare", new StepsForm(processing, folder),
                "The steps that prepare samples and baseline, in order.", m => m.Steps, (m, v) => m with { Steps = v }),
            new MethodKey<SpectralMethod, ComparisonOptions>("compare", CompareKeys.Group, "How a sample is compared.",
                m => m.Comparison, (m, v) => m with { Comparison = v }),
            new MethodKey<SpectralMethod, IReadOnlyList<SpectralBand>>("bands", BandKeys.Bands,
                "The bands that are measured, by names of your own.", m => m.Bands, (m, v) => m with { Bands = v }),
            new MethodKey<SpectralMethod, IReadOnlyList<SpectralLimit>>("limits", LimitKeys.Limits,
                "The limits of metrics and bands, by name.", m => m.Limits, (m, v) => m with { Limits = v }),
            new MethodKey<SpectralMethod, MethodGraph>("graph", GraphKeys.Create(folder), "What the graph shows.",
                m => m.Graph, (m, v) => m with { Graph = v }),
        ],
        new SpectralMethod { Name = "" });
}
