namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Reads the words of y columns, in the languages that instruments write.</summary>
internal static class OrdinateWords
{
    private static readonly string[] Absorbance =
        ["absorb", "absorption", "extinktion", "extinction", "吸光", "吸收", "opticaldensity", "log(1/r)", "log1/r"];

    private static readonly string[] Transmittance =
        ["transmit", "transmis", "transmit", "durchlässig", "透過", "透射", "trasmitt"];

    private static readonly string[] Reflectance = ["reflect", "reflex", "remission", "réflect", "反射", "riflett"];

    private static readonly string[] Intensity =
    [
        "intens", "counts", "cts", "cps", "count", "signal", "強度", "强度", "計数", "a.u.", "arb", "zählrate", "scope", "fluor", "emission", "dark", "sample",
        "irradiance", "radiance",
    ];

    private static readonly string[] Error =
    [
        "sigma", "stdev", "stddev", "std.dev", "standarddeviation", "standardabweichung", "écart", "ecarttype", "desviación", "uncertainty",
        "error", "fehler", "σ", "esd", "標準偏差", "标准差", "误差", "rsd",
    ];

    private static readonly HashSet<string> Index = new(StringComparer.Ordinal)
    {
        "index", "idx", "pixel", "pixels", "no", "no.", "nr", "nr.", "row", "point", "points", "channel", "n", "i", "id", "number", "num", "nummer",
        "pixelnumber", "pixel#", "pixels#", "point#", "#point", "lfd.nr.", "序号", "番号", "像素", "point_number", "datapoint", "line", "spectrum", "#",
    };

    /// <summary>What a name says of y.</summary>
    public static OrdinateKind Read(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return OrdinateKind.Unknown;
        var word = AxisWords.Simplify(name);
        var percent = name.Contains('%', StringComparison.Ordinal) || word.Contains("percent", StringComparison.Ordinal) || word.Contains("prozent", StringComparison.Ordinal);
        if (word.Contains("kubelka", StringComparison.Ordinal) || word is "k-m" or "km" or "k/s" or "f(r)")
            return OrdinateKind.KubelkaMunk;
        if (ContainsAny(word, Absorbance) || word is "a" or "abs" or "abs." or "od" or "a(au)" || word.StartsWith("abs(", StringComparison.Ordinal) || word.StartsWith("abs[", StringComparison.Ordinal))
            return OrdinateKind.Absorbance;
        if (ContainsAny(word, Transmittance) || word is "t%" or "t" or "t[%]" or "t(%)" or "%t" or "trans" or "tr")
            return percent ? OrdinateKind.PercentTransmittance : OrdinateKind.Transmittance;
        if (ContainsAny(word, Reflectance) || word is "r%" or "r[%]" or "r(%)" or "%r")
            return percent ? OrdinateKind.PercentReflectance : OrdinateKind.Reflectance;
        return ContainsAny(word, Intensity) || word is "i" ? OrdinateKind.Intensity : OrdinateKind.Unknown;
    }

    /// <summary>True where a name says that the column holds errors of another.</summary>
    public static bool IsError(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return false;
        var word = AxisWords.Simplify(name);
        return ContainsAny(word, Error) || word is "std" or "sd" or "err" or "dy" or "e" or "s.d." or "se" or "±" or "sem"
            || word.EndsWith("_sd", StringComparison.Ordinal) || word.EndsWith("_std", StringComparison.Ordinal) || word.EndsWith("_err", StringComparison.Ordinal)
            || word.EndsWith("(sd)", StringComparison.Ordinal) || word.EndsWith("(std)", StringComparison.Ordinal);
    }

    /// <summary>True where a name says that the column numbers the rows or the detector's elements.</summary>
    public static bool IsIndex(string? name) => !string.IsNullOrWhiteSpace(name) && Index.Contains(AxisWords.Simplify(name).TrimStart('"'));

    private static bool ContainsAny(string word, string[] parts) => parts.Any(p => word.Contains(p, StringComparison.Ordinal));
}
