using System.Collections;
using System.Collections.Specialized;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Reads steps from names and tables in the words of a method file.</summary>
internal static class StepTable
{
    /// <summary>Reads the steps, in their order.</summary>
    /// <param name="processing">What knows the steps.</param>
    /// <param name="items">Names, tables of a name and its parameters, and steps.</param>
    /// <exception cref="SpectralException">A step or a parameter is not known or not valid.</exception>
    internal static IReadOnlyList<SpectralStep> Read(ISpectralProcessing processing, IEnumerable<object?> items) =>
        [.. items.Select(PlainValue.From).SelectMany(item => ReadItem(processing, item))];

    private static IEnumerable<SpectralStep> ReadItem(ISpectralProcessing processing, object? item) => item switch
    {
        SpectralStep step => [step],
        string name => [processing.CreateStep(name.Trim(), null)],
        IDictionary { Count: 1 } or OrderedDictionary { Count: > 0 } => ((IDictionary)item).Cast<DictionaryEntry>()
            .Select(entry => processing.CreateStep(entry.Key.ToString() ?? "", entry.Value)),
        IDictionary table => throw Invalid(
            table.Count == 0
                ? "The table of a step is empty."
                : $"A table with {table.Count} steps has no order.",
            "Write a table for each step, @{ crop = 4000, 550 }, @{ normalize = 'snv' }, or one [ordered]@{ … }."),
        _ => throw Invalid(
            $"A step is a name or a table, not '{item}'.", "Write 'despike', or @{ crop = 4000, 550 }."),
    };

    private static SpectralException Invalid(string message, string recommendation) => new(
        SpectralErrorIds.InvalidStepParameter, SpectralErrorCategory.InvalidArgument, message, recommendation);
}
