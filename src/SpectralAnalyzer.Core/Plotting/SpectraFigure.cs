using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>A graph of spectra that is ready to be drawn: all in the first one's units.</summary>
/// <param name="Spectra">The spectra, each on its own points.</param>
/// <param name="Labels">The name of each.</param>
/// <param name="Arrangement">How they share the graph.</param>
/// <param name="Title">The title.</param>
/// <param name="XRange">The limits of x.</param>
/// <param name="Offset">The shift from each spectrum to the next; null: enough that they do not cross.</param>
/// <param name="Warnings">Conversions that were made, and units that do not go together.</param>
internal sealed record SpectraFigure(
    IReadOnlyList<Spectrum> Spectra,
    IReadOnlyList<string> Labels,
    GraphArrangement Arrangement,
    string Title,
    (double From, double To) XRange,
    double? Offset,
    IReadOnlyList<string> Warnings)
{
    /// <summary>Brings the spectra of a graph into one unit.</summary>
    /// <param name="graph">The graph.</param>
    /// <exception cref="SpectralException">There is no spectrum, the units do not go together, or no point lies in the range.</exception>
    internal static SpectraFigure Of(SpectraGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.Spectra.Count == 0)
            throw new SpectralException("NoSpectra", SpectralErrorCategory.InvalidArgument, "There is no spectrum to draw.");
        var spectra = new List<Spectrum> { graph.Spectra[0] };
        var warnings = new List<string>();
        foreach (var spectrum in graph.Spectra.Skip(1))
        {
            var alignment = new UnitAlignment(spectra[0], graph.LaserWavelength);
            spectra.Add(alignment.Align(spectrum));
            warnings.AddRange(alignment.Conversions.Select(c => $"{spectrum.Label}: {c}."));
            warnings.AddRange(alignment.Warnings.Select(w => $"{spectrum.Label}: {w}"));
        }

        return new SpectraFigure(
            spectra, LabelsOf(graph.Spectra), graph.Arrangement, graph.Title ?? TitleOf(graph.Spectra), Range(graph, spectra), graph.Offset, warnings);
    }

    private static (double From, double To) Range(SpectraGraph graph, List<Spectrum> spectra)
    {
        var all = (From: spectra.Min(s => s.XMin), To: spectra.Max(s => s.XMax));
        if (graph.XRange is not { } asked)
            return all;
        var range = (From: Math.Min(asked.From, asked.To), To: Math.Max(asked.From, asked.To));
        if (range.From < range.To && range.From < all.To && range.To > all.From)
            return range;
        throw new SpectralException(
            "NoPointsInRange",
            SpectralErrorCategory.InvalidArgument,
            FormattableString.Invariant($"No spectrum has a point from {range.From} to {range.To}: they reach from {all.From} to {all.To}."),
            "State another -XRange.");
    }

    private static string TitleOf(IReadOnlyList<Spectrum> spectra) => spectra switch
    {
        [var one] => one.Label,
        _ when AreOfOneFile(spectra) => Path.GetFileNameWithoutExtension(spectra[0].Path),
        _ => FormattableString.Invariant($"{spectra.Count} spectra"),
    };

    // the title has the file's name already
    private static string[] LabelsOf(IReadOnlyList<Spectrum> spectra) =>
        [.. spectra.Select(s => AreOfOneFile(spectra) && s.Series is { } series ? series : s.Label)];

    private static bool AreOfOneFile(IReadOnlyList<Spectrum> spectra) =>
        spectra.Count > 1 && spectra[0].Path.Length > 0 && spectra.All(s => s.Path == spectra[0].Path);
}
