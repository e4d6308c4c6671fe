using System.Globalization;
using System.IO.Enumeration;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>Takes of a file the spectra that the user names.</summary>
internal static class SeriesSelection
{
    private const int MostListed = 12;

    /// <summary>Returns the content with the named spectra only, in the order of the file.</summary>
    /// <param name="content">What was read.</param>
    /// <param name="series">Names, in which <c>*</c> and <c>?</c> are wildcards, or 1-based numbers; null for all.</param>
    /// <exception cref="SpectralException"><c>SeriesNotFound</c>: a name or number fits no spectrum.</exception>
    internal static SpectralFileContent Select(SpectralFileContent content, IReadOnlyList<string>? series)
    {
        if (series is not { Count: > 0 })
            return content;
        var taken = new bool[content.Spectra.Count];
        foreach (var wanted in series)
        {
            if (!Take(content.Spectra, wanted.Trim(), taken))
                throw NotFound(content.Spectra, wanted);
        }

        Spectrum[] spectra =
            [.. content.Spectra.Where((_, i) => taken[i]).Select((spectrum, i) => spectrum.WithSeriesIndex(i))];
        var report = content.Report with { SpectrumCount = spectra.Length, PointCount = spectra[0].Count };
        return content with { Spectra = spectra, Report = report };
    }

    /// <summary>Returns what a spectrum is called among those of its file.</summary>
    internal static string NameOf(Spectrum spectrum) => spectrum.Series ?? spectrum.Name;

    // a name wins over the number that it may also be
    private static bool Take(IReadOnlyList<Spectrum> spectra, string wanted, bool[] taken)
    {
        var found = false;
        for (var i = 0; i < taken.Length; i++)
        {
            if (!FileSystemName.MatchesSimpleExpression(wanted, NameOf(spectra[i]).Trim()))
                continue;
            found = taken[i] = true;
        }

        if (found || !int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1 || number > taken.Length)
            return found;
        return taken[number - 1] = true;
    }

    private static SpectralException NotFound(IReadOnlyList<Spectrum> spectra, string wanted)
    {
        var names = spectra.Take(MostListed).Select((s, i) => FormattableString.Invariant($"{i + 1} '{NameOf(s)}'"));
        var rest = spectra.Count > MostListed ? FormattableString.Invariant($" and {spectra.Count - MostListed} more") : "";
        return new SpectralException(
            SpectralErrorIds.SeriesNotFound, SpectralErrorCategory.InvalidArgument,
            $"The file has no spectrum '{wanted}'. It has {string.Join(", ", names)}{rest}.",
            "State -Series with one of these names or numbers; * and ? are wildcards.");
    }
}
