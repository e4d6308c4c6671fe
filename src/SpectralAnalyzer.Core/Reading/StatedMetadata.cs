using System.Globalization;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>Collects what a file says besides its numbers; what is empty is left out, and the first of a name stands.</summary>
internal sealed class StatedMetadata
{
    private readonly Dictionary<string, string> _entries;

    /// <summary>Starts an empty collection, or one with the entries of another.</summary>
    public StatedMetadata(StatedMetadata? shared = null) =>
        _entries = shared is null
            ? new(StringComparer.OrdinalIgnoreCase)
            : new(shared._entries, StringComparer.OrdinalIgnoreCase);

    /// <summary>The entries.</summary>
    public IReadOnlyDictionary<string, string> Entries => _entries;

    /// <summary>Adds a text.</summary>
    public void Add(string name, string? value)
    {
        var text = value?.Trim(' ', '\t', '\r', '\n', '\0');
        var key = name.Trim();
        if (!string.IsNullOrEmpty(text) && key.Length > 0)
            _entries.TryAdd(key, text.ReplaceLineEndings("; "));
    }

    /// <summary>Adds a number that is finite.</summary>
    public void Add(string name, double value)
    {
        if (double.IsFinite(value))
            Add(name, value.ToString("R", CultureInfo.InvariantCulture));
    }
}
