namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Combines what a command states of a graph with what its method does.</summary>
internal static class GraphSettings
{
    /// <summary>Returns the options of a graph: what is stated, else what the method says.</summary>
    internal static FigureOptions Resolve(FigureOptions stated, MethodGraph? graph) => graph is null ? stated : stated with
    {
        Title = stated.Title ?? graph.Title,
        XRange = stated.XRange ?? graph.XRange,
        YRange = stated.YRange ?? graph.YRange,
        View = stated.View ?? graph.View,
        PeakLabels = stated.PeakLabels ?? graph.PeakLabels,
        Style = stated.Style ?? graph.Style,
        DifferenceScale = stated.DifferenceScale ?? graph.DifferenceScale,
    };
}
