using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>A graph of spectra that is ready to be drawn: all in the first one's units.</summary>
/// <param name="Spectra">The spectra, each on its own points.</param>
/// <param name="Arrangement">How they share the graph.</param>
/// <param name="Title">The title.</param>
/// <param name="XRange">The limits of x.</param>
/// <param name="Offset">The shift from each spectrum to the next; null: enough that they do not cross.</param>
/// <param name="Warnings">Conversions that were made, and units that do not go together.</param>
internal sealed record SpectraFigure(
    IReadOnlyList<Spectrum> Spectra,
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
            spectra, graph.Arrangement, graph.Title ?? TitleOf(graph.Spectra), Range(graph, spectra), graph.Offset, warnings);
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

    private static string TitleOf(IReadOnlyList<Spectrum> spectra)
    {
        if (spectra.Count == 1)
            return spectra[0].Label;
        var files = spectra.Select(s => Path.GetFileNameWithoutExtension(s.Path)).Distinct(StringComparer.Ordinal).ToArray();
        return files is [{ Length: > 0 } one]
            ? one
            : FormattableString.Invariant($"{spectra.Count} spectra");
    }
}
