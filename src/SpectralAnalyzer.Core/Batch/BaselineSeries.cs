using System.Collections.Concurrent;
using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// The spectra of the baseline's file. A series of a sample is compared with the one of the same name, any other with the main
/// one: the first that does not name itself a dark, reference or background spectrum. Safe for several threads at once.
/// </summary>
internal sealed class BaselineSeries
{
    private static readonly string[] s_auxiliary =
        ["dark", "reference", "ref", "background", "bkg", "bg", "blank", "dunkel", "referenz", "hintergrund"];

    private readonly Func<Spectrum, PreparedBaseline> _prepare;
    private readonly Dictionary<string, Spectrum> _byName;
    private readonly ConcurrentDictionary<Spectrum, Lazy<PreparedBaseline>> _prepared = [];

    private readonly Spectrum _main;

    private BaselineSeries(
        IReadOnlyList<Spectrum> spectra, Spectrum main, Func<Spectrum, PreparedBaseline> prepare)
    {
        (_main, _prepare, Main) = (main, prepare, prepare(main));
        _prepared[main] = new Lazy<PreparedBaseline>(Main);
        // a name that two spectra have says nothing
        _byName = spectra.Count < 2 ? [] : spectra
            .GroupBy(s => SeriesSelection.NameOf(s).Trim(), StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Key.Length > 0 && group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        Warnings = [.. Choice(spectra, main), .. Main.Warnings];
    }

    /// <summary>Gets the spectrum that a sample without a namesake is compared with.</summary>
    internal PreparedBaseline Main { get; }

    /// <summary>Gets what the user should know about the baseline.</summary>
    internal IReadOnlyList<string> Warnings { get; }

    /// <summary>Prepares the spectra of a file; those beside the main one when they are first needed.</summary>
    /// <param name="spectra">The spectra.</param>
    /// <param name="options">How they are compared.</param>
    /// <param name="startSteps">Takes a baseline and returns the steps that prepare it and its samples; null for none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The main spectrum cannot be used.</exception>
    internal static BaselineSeries Prepare(
        IReadOnlyList<Spectrum> spectra,
        ComparisonOptions options,
        Func<Spectrum, Func<Spectrum, Spectrum>>? startSteps,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var main = spectra.FirstOrDefault(s => !IsAuxiliary(SeriesSelection.NameOf(s))) ?? spectra[0];
        return new BaselineSeries(spectra, main, spectrum => new PreparedBaseline(spectrum, options, startSteps));
    }

    /// <summary>Returns the spectrum that a sample is compared with.</summary>
    /// <exception cref="SpectralException">The spectrum cannot be used.</exception>
    internal PreparedBaseline For(Spectrum sample) => Find(sample).Prepared;

    /// <summary>Returns the spectrum that a sample is compared with, as it was read and as it is prepared.</summary>
    /// <exception cref="SpectralException">The spectrum cannot be used.</exception>
    internal (Spectrum Read, PreparedBaseline Prepared) Find(Spectrum sample) =>
        _byName.TryGetValue(SeriesSelection.NameOf(sample).Trim(), out var namesake)
            ? (namesake, _prepared.GetOrAdd(namesake, s => new Lazy<PreparedBaseline>(() => _prepare(s))).Value)
            : (_main, Main);

    private static IEnumerable<string> Choice(IReadOnlyList<Spectrum> spectra, Spectrum main)
    {
        var name = SeriesSelection.NameOf(main);
        if (spectra.Count > 1)
        {
            yield return FormattableString.Invariant($"It holds {spectra.Count} spectra. A series is compared with that of the ")
                + $"same name, any other spectrum with '{name}'."
                + (spectra.All(s => s.Path.Length > 0) ? " State -Series to choose." : "");
        }

        // the name of a file says nothing of this: "reference.csv" is a good name
        if (main.Series is not null && IsAuxiliary(main.Series))
            yield return $"'{name}' names itself a dark, reference or background spectrum.";
    }

    private static bool IsAuxiliary(string name) => name
        .Split([' ', '_', '-', '.', ',', ';', ':', '/', '(', ')', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
        .Any(word => s_auxiliary.Contains(word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').ToLowerInvariant()));
}
