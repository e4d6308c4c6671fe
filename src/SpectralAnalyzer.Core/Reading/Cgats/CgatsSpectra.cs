using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Cgats;

/// <summary>Makes the spectra of a table: one a row.</summary>
internal static class CgatsSpectra
{
    private static readonly string[] s_names = ["SAMPLE_NAME", "SAMPLE_ID", "SAMPLEID", "SAMPLE_NO", "SAMPLE_LOC", "NAME", "ID"];

    /// <summary>The spectra, in the order of the rows.</summary>
    public static IEnumerable<SpectrumDraft> Create(CgatsTable table, CgatsBands bands, ReadingChecks checks)
    {
        var values = table.Rows.Select(row =>
            Array.ConvertAll(bands.Places, place => NumberList.TryParse(row[place], out var value) ? value : double.NaN))
                .ToArray();
        var ordinate = Ordinate(table, values.SelectMany(y => y).ToArray(), checks);
        var metadata = Metadata(table);
        var name = s_names.Select(wanted => table.Fields.ToList()
            .FindIndex(field => field.Equals(wanted, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(place => place >= 0, -1);
        for (var i = 0; i < values.Length; i++)
        {
            yield return new SpectrumDraft((double[])bands.Wavelengths.Clone(), values[i])
            {
                Series = name < 0 ? null : table.Rows[i][name],
                Axis = new SpectralAxis(AxisUnit.Nanometer, "nm"),
                Ordinate = ordinate,
                Metadata = metadata,
            };
        }
    }

    private static SpectralOrdinate Ordinate(CgatsTable table, double[] values, ReadingChecks checks)
    {
        if (table.Keywords.GetValueOrDefault("QUANTITY") is { } quantity)
            return UnitWords.ToOrdinate(quantity);
        var kind = Word("MEAS_TYPE") ?? Word("MEASUREMENT_TYPE") ?? "";
        var device = Word("DEVICE_CLASS") ?? "";
        if (kind.Contains("EMISS", StringComparison.Ordinal) || kind.Contains("AMBIENT", StringComparison.Ordinal)
            || device is "DISPLAY" or "EMISSION")
            return new SpectralOrdinate(OrdinateKind.Intensity, kind.Length > 0 ? kind : device);
        if (kind.Contains("TRANSMI", StringComparison.Ordinal))
            return Scaled(OrdinateKind.Transmittance, OrdinateKind.PercentTransmittance, kind);
        if (kind.Contains("REFLECT", StringComparison.Ordinal))
            return Scaled(OrdinateKind.Reflectance, OrdinateKind.PercentReflectance, kind);
        return SpectralOrdinate.Unknown;

        string? Word(string keyword) => table.Keywords.GetValueOrDefault(keyword)?.ToUpperInvariant();

        SpectralOrdinate Scaled(OrdinateKind fraction, OrdinateKind percent, string label) => table.Number("SPECTRAL_NORM") switch
        {
            100 => new SpectralOrdinate(percent, label),
            1 => new SpectralOrdinate(fraction, label),
            _ => UnitWords.WithInferredScale(fraction, label),
        };
    }

    private static IReadOnlyDictionary<string, string> Metadata(CgatsTable table)
    {
        var metadata = new StatedMetadata();
        foreach (var (name, value) in table.Keywords)
        {
            if (!name.StartsWith("NUMBER_OF_", StringComparison.OrdinalIgnoreCase) && name.Length > 0 && char.IsLetter(name[0]))
                metadata.Add(name, value);
        }

        return metadata.Entries;
    }
}
