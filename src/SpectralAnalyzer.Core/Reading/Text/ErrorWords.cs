using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Tables;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>
/// Tells the columns that hold the errors of another. What is left out here is lost to the user, so the name alone does not do.
/// </summary>
internal static class ErrorWords
{
    /// <summary>Why such a column is left out.</summary>
    public const string Reason = "it holds the errors of another column";

    private const int FewestPoints = 10;

    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "stdev", "stddev", "standarddeviation", "standardabweichung", "écarttype", "ecarttype", "desviación", "uncertainty",
            "unsicherheit", "error", "errors",
        "fehler", "esd", "rsd", "std", "err", "sem", "stderr",
    };

    private static readonly string[] s_inOtherScripts = ["標準偏差", "标准差", "误差", "誤差"];

    // also the names of samples, days and elements
    private static readonly HashSet<string> s_short = new(StringComparer.Ordinal) { "sd", "std", "se", "sem", "err", "e", "dy",
        "di", "sigma", "σ", "s.d.", "±", "esd", "rsd" };

    private static readonly HashSet<string> s_means = new(StringComparer.Ordinal) { "y", "i", "int", "r", "a", "t", "mean", "avg",
        "average", "mittelwert", "median", "value", "flux", "mu", "f" };

    /// <summary>
    /// True where a column holds errors: by its name, by a column before it that they can belong to, and since none is below
    /// zero.
    /// </summary>
    /// <param name="columns">The columns with numbers.</param>
    /// <param name="i">The column, from 0 within them.</param>
    /// <param name="x">The column of x.</param>
    /// <param name="names">Their names.</param>
    public static bool Holds(IReadOnlyList<NumericColumn> columns, int i, int x, HeaderNames names)
    {
        var name = names.Name(columns[i].Number - 1);
        if (string.IsNullOrWhiteSpace(name) || columns[i].Min < 0)
            return false;
        var before = i - 1 == x ? i - 2 : i - 1;
        var beforeName = before < 0 ? null : names.Name(columns[before].Number - 1);
        var xName = names.Name(columns[x].Number - 1);
        if (xName is not null && i == x + 1 && IsPlain(name) && name.Contains(xName, StringComparison.OrdinalIgnoreCase))
            return true;
        if (before < 0)
            return false;
        if (IsShort(name))
            return beforeName is null || s_means.Contains(beforeName.Trim().ToLowerInvariant())
                || OrdinateWords.Read(beforeName) != OrdinateKind.Unknown;
        return IsPlain(name) || IsSigmaOf(name, columns, i, names);
    }

    /// <summary>
    /// True where the last of three columns without names holds the errors of the second: by the extension of powder diffraction,
    /// or since it is the square root of the counts, scaled or not.
    /// </summary>
    public static bool AreInThirdColumn(IReadOnlyList<NumericColumn> columns, HeaderNames names, string extension) =>
        columns is [_, var y, { Min: >= 0 } error] && !names.Exist && (extension == ".xye" || IsRootOf(error.Values, y.Values));

    private static bool IsRootOf(double[] errors, double[] y)
    {
        var ratios = new List<double>(errors.Length);
        for (var i = 0; i < errors.Length; i++)
        {
            if (y[i] > 0 && errors[i] > 0)
                ratios.Add(errors[i] * errors[i] / y[i]);
        }

        if (ratios.Count < FewestPoints || ratios.Count < 0.5 * errors.Length)
            return false;
        ratios.Sort();
        var median = ratios[ratios.Count / 2];
        return ratios.Count(r => Math.Abs(r - median) <= 0.02 * median) >= 0.98 * ratios.Count;
    }

    private static bool IsShort(string name)
    {
        var word = SimpleWord.From(name);
        // Dy, Se: elements; dy, SE: errors
        return s_short.Contains(word) && !(name.Trim() is [>= 'A' and <= 'Z', >= 'a' and <= 'z'] and not "Sd");
    }

    private static bool IsPlain(string name)
    {
        var words = OrdinateWords.Words(name);
        if (words.Exists(s_words.Contains) || s_inOtherScripts.Any(s => name.Contains(s, StringComparison.Ordinal)))
            return true;
        for (var i = 1; i < words.Count; i++)
        {
            if ((words[i - 1], words[i]) is ("std" or "standard" or "st", "dev" or "deviation" or "error") or ("écart" or "ecart",
                "type"))
                return true;
        }

        return SimpleWord.From(name) is var word
            && (word.EndsWith("_sd", StringComparison.Ordinal) || word.EndsWith("(sd)", StringComparison.Ordinal));
    }

    /// <summary>
    /// True for <c>sigma_I</c>, <c>σ(counts)</c> and <c>Sample A sigma</c>; not for a name that merely begins so, as that of a
    /// supplier.
    /// </summary>
    private static bool IsSigmaOf(string name, IReadOnlyList<NumericColumn> columns, int i, HeaderNames names)
    {
        var trimmed = name.Trim();
        foreach (var sigma in (ReadOnlySpan<string>)["sigma", "σ"])
        {
            var of = trimmed.StartsWith(sigma, StringComparison.OrdinalIgnoreCase) ? trimmed[sigma.Length..]
                : trimmed.EndsWith(sigma, StringComparison.OrdinalIgnoreCase) ? trimmed[..^sigma.Length] : null;
            if (of is null)
                continue;
            of = of.Trim('_', ' ', '(', ')', '[', ']', '-', '.');
            if (of.Length > 0 && (s_means.Contains(of.ToLowerInvariant()) || OrdinateWords.Read(of) != OrdinateKind.Unknown
                || Enumerable.Range(0, i)
                    .Any(k => string.Equals(names.Name(columns[k].Number - 1), of, StringComparison.OrdinalIgnoreCase))))
            {
                return true;
            }
        }

        return false;
    }
}
