using SpectralAnalyzer.Core.Bands;
using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Judging;
using SpectralAnalyzer.Core.Processing;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Does what a method says beside comparing: prepares spectra, measures bands and judges.</summary>
internal static class MethodWork
{
    /// <summary>Returns a function that takes a baseline and returns the steps for it and its samples; null for none.</summary>
    /// <param name="method">The method, or null.</param>
    internal static Func<Spectrum, Func<Spectrum, Spectrum>>? StartSteps(SpectralMethod? method)
    {
        if (method is not { Steps.Count: > 0 })
            return null;
        var folder = Path.GetDirectoryName(method.Path) is { Length: > 0 } own ? own : Environment.CurrentDirectory;
        return baseline => SpectralProcessing.Default.Start(method.Steps, baseline, folder, CancellationToken.None);
    }

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
}
