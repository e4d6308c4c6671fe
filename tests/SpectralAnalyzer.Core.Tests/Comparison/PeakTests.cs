using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Tests.Comparison;

public sealed class PeakTests
{
    [Fact]
    public void Peaks_prominences_and_widths_agree_with_scipy()
    {
        // scipy 1.10.1: find_peaks, peak_prominences, peak_widths(rel_height=0.5)
        var x = Make.Range(0, 1, 60);
        var y = Array.ConvertAll(x, i => (10 * Math.Sin(i / 5.0)) + (3 * Math.Sin(i / 1.7)) + (i % 7));

        var peaks = PeakFinder.Find(x, y, leastProminence: 0, noise: 0);

        Assert.Equal([6, 13, 20, 27, 34, 37, 41, 45, 55], Array.ConvertAll(peaks, peak => Math.Round(peak.Position)));
        AssertClose(
            [14.1858796936, 6.7213990592, 0.346057677315, 6.13696542335, 21.6428110118, 0.115480070372, 3.33102674941,
                2.73620584788, 5.21236772433],
            Array.ConvertAll(peaks, peak => peak.Prominence));
        AssertClose(
            [12.2710523987, 3.53601591481, 0.530746327128, 4.39584913864, 16.6373577666, 1.30696959748, 5.16314262513,
                3.28289544929, 1.68773255528],
            Array.ConvertAll(peaks, peak => peak.Width));
    }

    [Fact]
    public void Plateaus_count_once_and_in_their_middle()
    {
        // scipy 1.10.1: find_peaks, peak_prominences; a peak of two equal points lies between them here, on the first of them in
        // scipy
        double[] y = [0, 1, 1, 1, 0, 3, 2, 3, 0, 5, 5, 1, 4, 2, 6];

        var peaks = PeakFinder.Find(Make.Range(0, 1, y.Length), y, leastProminence: 0, noise: 0);

        Assert.Equal(
            [2, 5, 7, 9.5, 12], Array.ConvertAll(peaks, peak => Math.Round(peak.Position, 1)), (a, b) => Math.Abs(a - b) < 0.35);
        Assert.Equal([1, 3, 3, 4, 2], Array.ConvertAll(peaks, peak => peak.Prominence));
    }

    [Fact]
    public void Prominences_are_those_of_the_definition()
    {
        var y = Array.ConvertAll(Make.Noise(400, 99), v => Math.Round(v * 4));
        var x = Make.Range(0, 1, y.Length);

        var peaks = PeakFinder.Find(x, y, leastProminence: 0, noise: 0);

        Assert.True(peaks.Length > 50);
        foreach (var peak in peaks)
        {
            var top = (int)Math.Round(peak.Position);
            Assert.Equal(y[top] - Math.Max(Base(y, top, -1), Base(y, top, 1)), peak.Prominence);
        }

        static double Base(double[] y, int top, int step)
        {
            var lowest = y[top];
            for (var i = top; i >= 0 && i < y.Length && y[i] <= y[top]; i += step)
                lowest = Math.Min(lowest, y[i]);
            return lowest;
        }
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(2, 5)]
    [InlineData(3, 9)]
    [InlineData(0.4, 1000)]
    [InlineData(0.9, 1000)]
    public void Exactly_the_peaks_that_stand_out_far_enough_are_found(double leastProminence, int levels)
    {
        var random = new Random(levels);
        for (var n = 3; n < 200; n++)
        {
            // few levels, so that many points are equal; or many, and a slope
            double[] y = [.. Enumerable.Range(0, n).Select(i =>
                levels < 10 ? random.Next(levels) : (random.Next(levels) / (double)levels) + (0.02 * i * (n % 3 - 1)))];

            var peaks = PeakFinder.Find(Make.Range(0, 1, n), y, leastProminence, noise: 0);

            Assert.Equal(ByDefinition(y, leastProminence), peaks.Select(peak => peak.Prominence));
        }

        // each run of equal points that is higher than its neighbors, as find_peaks and peak_prominences define them
        static IEnumerable<double> ByDefinition(double[] y, double least)
        {
            for (var i = 1; i < y.Length; i++)
            {
                var end = i;
                while (end + 1 < y.Length && y[end + 1] == y[i])
                    end++;
                if (y[i - 1] < y[i] && end + 1 < y.Length && y[end + 1] < y[i])
                {
                    var left = y.Take(i).Reverse().TakeWhile(v => v <= y[i]).Append(y[i]).Min();
                    var right = y.Skip(end).TakeWhile(v => v <= y[i]).Min();
                    if (y[i] - Math.Max(left, right) is var prominence && prominence > 0 && prominence >= least)
                        yield return prominence;
                }

                i = end;
            }
        }
    }

    [Fact]
    public void A_parabola_gives_its_vertex_on_an_uneven_grid()
    {
        double[] x = [0, 1, 1.8, 3.1, 4];

        var peak = Assert.Single(PeakFinder.Find(x, Make.Map(x, v => 5 - ((v - 2.2) * (v - 2.2))), leastProminence: 0, noise: 0));

        Assert.Equal(2.2, peak.Position, 14);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(-1.25)]
    [InlineData(4)]
    public void A_shift_of_all_bands_is_found(double shift)
    {
        var x = Make.Range(400, 1, 3601);
        var comparison = Make.Compare(Make.Spectrum(x, Make.Map(x, Bands)), Make.Spectrum(x, Make.Map(x, v => Bands(v - shift))))
            .Comparison;

        Assert.Equal(3, comparison.Peaks.Count);
        Assert.Equal(shift, comparison.MeanPeakShift, 0.01);
        Assert.All(comparison.Peaks, peak => Assert.Equal(peak.SamplePosition - peak.ReferencePosition, peak.Shift));
    }

    [Theory]
    [InlineData(OrdinateKind.PercentTransmittance)]
    [InlineData(OrdinateKind.Reflectance)]
    public void Bands_of_a_transmittance_point_down(OrdinateKind kind)
    {
        var x = Make.Range(400, 2, 1801);
        double Dips(double v) => 95 - (60 * Bands(v));

        var comparison = Make.Compare(
            Make.Spectrum(x, Make.Map(x, Dips), kind: kind), Make.Spectrum(x, Make.Map(x, Dips), kind: kind)).Comparison;

        Assert.Equal([1000, 1650, 2900], comparison.Peaks.Select(peak => Math.Round(peak.ReferencePosition)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Noise_alone_has_no_peaks(int seed)
    {
        var x = Make.Range(100, 1, 3600);

        Assert.Empty(Find(x, Make.Noise(3600, (ulong)seed)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Bands_are_found_in_noise_and_noise_is_not(int seed)
    {
        var x = Make.Range(400, 1, 3601);
        var noise = Make.Noise(x.Length, (ulong)seed);
        var y = x.Select((v, i) => (1000 * Bands(v)) + (20 * noise[i])).ToArray();

        var peaks = Find(x, y);

        Assert.Equal(3, peaks.Length);
        Assert.Equal(1000, peaks[0].Position, 1.0);
        Assert.Equal(1650, peaks[1].Position, 1.5);
        Assert.Equal(2900, peaks[2].Position, 4.0);
    }

    [Fact]
    public void Each_peak_is_matched_at_most_once_and_with_the_nearest()
    {
        Peak[] reference = [new(100, 1, 4), new(103, 1, 4), new(500, 1, 4)];
        Peak[] sample = [new(102.6, 1, 4), new(104.4, 1, 4), new(510, 1, 4)];

        var (matches, _) = PeakMatching.Match(reference, sample, range: 1000);

        Assert.Equal([(100.0, 104.4), (103, 102.6)], matches.Select(match => (match.ReferencePosition, match.SamplePosition)));
    }

    [Fact]
    public void Without_a_match_the_mean_shift_is_not_a_number()
    {
        var x = Make.Range(0, 1, 100);

        var comparison = Make.Compare(Make.Spectrum(x, x), Make.Spectrum(x, Make.Map(x, v => Make.Band(v, 50, 8, 1)))).Comparison;

        Assert.Empty(comparison.Peaks);
        Assert.True(double.IsNaN(comparison.MeanPeakShift));
    }

    private static Peak[] Find(double[] x, double[] y) =>
        PeakFinder.Find(x, y, [], double.PositiveInfinity, PeakFinder.LeastPartOfHeight);

    private static double Bands(double x) =>
        Make.Band(x, 1000, 20, 1) + Make.Band(x, 1650, 30, 0.6) + Make.Band(x, 2900, 80, 0.4);

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], Math.Abs(expected[i]) * 1e-10);
    }
}
