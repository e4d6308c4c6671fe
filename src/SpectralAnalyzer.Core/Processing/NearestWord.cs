namespace SpectralAnalyzer.Core.Processing;

/// <summary>Finds the word that was probably meant.</summary>
internal static class NearestWord
{
    /// <summary>Returns the nearest of some words; null where none is near.</summary>
    internal static string? Find(string word, IEnumerable<string> words)
    {
        string? nearest = null;
        var least = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in words)
        {
            var distance = Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance >= least)
                continue;
            least = distance;
            nearest = candidate;
        }

        return nearest;
    }

    /// <summary>Returns a sentence that names the nearest word, or else all of them.</summary>
    internal static string Suggest(string word, IReadOnlyCollection<string> words) =>
        Find(word, words) is { } nearest ? $"Did you mean '{nearest}'?" : $"Allowed: {string.Join(", ", words)}.";

    // insertions, deletions, replacements and swaps of neighbors
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    least = Math.Min(least, rows[i - 2, j - 2] + 1);
                rows[i, j] = least;
            }
        }

        return rows[a.Length, b.Length];
    }
}
