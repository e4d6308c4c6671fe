using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Benchmarks;

/// <summary>How fast a file is read: whole, by the reader that the batch uses, and by CsvHelper's row loop alone.</summary>
internal static class ReadingRate
{
    public static void Print(string path)
    {
        var size = new FileInfo(path).Length / 1e6;
        var ours = Best(() => SpectrumReader.Default.Read(path, ReadOptions.Default, CancellationToken.None));
        var before = GC.GetAllocatedBytesForCurrentThread();
        SpectrumReader.Default.Read(path, ReadOptions.Default, CancellationToken.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var raw = Best(() => Rows(path));
        Console.WriteLine(FormattableString.Invariant($"our reader:                      {size / ours,8:F1}   MB/s (detection and checks included; {allocated / size / 1e6:F2} bytes allocated a byte read)"));
        Console.WriteLine(FormattableString.Invariant($"CsvHelper's row loop:            {size / raw,8:F1}   MB/s (two doubles a row)"));
    }

    private static double Best(Action action)
    {
        var best = double.PositiveInfinity;
        for (var i = 0; i < 5; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    private static void Rows(string path)
    {
        using var csv = CsvReader.FromFile(path, new CsvReaderOptions(), FileOptions.SequentialScan);
        var sum = 0.0;
        while (csv.Read())
            sum += Number(csv.GetRawSpan(0)) + Number(csv.GetRawSpan(1));
        GC.KeepAlive(sum);
    }

    private static double Number(ReadOnlySpan<byte> cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
