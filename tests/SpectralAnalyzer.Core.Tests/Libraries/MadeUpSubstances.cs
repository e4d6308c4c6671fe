namespace SpectralAnalyzer.Core.Tests.Libraries;

/// <summary>
/// Made-up spectra of substances: 5 to 12 bands each, from a generator of its own, so that they are the same everywhere. Every
/// tenth substance is a relative of the one before it: one band differs.
/// </summary>
internal static class MadeUpSubstances
{
    private const int Points = 700;
    private const double First = 400;
    private const double Step = 2;

    internal static IEnumerable<Spectrum> Many(int count) => Enumerable.Range(0, count).Select(i => Create(i));

    /// <summary>Makes a spectrum.</summary>
    /// <param name="number">The number of the substance.</param>
    /// <param name="noise">The standard deviation of the noise; the highest band is about 1.</param>
    /// <param name="background">The height of a slanted, curved background.</param>
    /// <param name="shift">How far x is shifted.</param>
    /// <param name="seed">The seed of noise and background.</param>
    internal static Spectrum Create(
        int number, double noise = 0, double background = 0, double shift = 0, int seed = 0)
    {
        var bands = Bands(number);
        var random = new Generator((ulong)((seed * 100_003) + number + 1));
        var slant = random.Next();
        double[] x = new double[Points], y = new double[Points];
        for (var i = 0; i < Points; i++)
        {
            x[i] = First + (Step * i);
            var t = (double)i / Points;
            y[i] = 0.02 + (background * ((slant * t) + ((1 - slant) * (1 - t) * (1 - t)))) + (noise * random.Normal());
            foreach (var (place, width, height) in bands)
            {
                var distance = (x[i] - shift - place) / width;
                y[i] += height / (1 + (distance * distance));
            }
        }

        return LibraryFolder.Make($"substance {number}", x, y);
    }

    private static List<(double Place, double Width, double Height)> Bands(int number)
    {
        var isRelative = number % 10 == 9;
        var random = new Generator((ulong)(isRelative ? number - 1 : number) + 7919);
        var count = 5 + (int)(8 * random.Next());
        var bands = Enumerable.Range(0, count).Select(_ => (
            Place: First + (random.Next() * Points * Step), Width: 5 + (15 * random.Next()), Height: 0.1 + (0.9 * random.Next())))
            .ToList();
        if (isRelative)
            bands[0] = (bands[0].Place + 40, bands[0].Width, bands[0].Height);
        return bands;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).</summary>
    private sealed class Generator(ulong state)
    {
        internal double Next()
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }

        // the sum of twelve, which is close enough to a normal distribution and the same on every system
        internal double Normal()
        {
            double sum = -6;
            for (var i = 0; i < 12; i++)
                sum += Next();
            return sum;
        }
    }
}
