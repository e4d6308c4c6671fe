namespace SpectralAnalyzer.Core.Reading.Units;

/// <summary>Reads and writes the words that formats with a stated layout use for the units of x and y.</summary>
internal static class UnitWords
{
    /// <summary>
    /// The axis that a unit's words name; <see cref="AxisUnit.Other"/> with the label where they name none that is known here.
    /// </summary>
    /// <param name="words">The words as the file has them.</param>
    /// <param name="isRaman">True where the file says elsewhere that it is a Raman spectrum.</param>
    public static SpectralAxis ToAxis(string? words, bool isRaman)
    {
        var label = words?.Trim().Trim('"').Trim();
        if (string.IsNullOrEmpty(label))
            return SpectralAxis.Unknown;
        var key = Key(label);
        var unit = key switch
        {
            _ when key.Contains("RAMAN", StringComparison.Ordinal) => AxisUnit.RamanShift,
            _ when IsReciprocalCentimeter(key) => isRaman ? AxisUnit.RamanShift : AxisUnit.Wavenumber,
            _ when IsOneOf(key, "NM", "NANOMET", "WAVELENGTHNM", "LAMBDANM") => AxisUnit.Nanometer,
            _ when IsOneOf(key, "UM", "MICROMET", "MICRON", "WAVELENGTHUM") => AxisUnit.Micrometer,
            _ when IsOneOf(key, "EV", "ELECTRONVOLT", "ENERGYEV", "BINDINGENERGYEV", "KINETICENERGYEV", "ENERGYLOSSEV") =>
                AxisUnit.ElectronVolt,
            _ when key.Contains("2THETA", StringComparison.Ordinal)
                || key.Contains("TWOTHETA", StringComparison.Ordinal) => AxisUnit.DegreeTwoTheta,
            _ when IsOneOf(key, "ARBITRARY", "UNKNOWN", "NONE") => AxisUnit.Unknown,
            _ => AxisWords.Read(label).Unit is var inOtherWords and not AxisUnit.Unknown ? inOtherWords : AxisUnit.Other,
        };
        return new SpectralAxis(unit, label);
    }

    /// <summary>
    /// The ordinate that a unit's words name; <see cref="OrdinateKind.Other"/> with the label where they name none that is known
    /// here. A transmittance or
    /// reflectance without a percent sign has <see cref="SpectralOrdinate.IsScaleInferred"/>: the numbers of the whole file
    /// decide.
    /// </summary>
    /// <param name="words">The words as the file has them.</param>
    public static SpectralOrdinate ToOrdinate(string? words)
    {
        var label = words?.Trim().Trim('"').Trim();
        if (string.IsNullOrEmpty(label))
            return SpectralOrdinate.Unknown;
        var key = Key(label);
        var kind = OrdinateWords.Read(label);
        if (kind is OrdinateKind.Unknown)
        {
            kind = key switch
            {
                "AU" when !label.Contains('.', StringComparison.Ordinal) => OrdinateKind.Absorbance,
                "ABSORBANCEUNITS" => OrdinateKind.Absorbance,
                "UNKNOWN" or "NONE" => OrdinateKind.Unknown,
                _ => OrdinateKind.Other,
            };
        }

        return WithInferredScale(kind, label);
    }

    /// <summary>
    /// An ordinate of which the numbers decide whether it is a fraction or in percent, where it can be either and its name does
    /// not say that it is a fraction.
    /// </summary>
    /// <param name="kind">The kind; of a transmittance or reflectance that of the fraction.</param>
    /// <param name="label">The name as the file has it.</param>
    public static SpectralOrdinate WithInferredScale(OrdinateKind kind, string? label) =>
        new(kind, label, IsScaleInferred: kind is OrdinateKind.Transmittance or OrdinateKind.Reflectance
            && label?.Contains("fraction", StringComparison.OrdinalIgnoreCase) != true);

    /// <summary>
    /// The label of an ordinate whose kind the user states; none for an intensity, whose label may state a rate that the user
    /// does not.
    /// </summary>
    public static string? LabelOf(OrdinateKind stated, string? label) => stated == OrdinateKind.Intensity ? null : label;

    /// <summary>Returns the words for an axis, as JCAMP-DX has them: its label where the unit is not known.</summary>
    internal static string FromAxis(SpectralAxis axis) => axis.Unit switch
    {
        AxisUnit.Wavenumber => "1/CM",
        AxisUnit.RamanShift => "RAMAN SHIFT (1/CM)",
        AxisUnit.Nanometer => "NANOMETERS",
        AxisUnit.Micrometer => "MICROMETERS",
        AxisUnit.ElectronVolt => axis.Energy switch
        {
            EnergyKind.Binding => "BINDING ENERGY (EV)",
            EnergyKind.Kinetic => "KINETIC ENERGY (EV)",
            EnergyKind.Loss => "ENERGY LOSS (EV)",
            _ => "ELECTRONVOLT",
        },
        AxisUnit.DegreeTwoTheta => "2THETA (DEGREES)",
        _ => axis.Label ?? "",
    };

    /// <summary>Returns the words for an ordinate, as JCAMP-DX has them: its label where the quantity is not known.</summary>
    internal static string FromOrdinate(SpectralOrdinate ordinate) => ordinate.Kind switch
    {
        OrdinateKind.Absorbance => "ABSORBANCE",
        OrdinateKind.Transmittance => "TRANSMITTANCE",
        OrdinateKind.PercentTransmittance => "PERCENT TRANSMITTANCE",
        OrdinateKind.Reflectance => "REFLECTANCE",
        OrdinateKind.PercentReflectance => "PERCENT REFLECTANCE",
        OrdinateKind.Intensity => "ARBITRARY UNITS",
        OrdinateKind.KubelkaMunk => "KUBELKA-MUNK",
        _ => ordinate.Label ?? "",
    };

    private static bool IsReciprocalCentimeter(string key) =>
        key.Contains("1/CM", StringComparison.Ordinal) || key.Contains("CM-1", StringComparison.Ordinal)
        || key.Contains("WAVENUMBER", StringComparison.Ordinal) || key.Contains("WELLENZAHL", StringComparison.Ordinal)
            || key is "CM1";

    private static bool IsOneOf(string key, params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (key.StartsWith(start, StringComparison.Ordinal) && (start.Length > 3 || key.Length == start.Length))
                return true;
        }

        return false;
    }

    private static string Key(string label)
    {
        var key = label.ToUpperInvariant()
            .Replace('\u2212', '-').Replace('\u2013', '-').Replace('\u00B5', 'U').Replace('\u03BC', 'U').Replace('\u039C', 'U')
            .Replace("\u207B\u00B9", "-1", StringComparison.Ordinal)
            .Replace("\u2070", "0", StringComparison.Ordinal)
            .Replace("Θ", "THETA", StringComparison.Ordinal);
        var kept = key.Where(c => char.IsLetterOrDigit(c) || c is '/' or '-' or '%').ToArray();
        key = new string(kept);
        return key.Replace("2-THETA", "2THETA", StringComparison.Ordinal);
    }
}
