using System.Globalization;
using System.Text.Json;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>The texts of a report in one language, and its numbers as a culture writes them.</summary>
internal sealed class ReportLanguage
{
    private static readonly Dictionary<string, Lazy<IReadOnlyDictionary<string, string>>> s_texts =
        SpectralReport.Languages.ToDictionary(name => name, name => new Lazy<IReadOnlyDictionary<string, string>>(
            () => JsonSerializer.Deserialize<Dictionary<string, string>>(ReportAsset.Load($"texts-{name}.json"))!));

    private readonly IReadOnlyDictionary<string, string> _texts;
    private readonly CultureInfo _culture;

    private ReportLanguage(string name, CultureInfo culture)
    {
        Name = name;
        _culture = culture;
        _texts = s_texts[name].Value;
        Numbers = new ReportNumber(culture);
    }

    /// <summary>Gets the two letters of the language.</summary>
    internal string Name { get; }

    /// <summary>Gets the name of the culture whose numbers are written; <c>en</c> for the invariant one.</summary>
    internal string CultureName => _culture.Name.Length == 0 ? Name : _culture.Name;

    /// <summary>Gets the form of numbers.</summary>
    internal ReportNumber Numbers { get; }

    /// <summary>Gets the keys of all texts.</summary>
    internal IEnumerable<string> Keys => _texts.Keys;

    /// <summary>Gets a text.</summary>
    internal string this[string key] => _texts[key];

    /// <summary>Returns the language of a culture; English for a culture without texts of its own.</summary>
    internal static ReportLanguage Create(CultureInfo culture) => new(
        SpectralReport.Languages.Contains(culture.TwoLetterISOLanguageName) ? culture.TwoLetterISOLanguageName : "en", culture);

    /// <summary>Returns a text with values, which are texts or whole numbers.</summary>
    internal string Format(string key, params object[] values) =>
        string.Format(_culture, _texts[key], [.. values.Select(v => v is int count ? Numbers.Count(count) : v)]);

    /// <summary>Returns a text about a number of things, such as <c>2 spectra</c>.</summary>
    internal string Count(string key, int count) => Format(key + (count == 1 ? ".one" : ".other"), count);

    /// <summary>Returns the name of a metric.</summary>
    internal string Metric(SpectralMetric metric) => _texts.GetValueOrDefault("metric." + metric.Name, metric.DisplayName);

    /// <summary>Returns a verdict as a word.</summary>
    internal string Verdict(SpectralVerdict verdict) => _texts["verdict." + verdict];

    /// <summary>Returns a moment in UTC, in every language as in ISO 8601.</summary>
    internal static string Moment(DateTime utc, string format = "yyyy-MM-dd HH:mm:ss") =>
        utc.ToString(format, CultureInfo.InvariantCulture) + " UTC";
}
