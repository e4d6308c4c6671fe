using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SpectralAnalyzer;

/// <summary>
/// Values by key in the order of the keys. To PowerShell the keys are their names, so that
/// <c>$result.StageMilliseconds.Loading</c> is a value, ConvertTo-Json makes an object of it, Export-Clixml keeps it, and a
/// column of Export-Csv has its values.
/// </summary>
/// <typeparam name="TKey">The keys: an enum, or text.</typeparam>
/// <typeparam name="TValue">The values.</typeparam>
internal sealed class NamedValues<TKey, TValue> : IReadOnlyDictionary<TKey, TValue>, IDictionary
    where TKey : notnull
{
    private readonly SortedDictionary<TKey, TValue> _values;

    private NamedValues(IEnumerable<KeyValuePair<TKey, TValue>> values)
    {
        _values = new SortedDictionary<TKey, TValue>(
            typeof(TKey) == typeof(string) ? (IComparer<TKey>)(object)StringComparer.Ordinal : Comparer<TKey>.Default);
        foreach (var (key, value) in values)
            _values[key] = value;
    }

    /// <inheritdoc/>
    public IEnumerable<TKey> Keys => _values.Keys;

    /// <inheritdoc/>
    public IEnumerable<TValue> Values => _values.Values;

    /// <inheritdoc cref="IReadOnlyCollection{T}.Count"/>
    public int Count => _values.Count;

    /// <inheritdoc/>
    public bool IsFixedSize => true;

    /// <inheritdoc/>
    public bool IsReadOnly => true;

    /// <inheritdoc/>
    public bool IsSynchronized => false;

    /// <inheritdoc/>
    public object SyncRoot => this;

    ICollection IDictionary.Keys => _values.Keys.Select(k => k.ToString()!).ToArray();

    ICollection IDictionary.Values => _values.Values.ToArray();

    /// <inheritdoc/>
    public TValue this[TKey key] => _values[key];

    object? IDictionary.this[object key]
    {
        get => Find(key, out var value) ? value : null;
        set => throw new NotSupportedException("These values cannot be changed.");
    }

    /// <summary>The values by key; what is such a table already is answered itself.</summary>
    public static IReadOnlyDictionary<TKey, TValue> Wrap(IReadOnlyDictionary<TKey, TValue> values) =>
        values as NamedValues<TKey, TValue> ?? new NamedValues<TKey, TValue>(values);

    /// <inheritdoc/>
    public bool ContainsKey(TKey key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    IDictionaryEnumerator IDictionary.GetEnumerator()
    {
        return new NamedEnumerator([.. _values.Select(v => new DictionaryEntry(v.Key.ToString()!, v.Value))]);
    }

    bool IDictionary.Contains(object key) => Find(key, out _);

    void IDictionary.Add(object key, object? value) => throw new NotSupportedException("These values cannot be changed.");

    void IDictionary.Clear() => throw new NotSupportedException("These values cannot be changed.");

    void IDictionary.Remove(object key) => throw new NotSupportedException("These values cannot be changed.");

    /// <inheritdoc/>
    public void CopyTo(Array array, int index) =>
        _values.Select(v => new DictionaryEntry(v.Key.ToString()!, v.Value)).ToArray().CopyTo(array, index);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join("; ", _values.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Key}: {v.Value}")));

    private bool Find(object key, [MaybeNullWhen(false)] out TValue value)
    {
        if (key is TKey exact)
            return _values.TryGetValue(exact, out value);
        var name = key?.ToString() ?? "";
        foreach (var (candidate, found) in _values)
        {
            if (string.Equals(candidate.ToString(), name, StringComparison.OrdinalIgnoreCase))
            {
                value = found;
                return true;
            }
        }

        value = default;
        return false;
    }

    private sealed class NamedEnumerator(DictionaryEntry[] entries) : IDictionaryEnumerator
    {
        private int _at = -1;

        public DictionaryEntry Entry => entries[_at];

        public object Key => Entry.Key;

        public object? Value => Entry.Value;

        public object Current => Entry;

        public bool MoveNext() => ++_at < entries.Length;

        public void Reset() => _at = -1;
    }
}
