using SpectralAnalyzer.Core.Methods.Forms;

namespace SpectralAnalyzer.Core.Methods.Keys;

/// <summary>What is known of samples and of the baseline.</summary>
/// <param name="Sample">What is known of the samples.</param>
/// <param name="Baseline">What is known of the baseline.</param>
internal sealed record ReadStatement(ReadOptions Sample, ReadOptions Baseline);

/// <summary>The keys of <c>read</c>: each for the samples, and with the prefix <c>baseline</c> for the baseline.</summary>
internal static class ReadKeys
{
    private static readonly ChoiceForm<AxisUnit> s_unit = ChoiceForm<AxisUnit>.Create(
        ("cm-1", AxisUnit.Wavenumber), ("nm", AxisUnit.Nanometer), ("um", AxisUnit.Micrometer), ("eV", AxisUnit.ElectronVolt),
        ("deg", AxisUnit.DegreeTwoTheta));

    /// <summary>Gets the group.</summary>
    internal static GroupForm<ReadStatement> Group { get; } = new(
        [.. Keys("", "the samples", r => r.Sample, (r, o) => r with { Sample = o }),
            .. Keys("baseline", "the baseline", r => r.Baseline, (r, o) => r with { Baseline = o })],
        new ReadStatement(ReadOptions.Default, ReadOptions.Default));

    private static IEnumerable<MethodKey<ReadStatement>> Keys(
        string prefix, string of, Func<ReadStatement, ReadOptions> get, Func<ReadStatement, ReadOptions, ReadStatement> set)
    {
        MethodKey<ReadStatement> Key<T>(
            string name, ValueForm<T> form, string summary, Func<ReadOptions, object?> value,
            Func<ReadOptions, T, ReadOptions> with) =>
            new MethodKey<ReadStatement, T>(
                prefix.Length == 0 ? name : prefix + char.ToUpperInvariant(name[0]) + name[1..], form, $"{summary} of {of}.",
                r => value(get(r)), (r, v) => set(r, with(get(r), v)));

        return
        [
            Key("xUnit", s_unit, "The unit of x", o => o.XUnit, (o, v) => o with { XUnit = v }),
            Key("ordinate", ChoiceForm<OrdinateKind>.Create(), "The quantity of y", o => o.Ordinate,
                (o, v) => o with { Ordinate = v }),
            Key("delimiter", ChoiceForm<Delimiter>.Create(), "What stands between the cells of a row", o => o.Delimiter,
                (o, v) => o with { Delimiter = v }),
            Key("decimalMark", ChoiceForm<DecimalMark>.Create(), "The decimal mark", o => o.DecimalMark,
                (o, v) => o with { DecimalMark = v }),
            Key("skipLines", new IntegerForm(0), "How many lines stand before the names of the columns or the data",
                o => o.SkipLines, (o, v) => o with { SkipLines = v }),
            Key("xColumn", new TextForm("the name of a column or its number from 1"), "The column of x", o => o.XColumn,
                (o, v) => o with { XColumn = v }),
            Key("yColumn", new TextsForm("the name of a column or its number from 1"), "The columns of y", o => o.YColumns,
                (o, v) => o with { YColumns = v }),
            Key("encoding", new EncodingForm(), "The encoding", o => o.Encoding, (o, v) => o with { Encoding = v }),
            Key("series", new TextsForm("the name of a spectrum, with * and ? as wildcards, or its number from 1"),
                "The spectra that are taken from the files", o => o.Series, (o, v) => o with { Series = v }),
        ];
    }
}
