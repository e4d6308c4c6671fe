using SpectralAnalyzer.Core.Methods.Forms;

namespace SpectralAnalyzer.Core.Methods.Keys;

/// <summary>The keys of a band.</summary>
internal static class BandKeys
{
    /// <summary>The keys that say what is measured.</summary>
    private static readonly string[] s_measures = ["height", "area", "centroid", "width", "ratio"];

    /// <summary>Gets the keys of one band.</summary>
    internal static GroupForm<SpectralBand> Group { get; } = new(
        [
            new MethodKey<SpectralBand, HeightPlace>("height", new HeightForm(),
                "Measures the height at an x, or the largest in a range.",
                b => b.Measure == BandMeasure.Height && (b.Position ?? (object?)b.Range) is not null
                    ? new HeightPlace(b.Position, b.Range)
                    : null,
                (b, v) => b with { Measure = BandMeasure.Height, Position = v.X, Range = v.Range }),
            Ranged("area", BandMeasure.Area, "Measures the area of a range, in y unit × x unit."),
            Ranged("centroid", BandMeasure.Centroid, "Measures the x of the center of gravity of a range."),
            Ranged("width", BandMeasure.Width, "Measures the width at half height of the band in a range."),
            new MethodKey<SpectralBand, IReadOnlyList<string>>("ratio", new PairForm(),
                "Divides the value of the first band by that of the second.",
                b => b is { Measure: BandMeasure.Ratio, Numerator: { } n, Denominator: { } d } ? (string[])[n, d] : null,
                (b, v) => b with { Measure = BandMeasure.Ratio, Numerator = v[0], Denominator = v[1] }),
            new MethodKey<SpectralBand, IReadOnlyList<double>>("base",
                new NumbersForm("two different x, as [1900, 1670], or one x", 2),
                "The two x between which a straight line is the base, or one x whose y is the base; without it, y = 0.",
                b => b.Base, (b, v) => b with { Base = v }),
            new MethodKey<SpectralBand, BandSource>("of", ChoiceForm<BandSource>.Create(),
                "The spectrum that is measured: the sample, the baseline, or sample minus baseline.",
                b => b.Of, (b, v) => b with { Of = v }),
        ],
        new SpectralBand { Name = "", Measure = BandMeasure.Height })
    {
        OneOf = s_measures,
    };

    /// <summary>Gets the bands by name.</summary>
    internal static NamedForm<SpectralBand> Bands { get; } = new(
        Group, "band", (band, key) => band with { Name = key.Text, Line = key.Line > 0 ? key.Line : null }, band => band.Name);

    private static MethodKey<SpectralBand, SpectralRange> Ranged(string name, BandMeasure measure, string summary) => new(
        name, new RangeForm(), summary, b => b.Measure == measure ? b.Range : null,
        (b, v) => b with { Measure = measure, Range = v });
}
