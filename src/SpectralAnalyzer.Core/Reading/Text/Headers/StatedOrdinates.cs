using SpectralAnalyzer.Core.Reading.Text.Layouts;

namespace SpectralAnalyzer.Core.Reading.Text.Headers;

/// <summary>
/// The quantities of columns without names that numbered settings state, as JASCO writes them: <c>YUNITS</c>, <c>Y2UNITS</c>,
/// <c>Y3UNITS</c>, one a channel.
/// </summary>
internal static class StatedOrdinates
{
    /// <summary>Returns the spectra with these names, where there are as many quantities as spectra without a name.</summary>
    internal static List<ReadSeries> Name(List<ReadSeries> series, IReadOnlyDictionary<string, string> metadata)
    {
        if (series.Exists(s => s.NameAndUnit is not null))
            return series;
        var stated = new List<string>();
        for (var key = "YUNITS"; metadata.GetValueOrDefault(key) is { Length: > 0 } words;
            key = Invariant($"Y{stated.Count + 1}UNITS"))
        {
            stated.Add(words.Trim());
        }

        return stated.Count == series.Count
            ? [.. series.Select((s, i) => s with { Name = stated[i], NameAndUnit = stated[i], StatesOrdinate = true })]
            : series;
    }
}
