using System.Collections.ObjectModel;

namespace SpectralAnalyzer;

/// <summary>A list that says what is in it: a column of Export-Csv has its values, not the name of a type.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class ListedValues<T> : ReadOnlyCollection<T>
{
    private ListedValues(IList<T> values)
        : base(values)
    {
    }

    /// <summary>The list of some values; one that is such a list already is answered itself.</summary>
    public static IReadOnlyList<T> Wrap(IReadOnlyList<T> values) => values is ListedValues<T> listed
        ? listed
        : new ListedValues<T>(values as IList<T> ?? [.. values]);

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", this);
}
