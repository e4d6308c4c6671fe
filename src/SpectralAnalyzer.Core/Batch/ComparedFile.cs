using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>A file after reading and comparing. For each of its spectra there is a result of an earlier run that still holds, or a comparison.</summary>
/// <param name="Report">What was found out about the file; null where it did not need to be read.</param>
/// <param name="Decision">How an uncertain layout was settled; null where nobody needed to.</param>
/// <param name="Warnings">What the user should know.</param>
/// <param name="Spectra">The spectra; whoever is done with one sets it to null.</param>
/// <param name="Kept">The results that still hold; empty where none does.</param>
internal sealed record ComparedFile(
    SpectralFileReport? Report, LayoutDecision? Decision, IReadOnlyList<string> Warnings, ComparedSpectrum?[] Spectra, EarlierResult?[] Kept)
{
    /// <summary>A file of which every result still holds.</summary>
    internal static ComparedFile AllKept(EarlierResult?[] kept) => new(null, null, [], new ComparedSpectrum?[kept.Length], kept);

    /// <summary>The result that still holds, or null.</summary>
    internal EarlierResult? KeptAt(int seriesIndex) => seriesIndex < Kept.Length ? Kept[seriesIndex] : null;
}
