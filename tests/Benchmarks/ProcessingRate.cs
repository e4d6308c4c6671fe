using System.Diagnostics;
using System.Globalization;
using SpectralAnalyzer.Core;

namespace SpectralAnalyzer.Benchmarks;

/// <summary>
/// How long crop, airPLS, Savitzky-Golay and SNV of a spectrum take on one thread; compare.py runs the same steps of other tools.
/// </summary>
internal static class ProcessingRate
{
    private const int WarmUp = 2000;

    public static void Print(string path, int rounds)
    {
        var engine = new SpectralEngine();
        var spectrum = engine.Read(path, ReadOptions.Default, CancellationToken.None).Spectra[0];
        var processing = engine.Processing;
        SpectralStep[] steps =
        [
            processing.CreateStep("crop", new[] { 3990, 410 }),
            processing.CreateStep("background", "airpls"),
            processing.CreateStep("smooth", "savitzky-golay"),
            processing.CreateStep("normalize", "snv"),
        ];
        var prepare = processing.Start(steps, null, "/", CancellationToken.None);
        for (var i = 0; i < WarmUp; i++)
            prepare(spectrum);
        var times = new double[rounds];
        for (var i = 0; i < rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            prepare(spectrum);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times[rounds / 2]} {times[0]}"));
    }
}
