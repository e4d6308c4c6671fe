using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The names of the lines of a figure: no two are alike, and what all share can be said once.</summary>
internal static class FigureLabels
{
    private const int MostFolders = 12;
    // a shorter beginning is part of a name: lot-0412, lot-0413
    private const int LeastShared = 10;

    /// <summary>Returns a label for each name. Names that are alike are told apart by series, extension, folder, or a number.</summary>
    internal static string[] Create(IReadOnlyList<FigureName> names)
    {
        string[] labels = [.. names.Select(name => name.At(0))];
        foreach (var alike in Enumerable.Range(0, labels.Length).GroupBy(i => labels[i], StringComparer.Ordinal).ToArray())
        {
            int[] indices = [.. alike];
            for (var level = 1; indices.Length > 1 && level < MostFolders; level++)
            {
                string[] longer = [.. indices.Select(i => names[i].At(level))];
                if (longer.Distinct(StringComparer.Ordinal).Count() < longer.Length && level < MostFolders - 1)
                    continue;
                if (longer.Distinct(StringComparer.Ordinal).Count() == longer.Length)
                {
                    for (var i = 0; i < indices.Length; i++)
                        labels[indices[i]] = longer[i];
                }

                break;
            }
        }

        var distinct = new DistinctNames(StringComparer.Ordinal);
        return Array.ConvertAll(labels, distinct.Take);
    }

    /// <summary>Returns the title of a comparison, which says once what both names share.</summary>
    internal static string Title(string sample, string baseline)
    {
        var (before, parts, after) = Split([sample, baseline], LeastShared);
        var title = $"{parts[0]}{FigureTitle.Versus}{parts[1]}";
        if (before.Length > 0)
            title = $"{before}: {title}";
        return after.Length > 0 ? $"{title} ({after})" : title;
    }

    /// <summary>
    /// Returns what labels share at their beginning and at their end, in whole words, and the rest of each. Fewer characters than
    /// stated are left where they are, and so is what would leave a label empty.
    /// </summary>
    internal static (string Before, string[] Parts, string After) Split(IReadOnlyList<string> labels, int least)
    {
        var shortest = labels.Min(label => label.Length);
        var first = labels[0];
        var before = 0;
        for (var i = 0; i < shortest && labels.All(label => label[i] == first[i]); i++)
        {
            if (IsSeparator(first[i]) && labels.All(label => label.AsSpan(i + 1).ContainsAnyExcept(" []()_-.")))
                before = i + 1;
        }

        before = before < least ? 0 : before;
        var after = 0;
        for (var i = 1; i <= shortest - before && labels.All(label => label[^i] == first[^i]); i++)
        {
            if (IsSeparator(first[^i]) && first[^i] is not ('[' or '(')
                && labels.All(label => label.AsSpan(before, label.Length - before - i).ContainsAnyExcept(" []()_-.")))
                after = i;
        }

        after = after < least ? 0 : after;
        var parts = labels.Select(label => Trim(label[before..(label.Length - after)])).ToArray();
        return parts.Any(part => part.Length == 0) || parts.Distinct(StringComparer.Ordinal).Count() < parts.Length
            ? ("", [.. labels], "")
            : (Trim(first[..before]), parts, Trim(first[(first.Length - after)..]));
    }

    private static bool IsSeparator(char c) => c is ' ' or '_' or '-' or '.' or '[' or '(' or '/' or ',';

    // a bracket whose partner was left out goes as well
    private static string Trim(string part)
    {
        part = part.Trim(' ', '_', '-', '.', '/', ',');
        if (part.EndsWith(']') && !part.Contains('['))
            part = part[..^1];
        if (part.EndsWith(')') && !part.Contains('('))
            part = part[..^1];
        if (part.StartsWith('[') && !part.Contains(']'))
            part = part[1..];
        if (part.EndsWith('['))
            part = part[..^1];
        return part.Trim();
    }
}
