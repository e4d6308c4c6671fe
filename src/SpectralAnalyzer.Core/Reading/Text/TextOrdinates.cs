using System.Globalization;
using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Tells what y is in each spectrum of a table.</summary>
internal static class TextOrdinates
{
    /// <summary>
    /// The ordinates, one a spectrum; whether a transmittance or reflectance is in percent is decided once for the file where it
    /// does not say.
    /// </summary>
    /// <param name="series">The spectra.</param>
    /// <param name="layout">The layout; an ordinate that it states wins over the file's words.</param>
    /// <param name="options">What the user states; it wins over all.</param>
    /// <param name="metadata">The lines around the data as names and values.</param>
    /// <param name="issues">Takes in what the user should know.</param>
    public static List<SpectralOrdinate> Read(
        List<ReadSeries> series, TableLayout layout, ReadOptions options, IReadOnlyDictionary<string, string> metadata,
            List<SpectralFileIssue> issues)
    {
        if ((options.Ordinate ?? (layout.Ordinate.Kind == OrdinateKind.Unknown ? null : layout.Ordinate.Kind)) is { } stated)
            return series.ConvertAll(s => new SpectralOrdinate(stated, UnitWords.LabelOf(stated, s.Name)));
        // a file may have a hundred thousand spectra of a handful of names
        var fromLines = new Lazy<OrdinateKind>(() => UnitReading.FromYKeys(metadata));
        var known = new Dictionary<string, OrdinateKind>(StringComparer.Ordinal);
        var kinds = series.ConvertAll(s => s.StatesOrdinate
            ? UnitWords.ToOrdinate(s.NameAndUnit).Kind
            : KindOf(s.NameAndUnit));
        // A, B, C name samples; A, T, R name quantities
        var named = !series.Exists(s => OrdinateWords.IsLetter(s.NameAndUnit))
            || kinds.TrueForAll(k => k != OrdinateKind.Unknown);
        var ordinates = series.Select((s, i) =>
        {
            var kind = named || !OrdinateWords.IsLetter(s.NameAndUnit) ? kinds[i] : OrdinateKind.Unknown;
            // a number is the time or the place of a spectrum, not a quantity
            var label = double.TryParse(s.NameAndUnit, CultureInfo.InvariantCulture, out _) ? null : s.NameAndUnit;
            return UnitWords.WithInferredScale(kind, label);
        }).ToList();
        return OrdinateScale.Resolve(ordinates, [.. series.Select(s => s.Y)], issues.Add);

        OrdinateKind KindOf(string? name)
        {
            if (!known.TryGetValue(name ?? "", out var kind))
                known.Add(name ?? "", kind = UnitReading.StatedOrdinate(name, fromLines));
            return kind;
        }
    }

    /// <summary>
    /// The ordinates over an axis, where neither the user nor the layout states them: an A over volts or minutes is an ampere,
    /// and over an unknown axis it may be one.
    /// </summary>
    public static List<SpectralOrdinate> Over(SpectralAxis axis, List<SpectralOrdinate> ordinates) =>
        ordinates.ConvertAll(ordinate =>
        ordinate is not { Kind: OrdinateKind.Absorbance, Label: { } label } || label.Trim() is not "A" ? ordinate
        : axis.Unit == AxisUnit.Other ? ordinate with { Kind = OrdinateKind.Other }
        : axis.Unit == AxisUnit.Unknown ? ordinate with { Kind = OrdinateKind.Unknown }
        : ordinate);
}
