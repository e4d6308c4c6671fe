using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Tests.Comparison;

public sealed class PeakPositionTests
{
    [Fact]
    public void Neighboring_peaks_keep_their_own_places()
    {
        // A comb on a hump, with noise strong enough for a wide window: each tooth lies between its valleys.
        var x = Make.Range(0, 1, 400);
        var noise = Make.Noise(x.Length, 17);
        var y = x.Select((v, i) => Make.Band(v, 200, 250, 4) + Math.Cos(2 * Math.PI * v / 20) + (0.05 * noise[i])).ToArray();

        var peaks = Find(x, y);

        Assert.InRange(peaks.Length, 17, 21);
        Assert.All(peaks, peak => Assert.InRange(Math.Abs(peak.Position - (20 * Math.Round(peak.Position / 20))), 0, 2));
        Assert.Equal(peaks.Select(peak => peak.Position).Order(), peaks.Select(peak => peak.Position));
        Assert.Equal(peaks.Length, peaks.Select(peak => peak.Position).Distinct().Count());
    }

    [Theory]
    [InlineData(50)]
    [InlineData(30)]
    public void An_asymmetric_band_in_noise_is_hardly_shifted(double signalToNoise)
    {
        // A Gaussian with an exponential tail (σ = τ = 4 steps); a parabola down to half of its height is 0.16 and 0.22 steps
        // off.
        var x = Make.Range(0, 1, 80);
        var top = Enumerable.Range(0, 1000).Select(i => 38 + (i / 100.0)).MaxBy(v => Tailed(v, 40));
        var scale = Tailed(top, 40);
        var band = Make.Map(x, v => Tailed(v, 40) / scale);
        var mean = Enumerable.Range(1, 200).Average(seed =>
        {
            var noise = Make.Noise(x.Length, (ulong)seed);
            var y = band.Zip(noise, (v, n) => v + (n / signalToNoise)).ToArray();
            return Find(x, y).MaxBy(peak => peak.Prominence).Position - top;
        });

        Assert.InRange(mean, -0.11, 0.11);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_spectrum_matches_itself_peak_by_peak(int seed)
    {
        var x = Make.Map(Make.Noise(1500, (ulong)seed), v => 2000 + (500 * v)).Order().Distinct().ToArray();
        var noise = Make.Noise(x.Length, (ulong)seed + 50);
        var spectrum = Make.Spectrum(x, [.. x.Select((v, i) => Math.Sin(v / 9) + Math.Sin(v / 31) + (0.02 * noise[i]))]);

        var comparison = Make.Compare(spectrum, spectrum).Comparison;

        Assert.True(comparison.Peaks.Count > 20);
        Assert.Empty(comparison.UnmatchedPeaks);
        Assert.All(comparison.Peaks, peak => Assert.Equal(0, peak.Shift));
        Assert.Equal((0, 0), (comparison.MeanPeakShift, comparison.MaxAbsolutePeakShift));
    }

    [Fact]
    public void Lost_and_new_peaks_are_listed_with_their_relative_heights()
    {
        var x = Make.Range(400, 1, 2001);
        var baseline = Make.Spectrum(x, Make.Map(x, v => Make.Band(v, 800, 20, 2) + Make.Band(v, 1200, 20, 1)));
        var sample = Make.Spectrum(x, Make.Map(x, v => Make.Band(v, 802, 20, 2) + Make.Band(v, 1700, 20, 0.5)));

        var comparison = Make.Compare(baseline, sample).Comparison;

        var matched = Assert.Single(comparison.Peaks);
        Assert.Equal((1, 1), (matched.ReferenceRelativeHeight, matched.SampleRelativeHeight));
        Assert.Equal(2, comparison.MaxAbsolutePeakShift, 2);
        Assert.Equal([UnmatchedPeakKind.Lost, UnmatchedPeakKind.New], comparison.UnmatchedPeaks.Select(peak => peak.Kind));
        Assert.Equal(0.5, comparison.UnmatchedPeaks[0].RelativeHeight, 3);
        Assert.Equal(0.25, comparison.UnmatchedPeaks[1].RelativeHeight, 3);
        Assert.Equal(["1200 (lost)", "1700 (new)"], comparison.UnmatchedPeaks.Select(peak => peak.ToString()));
        Assert.Equal((1, 1), (comparison.LostPeakCount, comparison.NewPeakCount));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(0.5, true)]
    [InlineData(1.2, false)]
    public void Bands_of_another_width_are_reported(double factor, bool reported)
    {
        var x = Make.Range(400, 1, 2001);
        Spectrum With(double width) => Make.Spectrum(
            x, Make.Map(x, v => Make.Band(v, 800, width, 2) + Make.Band(v, 1300, width, 1) + Make.Band(v, 1900, width, 1.5)));

        var outcome = Make.Compare(With(40), With(40 * factor));

        Assert.Equal(
            reported, outcome.Warnings.Any(warning => warning.Contains("resolution may differ", StringComparison.Ordinal)));
        Assert.Equal(factor, outcome.Comparison.Peaks[1].SampleWidth / outcome.Comparison.Peaks[1].ReferenceWidth, 2);
    }

    [Fact]
    public void The_least_prominence_can_be_stated()
    {
        var x = Make.Range(400, 1, 2001);
        var spectrum = Make.Spectrum(x, Make.Map(x, v => Make.Band(v, 800, 20, 1) + Make.Band(v, 1200, 20, 0.01)));

        Assert.Single(Make.Compare(spectrum, spectrum).Comparison.Peaks);
        Assert.Equal(2, Make.Compare(spectrum, spectrum, new() { MinimumPeakProminence = 0.005 }).Comparison.Peaks.Count);
    }

    [Fact]
    public void Noise_is_the_median_of_all_second_differences()
    {
        // Every fourth second difference is 0: a sample with a stride would see those alone.
        double[] pattern = [0, 0, 0, 5];
        var y = Enumerable.Range(0, 8192).Select(i => pattern[i % 4]).ToArray();
        var sorted = Enumerable.Range(1, y.Length - 2).Select(i => Math.Abs(y[i - 1] - (2 * y[i]) + y[i + 1])).Order().ToArray();
        var median = (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;

        Assert.Equal(median / (0.674489750196082 * Math.Sqrt(6)), NoiseLevel.Estimate(y), 12);
        // |1|, |−2|, |6|, |−10|: the median of an even number is the mean of the two in the middle.
        Assert.Equal(4 / (0.674489750196082 * Math.Sqrt(6)), NoiseLevel.Estimate([0, 0, 1, 0, 5, 0]), 12);
    }

    private static double Tailed(double x, double center)
    {
        const double sigma = 4, tau = 4;
        double sum = 0;
        for (var t = 0.05; t < 40; t += 0.1)
            sum += 0.1 * Math.Exp(-t / tau) * Math.Exp(-(x - center - t) * (x - center - t) / (2 * sigma * sigma));
        return sum;
    }

    private static Peak[] Find(double[] x, double[] y) =>
        PeakFinder.Find(x, y, [], double.PositiveInfinity, PeakFinder.LeastPartOfHeight);
}
