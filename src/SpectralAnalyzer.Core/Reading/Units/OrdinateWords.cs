using System.Text;

namespace SpectralAnalyzer.Core.Reading.Units;

/// <summary>
/// Reads the words of y, in the languages that instruments write. A name of a sample must not be taken for one: what is short
/// counts as a whole word alone.
/// </summary>
internal static class OrdinateWords
{
    // within a word: long enough to stand in compounds of it alone
    private static readonly string[] s_absorbance =
        ["absorban", "absorbân", "absorbtion", "absorption", "absorpci", "absorção", "absorció", "assorban", "assorbimento",
            "extinktion", "extinction", "extinción", "吸光", "吸收"];

    private static readonly string[] s_transmittance = ["transmit", "transmis", "trasmitt", "trasmiss", "durchlässig", "透過",
        "透射"];

    private static readonly string[] s_reflectance = ["reflect", "reflekt", "reflexi", "remission", "réflect", "réflexi", "反射",
        "riflett", "rifless"];

    private static readonly string[] s_intensity =
        ["intens", "強度", "强度", "計数", "zählrate", "fluorescen", "fluoreszen", "radiance", "bestrahlungsstärke"];

    // whole words
    private static readonly HashSet<string> s_intensityWords = new(StringComparer.Ordinal)
        { "count", "counts", "cts", "cps", "signal", "arb", "arbitrary", "scope", "fluor", "emission", "singlebeam" };

    private static readonly HashSet<string> s_weak = new(StringComparer.Ordinal)
        { "a", "t", "r", "i", "tr", "trans", "sample", "dark", "signal", "scope", "emission" };

    private static readonly HashSet<string> s_index = new(StringComparer.Ordinal)
    {
        "index", "idx", "pixel", "pixels", "no", "no.", "nr", "nr.", "row", "point", "points", "channel", "n", "i", "id",
            "number", "num", "nummer",
        "pixelnumber", "pixel#", "pixels#", "point#", "#point", "lfd.nr.", "序号", "番号", "像素", "point_number", "datapoint", "line",
            "spectrum", "#",
    };

    /// <summary>What a name says of y.</summary>
    public static OrdinateKind Read(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return OrdinateKind.Unknown;
        var word = SimpleWord.From(name);
        var words = Words(name);
        var percent = name.Contains('%', StringComparison.Ordinal) || word.Contains("percent", StringComparison.Ordinal)
            || word.Contains("prozent", StringComparison.Ordinal);
        if (word.Contains("kubelka", StringComparison.Ordinal) || word is "k-m" or "km" or "k/s" or "f(r)")
            return OrdinateKind.KubelkaMunk;
        if (Hold(words, s_absorbance))
            // a share that is absorbed, and what an absorption is divided by, are no absorbance
            return percent || words.Exists(IsDivided) ? OrdinateKind.Other : OrdinateKind.Absorbance;
        if (word is "a" or "abs" or "abs." or "od" or "a(au)" or "a(a.u.)" or "a[a.u.]" or "absorb" or "absorb."
            or "opticaldensity"
            || word.StartsWith("abs(", StringComparison.Ordinal) || word.StartsWith("abs[", StringComparison.Ordinal)
                || word.Contains("opticaldensity", StringComparison.Ordinal))
            return OrdinateKind.Absorbance;
        // of a reflectance: no transmittance can be made from it
        if (word.Contains("log(1/r)", StringComparison.Ordinal) || word.Contains("log1/r", StringComparison.Ordinal)
            || word.Contains("log[1/r]", StringComparison.Ordinal))
            return OrdinateKind.Other;
        if (Hold(words, s_transmittance)
            || word is "t%" or "t" or "t[%]" or "t(%)" or "%t" or "trans" or "trans." or "%trans" or "tr")
            return percent ? OrdinateKind.PercentTransmittance : OrdinateKind.Transmittance;
        if (Hold(words, s_reflectance) || word.StartsWith("tgt./ref", StringComparison.Ordinal)
            || word is "r" or "r%" or "r[%]" or "r(%)" or "%r")
            return percent ? OrdinateKind.PercentReflectance : OrdinateKind.Reflectance;
        return Hold(words, s_intensity) || words.Exists(IsCount) || word is "i" or "sample" or "dark" || HoldsArbitraryUnits(word)
            ? OrdinateKind.Intensity
            : OrdinateKind.Unknown;
    }

    /// <summary>True for a name that may as well be a sample's: what the header states of y wins over it.</summary>
    public static bool IsWeak(string? name) => !string.IsNullOrWhiteSpace(name) && s_weak.Contains(SimpleWord.From(name));

    /// <summary>True for a name of one letter.</summary>
    public static bool IsLetter(string? name) => name?.Trim() is { Length: 1 } letter && char.IsLetter(letter[0]);

    /// <summary>True where a name says that the column numbers the rows or the detector's elements.</summary>
    public static bool IsIndex(string? name) => !string.IsNullOrWhiteSpace(name)
        && IsIndexWord(SimpleWord.From(name).TrimStart('"'));

    private static bool IsIndexWord(string word) => s_index.Contains(word)
        || word.EndsWith("_number", StringComparison.Ordinal) && !word.StartsWith("wave", StringComparison.Ordinal)
        || word.EndsWith("_id", StringComparison.Ordinal) || word.EndsWith("_index", StringComparison.Ordinal)
            || word.EndsWith("_idx", StringComparison.Ordinal) || word.EndsWith("_nr", StringComparison.Ordinal);

    /// <summary>
    /// The words of a name: runs of letters, in small letters, parted also where a capital follows a small letter.
    /// </summary>
    public static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var wasSmall = false;
        foreach (var c in name.Normalize(NormalizationForm.FormKC))
        {
            if (word.Length > 0 && (!char.IsLetter(c) || wasSmall && char.IsUpper(c)))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            wasSmall = char.IsLower(c);
            if (char.IsLetter(c))
                word.Append(char.ToLowerInvariant(c));
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    private static bool Hold(List<string> words, string[] stems) =>
        words.Exists(w => stems.Any(s => w.Contains(s, StringComparison.Ordinal)));

    // kcps, CCDcts, rawcounts
    private static bool IsCount(string word) =>
        s_intensityWords.Contains(word)
            || word is "kcps" or "ccdcts" or "darkcounts" or "rawcounts" or "netcounts" or "totalcounts";

    private static bool HoldsArbitraryUnits(string word)
    {
        var at = word.IndexOf("a.u.", StringComparison.Ordinal);
        return at == 0 || at > 0 && !char.IsLetter(word[at - 1]);
    }

    private static bool IsDivided(string word) =>
        word.Contains("coef", StringComparison.Ordinal) || word.Contains("koef", StringComparison.Ordinal) || word is "cross"
            || word.Contains("系数", StringComparison.Ordinal) || word.Contains("係数", StringComparison.Ordinal);
}
