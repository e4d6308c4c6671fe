using System.Diagnostics;
using System.Globalization;
using SpectralAnalyzer.Core;

namespace SpectralAnalyzer.Benchmarks;

/// <summary>
/// How long one query and 64 queries take in a library; compare_library.py has numpy do the same with its rows.
/// </summary>
internal static class LibrarySearchRate
{
    private const int Queries = 64;

    /// <summary>Makes a library of made-up spectra.</summary>
    public static void Make(string path, int count, int points)
    {
        var engine = new SpectralEngine();
        using var writer = engine.Libraries.Create(path, new SpectralLibraryOptions());
        for (var i = 0; i < count; i++)
            writer.Add(Spectrum(i, points, 0), CancellationToken.None);
        writer.Commit(overwrite: true, CancellationToken.None);
    }

    /// <summary>Prints the milliseconds of one query and of 64, the best of some rounds, and the memory of the process.</summary>
    public static void Print(string path, int rounds)
    {
        var engine = new SpectralEngine();
        using var search = engine.Libraries.StartSearch(path, new SpectralSearchOptions(), CancellationToken.None);
        var (count, points) = (search.Library.Count, search.Library.PointCount);
        var queries = Enumerable.Range(0, Queries)
            .Select(q => search.Prepare(Spectrum(q * (count / Queries), points, 0.02), CancellationToken.None)).ToArray();
        search.Find(queries, CancellationToken.None);
        var one = Enumerable.Range(0, rounds).Min(_ => Time(() => search.Find([queries[1]], CancellationToken.None)));
        var many = Enumerable.Range(0, rounds).Min(_ => Time(() => search.Find(queries, CancellationToken.None)));
        var right = search.Find(queries, CancellationToken.None)
            .Select((match, q) => match.Hits[0].Item.Index == (q * (count / Queries)) + 1).Count(isRight => isRight);
        GC.Collect();
        var memory = Process.GetCurrentProcess().PrivateMemorySize64 >> 20;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{one:0.0} {many:0.0} {right} {memory} {GC.GetTotalMemory(true) >> 20}"));
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    // ten bands at random places, of random heights and widths
    private static Spectrum Spectrum(int seed, int points, double noise)
    {
        var random = new Random(seed);
        double[] x = new double[points], y = new double[points];
        for (var i = 0; i < points; i++)
            x[i] = 400 + i;
        for (var band = 0; band < 10; band++)
        {
            double place = random.NextDouble() * points, width = 3 + (20 * random.NextDouble()), height = random.NextDouble();
            for (var i = Math.Max(0, (int)(place - (4 * width))); i < Math.Min(points, place + (4 * width)); i++)
                y[i] += height * Math.Exp(-(i - place) * (i - place) / (2 * width * width));
        }

        var noises = new Random(-seed - 1);
        for (var i = 0; noise > 0 && i < points; i++)
            y[i] += noise * (noises.NextDouble() - 0.5);
        return SpectralAnalyzer.Spectrum.FromSource(x, y, new SpectrumDescription
        {
            Name = "substance " + seed.ToString(CultureInfo.InvariantCulture),
            Axis = new SpectralAxis(AxisUnit.Wavenumber),
            Ordinate = new SpectralOrdinate(OrdinateKind.Absorbance),
        });
    }
}
