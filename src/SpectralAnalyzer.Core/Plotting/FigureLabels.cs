using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The names of the lines of a figure: no two are alike, and what all share can be said once.</summary>
internal static class FigureLabels
{
    private const int MostFolders = 12;
    // a shorter beginning is part of a name: lot-0412, lot-0413
    private const int LeastShared = 10;

    private static readonly char[] s_separators = ['-', ' ', '_', '.', '[', '(', '/', ','];

    /// <summary>
    /// Returns a label for each name. Names that are alike are told apart by series, extension, folder, or a number.
    /// </summary>
    internal static string[] Create(IReadOnlyList<FigureName> names)
    {
        string[] labels = [.. names.Select(name => name.At(0))];
        foreach (var alike in Enumerable.Range(0, labels.Length).GroupBy(i => labels[i], StringComparer.Ordinal).ToArray())
        {
            int[] indices = [.. alike];
            for (var level = 1; indices.Length > 1 && level <= MostFolders; level++)
            {
                string[] longer = [.. indices.Select(i => names[i].At(level))];
                if (!AreDistinct(longer))
                    continue;
                for (var i = 0; i < indices.Length; i++)
                    labels[indices[i]] = longer[i];
                break;
            }
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < labels.Length; i++)
        {
            for (var number = 2; !taken.Add(labels[i]); number++)
                labels[i] = FormattableString.Invariant($"{names[i].At(0)} ({number})");
        }

        return labels;
    }

    /// <summary>
    /// Returns labels that are no wider than stated and still not alike: what all share is left out first, then the middle.
    /// </summary>
    internal static string[] Fit(IReadOnlyList<string> labels, double room, double size)
    {
        if (labels.All(Fits))
            return [.. labels];
        var (before, parts, after) = Split(labels, 1);
        string[] own = [.. parts.Select(part => $"{(before.Length > 0 ? "…" : "")}{part}{(after.Length > 0 ? "…" : "")}")];
        string[] shown = [.. (own.All(Fits) ? own : labels).Select(Cut)];
        if (AreDistinct(shown))
            return shown;
        shown = Array.ConvertAll(own, Cut);
        if (AreDistinct(shown))
            return shown;
        // the first difference, which may be in the middle of a word, with a little of what is before it
        var first = labels[0];
        var same = 0;
        while (labels.All(label => same < label.Length && label[same] == first[same]))
            same++;
        shown = [.. labels.Select(label => Cut("…" + label[Math.Max(0, same - 4)..]))];
        return AreDistinct(shown)
            ? shown
            : [.. labels.Select((label, i) => Cut(FormattableString.Invariant($"{i + 1}: {label}")))];

        bool Fits(string label) => FontSet.Shared.Shape(label, size).Width <= room;
        string Cut(string label) => FontSet.Shared.Shorten(label, room, size);
    }

    private static bool AreDistinct(string[] labels) => labels.Distinct(StringComparer.Ordinal).Count() == labels.Length;

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
        // a hyphen often is within a name: lot-0412, lot-0413
        var split = Split(labels, least, s_separators.AsSpan(1));
        return split.Before.Length + split.After.Length > 0 ? split : Split(labels, least, s_separators);
    }

    private static (string Before, string[] Parts, string After) Split(
        IReadOnlyList<string> labels, int least, ReadOnlySpan<char> separators)
    {
        var shortest = labels.Min(label => label.Length);
        var first = labels[0];
        var before = 0;
        for (var i = 0; i < shortest && labels.All(label => label[i] == first[i]); i++)
        {
            // a name is not divided within a bracket
            if (separators.Contains(first[i]) && !IsOpen(first.AsSpan(0, i)) && labels.All(label => HasText(label.AsSpan(i + 1))))
                before = i + 1;
        }

        before = before < least ? 0 : before;
        var after = 0;
        for (var i = 1; i <= shortest - before && labels.All(label => label[^i] == first[^i]); i++)
        {
            if (separators.Contains(first[^i]) && first[^i] is not ('[' or '(')
                && labels.All(label => HasText(label.AsSpan(before, label.Length - before - i))))
                after = i;
        }

        after = after < least ? 0 : after;
        var parts = labels.Select(Part).ToArray();
        return parts.Any(part => part.Length == 0) || parts.Distinct(StringComparer.Ordinal).Count() < parts.Length
            ? ("", [.. labels], "")
            : (Trim(first[..before]), parts, Trim(first[(first.Length - after)..]));

        string Part(string label)
        {
            label = label[before..(label.Length - after)];
            if (before > 0)
                label = label.TrimStart(s_separators);
            if (after > 0)
                label = label.TrimEnd(s_separators);
            return Close(label);
        }
    }

    private static bool IsOpen(ReadOnlySpan<char> text) => text.LastIndexOfAny('[', '(') > text.LastIndexOfAny(']', ')');

    private static bool HasText(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }

        return false;
    }

    private static string Trim(string text) => Close(text.Trim(s_separators));

    // a bracket whose partner is left out goes as well
    private static string Close(string text)
    {
        if (text.EndsWith(']') && !text.Contains('[', StringComparison.Ordinal))
            return text[..^1];
        return text.EndsWith(')') && !text.Contains('(', StringComparison.Ordinal) ? text[..^1] : text;
    }
}
