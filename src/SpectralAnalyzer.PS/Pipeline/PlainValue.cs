using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Values without the wrappers of PowerShell, whose types the engine does not know.</summary>
internal static class PlainValue
{
    /// <summary>Returns a value, and all values in its tables and lists, without their wrappers.</summary>
    internal static object? From(object? value) => value switch
    {
        PSObject wrapped => From(wrapped.BaseObject),
        OrderedDictionary table => Copy(table, new OrderedDictionary()),
        IDictionary table => Copy(table, new Hashtable()),
        string or null => value,
        IEnumerable list => list.Cast<object?>().Select(From).ToArray(),
        _ => value,
    };

    private static IDictionary Copy(IDictionary from, IDictionary to)
    {
        foreach (DictionaryEntry entry in from)
            to[From(entry.Key)!] = From(entry.Value);
        return to;
    }
}
