using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Several spectra to draw, all in the units of the first.</summary>
/// <param name="Spectra">The spectra, each with its own points.</param>
/// <param name="Labels">The name of each.</param>
/// <param name="Arrangement">How they are arranged.</param>
/// <param name="Title">The title.</param>
/// <param name="XRange">The limits of x.</param>
/// <param name="Offset">The offset from each spectrum to the next; null: enough that they do not cross.</param>
/// <param name="Warnings">Conversions that were made, and units that do not match.</param>
internal sealed record SpectraFigure(
    IReadOnlyList<Spectrum> Spectra,
    IReadOnlyList<string> Labels,
    GraphArrangement Arrangement,
    string Title,
    (double From, double To) XRange,
    double? Offset,
    IReadOnlyList<string> Warnings)
{
    /// <summary>Gets whether the user has stated the title, which is then never cut.</summary>
    internal bool IsTitleStated { get; init; }

    /// <summary>Converts the spectra of a graph to one unit.</summary>
    /// <exception cref="SpectralException">There is no spectrum, the units do not match, or no point is in the range.</exception>
    internal static SpectraFigure Create(SpectraGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.Spectra.Count == 0)
            throw new SpectralException(
                SpectralErrorIds.NoSpectra, SpectralErrorCategory.InvalidArgument, "There is no spectrum to draw.");
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
            spectra, DefaultLabels(graph.Spectra), graph.Arrangement, graph.Title ?? DefaultTitle(graph.Spectra),
            Range(graph, spectra), graph.Offset, warnings)
        {
            IsTitleStated = graph.Title is not null,
        };
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
            SpectralErrorIds.NoPointsInRange,
            SpectralErrorCategory.InvalidArgument,
            FormattableString.Invariant(
                $"No spectrum has a point from {range.From} to {range.To}: they range from {all.From} to {all.To}."),
            "State another -XRange.");
    }

    private static string DefaultTitle(IReadOnlyList<Spectrum> spectra) => spectra switch
    {
        [var one] => one.Label,
        _ when AreFromOneFile(spectra) => Path.GetFileNameWithoutExtension(spectra[0].Path),
        _ => FormattableString.Invariant($"{spectra.Count} spectra"),
    };

    // the title has the file's name already
    private static string[] DefaultLabels(IReadOnlyList<Spectrum> spectra) =>
        FigureLabels.Create(
        [
            .. spectra.Select(s => AreFromOneFile(spectra) && s.Series is { } series
                ? new FigureName(series, null, IsFile: false)
                : FigureName.From(s)),
        ]);

    private static bool AreFromOneFile(IReadOnlyList<Spectrum> spectra) =>
        spectra.Count > 1 && spectra[0].Path.Length > 0 && spectra.All(s => s.Path == spectra[0].Path);
}
