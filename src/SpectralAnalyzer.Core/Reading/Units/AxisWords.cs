namespace SpectralAnalyzer.Core.Reading.Units;

/// <summary>Reads the words of x axes.</summary>
internal static class AxisWords
{
    private static readonly string[] s_ramanShift =
    [
        "ramanshift", "ramanverschiebung", "raman-verschiebung", "déplacementraman", "deplacementraman",
        "decalageraman", "décalageraman", "desplazamientoraman", "ラマンシフト", "拉曼位移", "拉曼频移", "拉曼", "rel.1/cm",
        "rel1/cm", "rel.cm-1", "relcm-1", "relativewavenumber", "raman",
    ];

    private static readonly string[] s_wavenumber =
    [
        "wavenumber", "wellenzahl", "nombred'onde", "nombredonde", "númerodeonda", "numerodeonda", "númerodeondas",
        "numerodeondas", "波数", "波數", "wavenum", "wavecount", "kayser",
    ];

    private static readonly string[] s_perCentimeter =
    [
        "cm-1", "cm^-1", "1/cm", "cm**-1", "cm^(-1)", "cm{-1}", "cm^{-1}", "cm_1", "cm-¹", "/cm)", "/cm]",
        "reciprocalcent", "inversecent", "icm",
    ];

    private static readonly string[] s_wavelength =
    [
        "wavelength", "wellenlänge", "wellenlaenge", "wellenlnge", "longueurd'onde", "longueurdonde",
        "longituddeonda", "longitudonda", "lunghezzad'onda", "comprimentodeonda", "golflengte", "波長", "波长", "lambda",
        "λ", "nanomet", "w.length", "w.l.", "wavel",
    ];

    private static readonly string[] s_energy =
    [
        "energy", "energie", "énergie", "energía", "energia", "エネルギー", "能量", "k.e.", "b.e.", "kineticenergy",
        "bindingenergy", "photonenergy", "ev", "kev", "electronvolt", "bindungsenergie", "結合エネルギー", "结合能", "動能", "动能",
    ];

    private static readonly string[] s_angle =
    [
        "2theta", "2-theta", "2θ", "twotheta", "two-theta", "2th", "theta", "°2th", "angle", "winkel", "ángulo", "角度",
        "chi_q", "q(", "q[", "tth",
    ];

    private static readonly string[] s_time =
    [
        "time", "zeit", "temps", "tiempo", "時間", "时间", "elapsed", "timestamp", "datum", "date",
    ];

    private static readonly string[] s_exact =
    [
        "x", "wl", "wn", "wave", "wavel", "waveln", "w", "k", "freq", "frequency", "frequenz", "fréquence", "q",
        "m/z", "mz", "wc", "nm", "ppm", "横軸", "rs",
    ];

    /// <summary>What a name says.</summary>
    public static AxisWord Read(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return default;
        var word = SimpleWord.From(name);
        var unit = StatedUnit(word, name);
        if (unit == AxisUnit.Unknown && OtherUnits.IsIn(name))
            unit = AxisUnit.Other;
        if (ContainsAny(word, s_ramanShift)
            && (word.Contains("shift", StringComparison.Ordinal) || OrdinateWords.Read(name) == OrdinateKind.Unknown
            && !OrdinateWords.IsIndex(name)))
            return new AxisWord(unit is AxisUnit.Nanometer or AxisUnit.Micrometer or AxisUnit.Other
                ? unit
                : AxisUnit.RamanShift, AxisQuantity.RamanShift);
        if (ContainsAny(word, s_wavenumber) || unit == AxisUnit.Wavenumber)
            return new AxisWord(unit is AxisUnit.Other ? unit : AxisUnit.Wavenumber, AxisQuantity.Wavenumber);
        if (ContainsAny(word, s_wavelength) || unit is AxisUnit.Nanometer or AxisUnit.Micrometer
            || word is "wl" or "w" or "nm" or "wc")
            return new AxisWord(unit, AxisQuantity.Wavelength);
        if (unit == AxisUnit.ElectronVolt || !IsWork(word)
            && s_energy.Any(e => e.Length > 3 && word.Contains(e, StringComparison.Ordinal)))
            return new AxisWord(unit, AxisQuantity.Energy);
        if (ContainsAny(word, s_angle))
            return new AxisWord(unit == AxisUnit.Other ? unit : Degrees(word)
                ? AxisUnit.DegreeTwoTheta
                : AxisUnit.Unknown, AxisQuantity.Angle);
        if (word is "wn")
            return new AxisWord(AxisUnit.Unknown, AxisQuantity.Wavenumber);
        if (ContainsAny(word, s_time))
            return new AxisWord(AxisUnit.Unknown, AxisQuantity.Time);
        return s_exact.Contains(word) || word.StartsWith("x(", StringComparison.Ordinal)
            || word.StartsWith("x[", StringComparison.Ordinal)
            || word.StartsWith("x-", StringComparison.Ordinal) || word.StartsWith("x_", StringComparison.Ordinal)
                || word is "xdata" or "xaxis" or "abscissa"
            ? new AxisWord(AxisUnit.Unknown, AxisQuantity.Other)
            : default;
    }

    /// <summary>Returns the unit that a text states as a separate word: <c>nm</c>, <c>NANOMETERS</c>, <c>1/CM</c>.</summary>
    public static AxisUnit StatedUnit(string text) => StatedUnit(SimpleWord.From(text), text);

    private static AxisUnit StatedUnit(string word, string text)
    {
        if (IsPerCentimeter(word))
            return ContainsAny(word, s_ramanShift) ? AxisUnit.RamanShift : AxisUnit.Wavenumber;
        if (HasToken(text, "nm") || word.Contains("nanom", StringComparison.Ordinal))
            return AxisUnit.Nanometer;
        if (HasToken(text, "µm") || HasToken(text, "μm") || HasToken(text, "um") || HasToken(text, "micron")
            || HasToken(text, "microns")
            || word.Contains("microm", StringComparison.Ordinal) || word.Contains("mikrom", StringComparison.Ordinal))
            return AxisUnit.Micrometer;
        if (HasToken(text, "ev") || word.Contains("electronvolt", StringComparison.Ordinal)
            || word.Contains("elektronenvolt", StringComparison.Ordinal))
            return AxisUnit.ElectronVolt;
        return AxisUnit.Unknown;
    }

    /// <summary>True for an energy that was stored or used (W.h), which no spectrum is plotted against.</summary>
    private static bool IsWork(string word) => word.Contains("w.h", StringComparison.Ordinal)
        || word.EndsWith("wh", StringComparison.Ordinal) || word.Contains("wh)", StringComparison.Ordinal);

    /// <summary>True for the letter alone.</summary>
    public static bool IsLambda(string? name) => name is not null && SimpleWord.From(name) is "lambda" or "λ";

    private static bool Degrees(string word) =>
        word.Contains('2', StringComparison.Ordinal) || word.Contains("two", StringComparison.Ordinal)
            || word.Contains("deg", StringComparison.Ordinal) || word.Contains('°', StringComparison.Ordinal);

    private static bool ContainsAny(string word, string[] parts) => parts.Any(p => word.Contains(p, StringComparison.Ordinal));

    /// <summary>True for a reciprocal centimeter that is no value's: <c>Resolution 4 cm-1</c>.</summary>
    private static bool IsPerCentimeter(string word)
    {
        foreach (var form in s_perCentimeter)
        {
            var at = word.IndexOf(form, StringComparison.Ordinal);
            if (at >= 0 && (at == 0 || !char.IsAsciiDigit(word[at - 1]) || form[0] == '1'))
                return true;
        }

        return word.EndsWith("/cm", StringComparison.Ordinal);
    }

    private static bool HasToken(string text, string token)
    {
        for (var at = text.IndexOf(token, StringComparison.OrdinalIgnoreCase); at >= 0;
             at = text.IndexOf(token, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + token.Length;
            var before = at == 0 || !char.IsLetter(text[at - 1]) || text[at - 1] is 'x' or '_';
            var after = end == text.Length || !char.IsLetter(text[end]) && !char.IsNumber(text[end])
                && text[end] is not ('^' or '-' or '−' or '⁻' or '*');
            if (before && after && !IsValueOrDivisor(text.AsSpan(0, at)))
                return true;
        }

        return false;
    }

    /// <summary>
    /// True where what stands before a unit makes it that of a value (<c>785 nm</c>) or divides by it (<c>1/nm</c>,
    /// <c>(W/m²/nm)</c>).
    /// </summary>
    private static bool IsValueOrDivisor(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" _\t");
        if (before.IsEmpty)
            return false;
        if (before[^1] != '/')
            return char.IsAsciiDigit(before[^1]);
        before = before[..^1].TrimEnd();
        if (before.IsEmpty || char.IsAsciiDigit(before[^1]))
            return true;
        // in brackets and after another slash it divides a unit; else it parts the quantity from its own, as in Wavelength/nm and
        // (λ/nm)
        var from = before.LastIndexOfAny('(', '[', '/');
        return from >= 0 && before[(from + 1)..].Trim() is not ("λ" or "l" or "lambda");
    }
}
