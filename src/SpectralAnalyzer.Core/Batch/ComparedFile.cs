using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>A file after reading and comparing. Each of its spectra has a result of an earlier run that still applies, or a
/// comparison.</summary>
/// <param name="Report">The report on the file, or null if the file did not need to be read.</param>
/// <param name="Decision">How an uncertain layout was resolved, or null if the layout was certain.</param>
/// <param name="Warnings">The warnings about the file.</param>
/// <param name="Spectra">The spectra; set to null when they are saved.</param>
/// <param name="Reused">The results that still apply; empty if none do.</param>
internal sealed record ComparedFile(
    SpectralFileReport? Report,
    LayoutDecision? Decision,
    IReadOnlyList<string> Warnings,
    ComparedSpectrum?[] Spectra,
    EarlierResult?[] Reused)
{
    /// <summary>Creates a file all of whose results still apply.</summary>
    internal static ComparedFile FromReused(EarlierResult?[] reused) =>
        new(null, null, [], new ComparedSpectrum?[reused.Length], reused);

    /// <summary>Returns the result that still applies, or null.</summary>
    internal EarlierResult? ReusedAt(int seriesIndex) => seriesIndex < Reused.Length ? Reused[seriesIndex] : null;
}
