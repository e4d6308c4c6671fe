namespace SpectralAnalyzer.Core.Errors;

/// <summary>Finds the word that was probably meant.</summary>
internal static class NearestWord
{
    /// <summary>Returns a sentence that proposes the nearest word and names all words.</summary>
    internal static string Advise(string word, IReadOnlyList<string> words) =>
        (Find(word, words) is { } nearest ? $" Did you mean '{nearest}'?" : "")
        + (words.Count == 0 ? "" : $" Allowed: {string.Join(", ", words)}.");

    /// <summary>Returns the word with the fewest changes from a wrong one; null if all would need many.</summary>
    internal static string? Find(string word, IEnumerable<string> words)
    {
        var folded = Fold(word);
        return words.Select(candidate => (Word: candidate, Distance: Distance(folded, Fold(candidate))))
            .Where(c => c.Distance <= Math.Max(1, Math.Min(folded.Length, c.Word.Length) / 3))
            .OrderBy(c => c.Distance)
            .Select(c => c.Word)
            .FirstOrDefault();
    }

    private static string Fold(string word) =>
        string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // insertions, deletions, substitutions and swaps of neighbors (optimal string alignment)
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 8)
            return int.MaxValue;
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
