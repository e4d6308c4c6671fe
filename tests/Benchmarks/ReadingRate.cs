using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Text;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Benchmarks;

/// <summary>
/// How fast a file is read: whole, by the reader that the batch uses, and by CsvHelper's row loop alone; and how long finding its
/// layout takes.
/// </summary>
internal static class ReadingRate
{
    private const int Rounds = 15;
    private const int LinesToDetect = 4000;

    public static void Print(string path)
    {
        var size = new FileInfo(path).Length / 1e6;
        double ours = double.PositiveInfinity, raw = double.PositiveInfinity;
        for (var i = 0; i < Rounds; i++)
        {
            // in turn, so that both see the same noise
            ours = Math.Min(ours, Seconds(() => SpectrumReader.Default.Read(path, ReadOptions.Default, CancellationToken.None)));
            raw = Math.Min(raw, Seconds(() => Rows(path)));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        SpectrumReader.Default.Read(path, ReadOptions.Default, CancellationToken.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Say("our reader", size / ours, FormattableString.Invariant(
            $"MB/s, best of {Rounds}, detection and checks included; {allocated / size / 1e6:F2} bytes allocated a byte read"));
        Say("CsvHelper's row loop", size / raw, FormattableString.Invariant($"MB/s, best of {Rounds}, two doubles a row"));
        Say("finding the layout of 4,000 lines", 1000 * Detection(path), "ms, best");
    }

    private static double Detection(string path)
    {
        var lines = File.ReadLines(path).Take(LinesToDetect);
        var document = TextDocument.Open(
            new SpectralSource(path, System.Text.Encoding.ASCII.GetBytes(string.Join('\n', lines))), null);
        var best = double.PositiveInfinity;
        for (var i = 0; i < 300; i++)
            best = Math.Min(best, Seconds(() => LayoutDetector.Propose(document, ReadOptions.Default, CancellationToken.None)));
        return best;
    }

    private static void Say(string what, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what + ":",-44}{value,10:F1}   {unit}"));

    private static double Seconds(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
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
