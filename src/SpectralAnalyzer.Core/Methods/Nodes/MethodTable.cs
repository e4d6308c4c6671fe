using System.Collections;
using System.Globalization;

namespace SpectralAnalyzer.Core.Methods.Nodes;

/// <summary>Takes tables, lists and values of .NET as values of a method file.</summary>
internal static class MethodTable
{
    private const int MaxDepth = 16;

    /// <summary>Returns the node of a value.</summary>
    internal static MethodNode From(object? value) => From(value, 0);

    private static MethodNode From(object? value, int depth) => value switch
    {
        _ when depth > MaxDepth => throw new SpectralException(
            SpectralErrorIds.InvalidMethod, SpectralErrorCategory.InvalidArgument, "The table is nested too deeply."),
        null => new ScalarNode("", IsPlain: true),
        bool isOn => new ScalarNode(isOn ? "true" : "false", IsPlain: true),
        string text => new ScalarNode(text, IsPlain: true),
        SpectralRange range => new ListNode([From(range.Min), From(range.Max)]),
        double number => Number(number),
        float number => Number(number),
        IDictionary table => new MapNode([.. Sorted(table).Select(e => Entry(e, depth))]),
        Enum word => new ScalarNode(word.ToString(), IsPlain: true),
        IFormattable number => new ScalarNode(number.ToString(null, CultureInfo.InvariantCulture), IsPlain: true),
        IEnumerable list => new ListNode([.. list.Cast<object?>().Select(item => From(item, depth + 1))]),
        _ => new ScalarNode(value.ToString() ?? "", IsPlain: true),
    };

    private static ScalarNode Number(double number) =>
        new(number.ToString("R", CultureInfo.InvariantCulture), IsPlain: true);

    private static MethodEntry Entry(DictionaryEntry entry, int depth) =>
        new(new ScalarNode(entry.Key.ToString() ?? "", IsPlain: true), From(entry.Value, depth + 1));

    // a hashtable has no order of its own
    private static IEnumerable<DictionaryEntry> Sorted(IDictionary table)
    {
        var entries = table.Cast<DictionaryEntry>();
        return table is Hashtable ? entries.OrderBy(e => e.Key.ToString(), StringComparer.Ordinal) : entries;
    }
}
