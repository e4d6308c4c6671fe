namespace SpectralAnalyzer.Core.Processing;

/// <summary>The checked parameters of a step by type.</summary>
/// <param name="values">The values by name.</param>
internal sealed class StepParameters(IReadOnlyDictionary<string, object> values)
{
    internal bool Has(string name) => values.ContainsKey(name);

    internal double Number(string name) => (double)values[name];

    internal double? OptionalNumber(string name) => values.TryGetValue(name, out var value) ? (double)value : null;

    internal int Integer(string name) => (int)Number(name);

    internal bool Switch(string name) => (bool)values[name];

    internal string Text(string name) => (string)values[name];

    internal string? OptionalText(string name) => values.TryGetValue(name, out var value) ? (string)value : null;

    internal IReadOnlyList<double> Numbers(string name) => (IReadOnlyList<double>)values[name];

    internal IReadOnlyList<SpectralRange> Ranges(string name) => (IReadOnlyList<SpectralRange>)values[name];
}
