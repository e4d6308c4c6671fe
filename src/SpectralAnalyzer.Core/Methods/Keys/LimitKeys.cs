using System.Text.Json;
using SpectralAnalyzer.Core.Judging;
using SpectralAnalyzer.Core.Methods.Forms;

namespace SpectralAnalyzer.Core.Methods.Keys;

/// <summary>The keys of a limit.</summary>
internal static class LimitKeys
{
    /// <summary>Gets the limits by the name of a metric or a band.</summary>
    internal static NamedForm<SpectralLimit> Limits { get; } = new(
        new LimitForm(), "limit",
        (limit, key) => limit with { Name = NameOf(key.Text), Line = key.Line > 0 ? key.Line : null },
        limit => WordOf(limit.Name))
    {
        Known = [.. SpectralMetrics.All.Select(m => (WordOf(m.Name), m.DisplayName + "."))],
    };

    /// <summary>Returns the word for a metric in the method file; the name itself for a band.</summary>
    internal static string WordOf(string name) =>
        LimitRules.FindMetric(name) is { } metric ? JsonNamingPolicy.CamelCase.ConvertName(metric.Name) : name;

    private static string NameOf(string word) => LimitRules.FindMetric(word)?.Name ?? word;
}
