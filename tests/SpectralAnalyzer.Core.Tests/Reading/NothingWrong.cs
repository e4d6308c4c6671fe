using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading;

/// <summary>The rule for damaged files: what is read at 0.9 or more without a warning stands in the undamaged file.</summary>
internal static class NothingWrong
{
    private const double Sure = 0.9;

    /// <summary>Asserts that a damaged file is refused, is doubted, or has points of the undamaged one at their place.</summary>
    public static void Assert(string path, byte[] whole, byte[] damaged, string? damage = null)
    {
        if (Find(path, whole, damaged) is { } wrong)
            Xunit.Assert.Fail($"{path}{(damage is null ? "" : $", {damage}")}: {wrong}");
    }

    /// <summary>Returns what is wrong in silence, or null.</summary>
    public static string? Find(string path, byte[] whole, byte[] damaged)
    {
        var truth = Read(path, whole)!;
        if (Read(path, damaged) is not { Report.Confidence: >= Sure } content
            || content.Report.Issues.Any(issue => issue.Severity != IssueSeverity.Information))
            return null;
        if (content.Spectra.Count > truth.Spectra.Count)
            return $"{content.Spectra.Count} spectra are read, of {truth.Spectra.Count}.";
        for (var i = 0; i < content.Spectra.Count; i++)
        {
            if (!IsPartOf(content.Spectra[i], truth.Spectra[i]))
                return $"spectrum {i + 1} has other numbers: {Show(content.Spectra[i])}, not {Show(truth.Spectra[i])}.";
        }

        return null;
    }

    /// <summary>Returns what is read, or null where the file is refused.</summary>
    public static SpectralFileContent? Read(string path, byte[] bytes)
    {
        try
        {
            return SpectrumReader.Default.Read(
                new SpectralSource("/" + path, bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
        }
        catch (SpectralException)
        {
            return null;
        }
    }

    // the points that are read are points of the whole file, in its order; the last of them may be missing
    private static bool IsPartOf(Spectrum read, Spectrum whole)
    {
        var at = 0;
        for (var i = 0; i < read.Count; i++, at++)
        {
            while (at < whole.Count && !(read.SourceX[i].Equals(whole.SourceX[at]) && read.SourceY[i].Equals(whole.SourceY[at])))
                at++;
            if (at == whole.Count)
                return false;
        }

        return true;
    }

    private static string Show(Spectrum spectrum) => string.Join(' ', Enumerable.Range(0, Math.Min(8, spectrum.Count))
        .Select(i => FormattableString.Invariant($"{spectrum.SourceX[i]:R}:{spectrum.SourceY[i]:R}")));
}
