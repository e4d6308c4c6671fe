using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Output;

/// <summary>A template of output names with the placeholders {sample}, {baseline}, {series}, {date} and {index}.</summary>
internal sealed class OutputNameTemplate
{
    private static readonly string[] s_placeholders = ["sample", "baseline", "series", "date", "index"];

    private readonly IReadOnlyList<(string Text, bool IsPlaceholder)> _parts;
    private readonly bool _namesSeries;

    /// <summary>Parses a template.</summary>
    /// <exception cref="SpectralException">The template is empty or has an unknown placeholder.</exception>
    internal OutputNameTemplate(string template)
    {
        _parts = Parse(template);
        _namesSeries = _parts.Any(p => p is { IsPlaceholder: true, Text: "series" });
    }

    /// <summary>Returns the name of the outputs of a spectrum without extension, valid on every file system.</summary>
    /// <param name="sample">The name of the sample.</param>
    /// <param name="baseline">The name of the baseline.</param>
    /// <param name="series">The name of the series, or null; it is appended if the template does not have it.</param>
    /// <param name="date">The date.</param>
    /// <param name="index">The 1-based index of the file in the input.</param>
    internal string Expand(string sample, string baseline, string? series, DateTime date, int index)
    {
        var name = new StringBuilder();
        foreach (var (text, isPlaceholder) in _parts)
        {
            var value = !isPlaceholder ? text : text switch
            {
                "sample" => sample,
                "baseline" => baseline,
                "series" => series ?? "",
                "date" => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
                _ => index.ToString("D4", CultureInfo.InvariantCulture),
            };
            if (isPlaceholder && value.Length == 0 && name.Length > 0 && name[^1] is '_' or '-' or ' ')
                name.Length--;
            name.Append(value);
        }

        if (series is not null && !_namesSeries)
            name.Append('_').Append(series);
        return SafeFileName.From(name.ToString());
    }

    private static List<(string Text, bool IsPlaceholder)> Parse(string template)
    {
        if (string.IsNullOrWhiteSpace(template))
            throw Invalid("The file name template is empty.");
        var parts = new List<(string, bool)>();
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOfAny(['{', '}'], at);
            if (open < 0)
            {
                parts.Add((template[at..], false));
                break;
            }

            if (open > at)
                parts.Add((template[at..open], false));
            var close = template.IndexOf('}', open);
            var word = template[open] == '{' && close > open ? template[(open + 1)..close] : null;
            if (word is null || !s_placeholders.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                var end = close < 0 ? template.Length : close + 1;
                throw Invalid(
                    $"The file name template '{template}' contains '{template[open..end]}', which is not a placeholder.");
            }

            parts.Add((word.ToLowerInvariant(), true));
            at = close + 1;
        }

        return parts;
    }

    private static SpectralException Invalid(string message) => new(
        SpectralErrorIds.InvalidFileNameTemplate,
        SpectralErrorCategory.InvalidArgument,
        message,
        "Use {sample}, {baseline}, {series}, {date} and {index}.");
}
