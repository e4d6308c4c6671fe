using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading;

/// <summary>The rule for damaged files: what is read at 0.9 or more without a warning stands in the undamaged file.</summary>
internal static class NothingWrong
{
    private const double Sure = 0.9;

    /// <summary>Asserts that a damaged file is refused, is doubted, or has the numbers of the undamaged one at their place.</summary>
    public static void Assert(string path, byte[] whole, byte[] damaged, string? damage = null)
    {
        if (Find(path, whole, damaged) is { } wrong)
            Xunit.Assert.Fail($"{path}{(damage is null ? "" : $", {damage}")}: {wrong}");
    }

    /// <summary>Returns what is wrong in silence, or null.</summary>
    public static string? Find(string path, byte[] whole, byte[] damaged)
    {
        var truth = Read(path, whole);
        SpectralFileContent content;
        try
        {
            content = Read(path, damaged);
        }
        catch (SpectralException)
        {
            return null;
        }

        if (content.Report.Confidence < Sure || content.Report.Issues.Any(issue => issue.Severity != IssueSeverity.Information))
            return null;
        if (content.Spectra.Count != truth.Spectra.Count)
            return $"{content.Spectra.Count} of {truth.Spectra.Count} spectra are read without a warning.";
        for (var i = 0; i < truth.Spectra.Count; i++)
        {
            if (!content.Spectra[i].SourceX.SequenceEqual(truth.Spectra[i].SourceX)
                || !content.Spectra[i].SourceY.SequenceEqual(truth.Spectra[i].SourceY))
            {
                return $"spectrum {i + 1} has other numbers without a warning: {Show(content.Spectra[i])}, not {Show(truth.Spectra[i])}.";
            }
        }

        return null;
    }

    private static SpectralFileContent Read(string path, byte[] bytes) => SpectrumReader.Default.Read(
        new SpectralSource("/" + path, bytes), ReadOptions.Default, TestContext.Current.CancellationToken);

    private static string Show(Spectrum spectrum) => string.Join(' ', Enumerable.Range(0, Math.Min(8, spectrum.Count))
        .Select(i => FormattableString.Invariant($"{spectrum.SourceX[i]:R}:{spectrum.SourceY[i]:R}")));
}
