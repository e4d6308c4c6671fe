using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Tests.Comparison;

public sealed class SpectrumComparerTests
{
    private static readonly double[] s_x = Make.Range(1000, 10, 100);
    private static readonly double[] s_absorbance = Make.Map(s_x, v => 0.05 + Make.Band(v, 1500, 80, 0.8));

    [Fact]
    public void One_baseline_serves_many_threads_with_equal_figures()
    {
        var baseline = new PreparedBaseline(Make.Spectrum(s_x, s_absorbance));
        var samples = Enumerable.Range(1, 8).Select(i => Make.Spectrum(Make.Range(1000 + i, 9.7, 90), Make.Noise(90, (ulong)i)))
            .ToArray();
        var alone = samples.Select(sample => Make.Compare(baseline.Spectrum, sample).Comparison).ToArray();

        Parallel.For(0, 400, i =>
        {
            var together = SpectrumComparer.Compare(baseline, samples[i % 8], new(), CancellationToken.None).Comparison;
            Assert.Equal(alone[i % 8].Correlation, together.Correlation);
            Assert.Equal(alone[i % 8].GetDifference()!.Y, together.GetDifference()!.Y);
            Assert.Equal(alone[i % 8].Peaks, together.Peaks);
        });
    }

    [Fact]
    public void A_canceled_comparison_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => SpectrumComparer.Compare(
            new PreparedBaseline(Make.Spectrum(s_x, s_absorbance)), Make.Spectrum(s_x, s_absorbance), new(), source.Token));
    }
}
