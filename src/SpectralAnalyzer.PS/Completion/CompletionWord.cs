namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>A word that a parameter accepts.</summary>
/// <param name="Value">What Tab inserts.</param>
/// <param name="Meaning">What it means, for the tool tip.</param>
/// <param name="Others">Other words for the same.</param>
internal sealed record CompletionWord(string Value, string Meaning, params string[] Others)
{
    /// <summary>Gets the tool tip.</summary>
    internal string ToolTip => VisibleOthers.Length > 0 ? $"{Meaning}; also {VisibleOthers}" : Meaning;

    private string VisibleOthers =>
        string.Join(", ", Others.Where(word => !word.Any(char.IsControl)).Select(word => $"'{word}'"));

    /// <summary>Returns the word with the others for the same.</summary>
    public override string ToString() => VisibleOthers.Length > 0 ? $"{Value} ({VisibleOthers})" : Value;

    /// <summary>Returns whether the word or another for the same starts with a text.</summary>
    internal bool StartsWith(string text) =>
        Others.Prepend(Value).Any(word => word.StartsWith(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns the value that another word stands for, or null.</summary>
    internal static string? Find(IEnumerable<CompletionWord> words, string other) =>
        words.FirstOrDefault(word => word.Others.Contains(other, StringComparer.OrdinalIgnoreCase))?.Value;

    /// <summary>
    /// Returns the value of a parameter whose words are those of an enumeration, or the default if it is not stated.
    /// </summary>
    internal static T Parse<T>(string name)
        where T : struct, Enum => name.Length > 0 ? Enum.Parse<T>(name) : default;
}
