using System.Text.Json;
using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Spectra;
using SpectralAnalyzer.Core.Tests.Output;

namespace SpectralAnalyzer.Core.Tests.Comparison;

/// <summary>
/// Pairs of real spectra have the metrics that numpy 1.24.2 and SciPy 1.10.1 compute without any code of the module.
/// </summary>
public sealed class IndependentMetricsTests
{
    private static readonly string[] s_metrics =
    [
        "Correlation", "CosineSimilarity", "Rmse", "MeanAbsoluteDifference", "MaxAbsoluteDifference", "AreaDifference",
            "GlobalShift",
        "LostPeakCount", "NewPeakCount", "MeanPeakShift", "NoiseRegionMin", "NoiseRegionMax", "BaselineNoise",
            "BaselineNoisePeakToPeak",
        "SampleNoise", "SampleNoisePeakToPeak", "RatioMean", "RatioNoise",
    ];

    [Fact]
    public void Real_pairs_have_the_metrics_that_numpy_and_scipy_compute()
    {
        var python = OtherProgram.Python("import scipy.signal");
        Assert.SkipWhen(python is null, "A Python with SciPy is not there.");
        var spectra = Corpus.Measurements().Where(path => new FileInfo(path).Length < 120_000).SelectMany(Read).ToList();
        var pairs = new List<string>();
        for (var i = 0; i < spectra.Count; i++)
        {
            foreach (var next in (int[])[0, 1, 7])
            {
                if (Pair(spectra[i], spectra[(i + next) % spectra.Count]) is { } pair)
                    pairs.Add(pair);
            }
        }

        Assert.True(pairs.Count > 300, $"Only {pairs.Count} pairs are compared.");
        var script = Path.Combine(AppContext.BaseDirectory, "TestData", "check-comparison.py");
        Assert.True(OtherProgram.TryRun(python, [script], string.Join('\n', pairs), out var differences));
        Assert.Equal("", differences);
    }

    // only what needs no conversion, and has no gap, missing value or saturated band: these are tested elsewhere
    private static string? Pair(Spectrum baseline, Spectrum sample)
    {
        if (baseline.XUnit != sample.XUnit || baseline.Ordinate.Kind != sample.Ordinate.Kind
            || !OrdinateLabel.Parse(baseline.Ordinate).IsPlain)
            return null;
        ComparisonOutcome outcome;
        try
        {
            outcome = SpectrumComparer.Compare(
                new PreparedBaseline(baseline), sample, new(), TestContext.Current.CancellationToken);
        }
        catch (SpectralException)
        {
            // no overlap
            return null;
        }

        string[] special = ["has no points", "saturated", "guess", "as they stand"];
        if (outcome.Conversions.Count > 0 || outcome.Warnings.Any(w => special.Any(s => w.Contains(s, StringComparison.Ordinal))))
            return null;
        var comparison = outcome.Comparison;
        var metrics = s_metrics.ToDictionary(
            name => name, name => SpectralMetrics.All.Single(m => m.Name == name).Value(comparison) is var v
                && double.IsFinite(v) ? v : (double?)null);
        metrics["Peaks"] = comparison.Peaks.Count;
        return JsonSerializer.Serialize(new
        {
            name = $"{baseline.Label}, {sample.Label}",
            x = baseline.X,
            y = baseline.Y,
            u = sample.X,
            v = sample.Y,
            down = CurvePeaks.PointDown(baseline.Ordinate.Kind),
            absorbance = baseline.Ordinate.Kind == OrdinateKind.Absorbance,
            metrics,
        });
    }

    private static IEnumerable<Spectrum> Read(string path)
    {
        try
        {
            var spectrum = SpectrumReader.Default.Read(path, ReadOptions.Default, TestContext.Current.CancellationToken)
                .Spectra[0];
            return spectrum.Count < 20_000 && spectrum.X.Distinct().Count() == spectrum.Count
                && spectrum.Y.All(double.IsFinite) ? [spectrum] : [];
        }
        catch (SpectralException)
        {
            // what cannot be read cannot be compared
            return [];
        }
    }
}
