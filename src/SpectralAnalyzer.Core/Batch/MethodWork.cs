using SpectralAnalyzer.Core.Bands;
using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Judging;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Processing;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Does what a method says beside comparing: prepares spectra, measures bands and judges.</summary>
internal static class MethodWork
{
    /// <summary>Returns a function that takes a baseline and returns the steps for it and its samples; null for none.</summary>
    /// <param name="method">The method, or null.</param>
    /// <param name="reader">Reads the files that steps name.</param>
    internal static Func<Spectrum, Func<Spectrum, Spectrum>>? StartSteps(SpectralMethod? method, SpectrumReader reader)
    {
        if (method is not { Steps.Count: > 0 })
            return null;
        var (processing, folder) = (new SpectralProcessing(reader), FolderOf(method));
        return baseline => processing.Start(method.Steps, baseline, folder, CancellationToken.None);
    }

    /// <summary>Checks the bands and limits of a method, which may have been made in memory.</summary>
    /// <param name="method">The method, or null.</param>
    /// <exception cref="SpectralException">
    /// <c>InvalidBand</c>, <c>InvalidLimit</c>: a band or a limit is not completely stated.
    /// </exception>
    internal static void Check(SpectralMethod? method)
    {
        if (method is null)
            return;
        BandRules.Check(method.Bands);
        LimitRules.Check(method.Limits, method.Bands);
    }

    /// <summary>Returns the judgment of a spectrum that was not compared: limits are not kept; null without limits.</summary>
    /// <param name="method">The method, or null.</param>
    internal static Judgment? JudgeMissing(SpectralMethod? method) =>
        method is { Limits.Count: > 0 } ? LimitJudge.Judge(method.Limits, null, []) : null;

    /// <summary>Measures the bands of a method and judges; returns null where the method has neither bands nor limits.</summary>
    /// <param name="method">The method, or null.</param>
    /// <param name="outcome">The comparison.</param>
    internal static JudgedSpectrum? Judge(SpectralMethod? method, ComparisonOutcome outcome)
    {
        if (method is null || (method.Bands.Count == 0 && method.Limits.Count == 0))
            return null;
        var bands = BandMeasurement.Measure(
            method.Bands, outcome.Sample, outcome.Baseline, outcome.Comparison.Resampling);
        return new JudgedSpectrum(bands, LimitJudge.Judge(method.Limits, outcome.Comparison, bands, outcome.Baseline));
    }

    /// <summary>
    /// Returns what identifies a method: all that it states, and the bytes of the files that its steps read; empty for none.
    /// </summary>
    /// <param name="method">The method, or null.</param>
    internal static string Identify(SpectralMethod? method) => method is null ? "" : string.Join(
        '\n',
        [
            "", method.ToString(), method.Sha256,
            .. method.Steps.Select(step => step.ToString()),
            ManifestJson.ToElement(method.Bands).GetRawText(),
            ManifestJson.ToElement(method.Limits).GetRawText(),
            .. method.Steps.SelectMany(step => step.Parameters.Values).OfType<string>()
                .Select(text => Path.Combine(FolderOf(method), text)).Where(File.Exists)
                .Select(file => FileStamps.Hash(File.ReadAllBytes(file))),
        ]);

    // what relative paths start from
    private static string FolderOf(SpectralMethod method) =>
        Path.GetDirectoryName(method.Path) is { Length: > 0 } folder ? folder : Environment.CurrentDirectory;
}
