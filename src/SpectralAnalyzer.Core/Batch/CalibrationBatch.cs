using System.Diagnostics;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// A real batch over some files of a set: what each kind of file takes, and how much of the work this machine does at once, are
/// measured and not assumed. The files are put in order of their work and cut into strata; each stratum is told by those of it that were tried.
/// </summary>
/// <param name="options">What the batch is to do; its output folder is removed by the caller.</param>
/// <param name="reader">Reads files.</param>
internal sealed class CalibrationBatch(BatchOptions options, SpectrumReader reader)
{
    private const int Strata = 8;
    private const int MostTried = 64;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan s_wait = TimeSpan.FromMilliseconds(50);

    private readonly Dictionary<int, (TimeSpan Work, long Bytes)> _files = [];

    /// <summary>Runs it.</summary>
    /// <param name="files">The whole set.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The time and the bytes of the outputs that the whole set would take.</returns>
    internal (TimeSpan Duration, long OutputBytes) Run(IReadOnlyList<EstimatedFile> files, CancellationToken cancellationToken)
    {
        EstimatedFile[] sorted = [.. files.OrderBy(f => f.Weight).ThenBy(f => f.Path, StringComparer.Ordinal)];
        var tried = Choose(sorted.Length);
        var began = Stopwatch.GetTimestamp();
        var beforeFirst = TimeSpan.Zero;
        using (var batch = new SpectralBatch(options, reader))
        {
            beforeFirst = Stopwatch.GetElapsedTime(began);
            began = Stopwatch.GetTimestamp();
            Drive(batch, sorted, tried, cancellationToken);
        }

        var wall = Stopwatch.GetElapsedTime(began);
        var work = TimeSpan.FromTicks(_files.Values.Sum(f => f.Work.Ticks));
        if (work == TimeSpan.Zero)
            return (beforeFirst, 0);
        // how many files it did at once, all in all
        var atOnce = Math.Max(1, work / wall);
        var (all, bytes) = WholeSet(sorted.Length);
        return (beforeFirst + (all / atOnce), bytes);
    }

    private void Drive(SpectralBatch batch, EstimatedFile[] sorted, List<int> tried, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var posted = 0;
        while (posted < tried.Count && (posted < Strata || Stopwatch.GetElapsedTime(began) < s_longest))
        {
            if (batch.TryPost(new BatchInput(posted, sorted[tried[posted]].Path)))
            {
                posted++;
                continue;
            }

            batch.Wait(s_wait, cancellationToken);
            Take(batch, tried);
        }

        batch.Complete();
        while (!batch.IsFinished)
        {
            batch.Wait(s_wait, cancellationToken);
            Take(batch, tried);
        }

        Take(batch, tried);
    }

    private void Take(SpectralBatch batch, List<int> tried)
    {
        while (batch.TryTake(out var batchEvent))
        {
            if (batchEvent.Result is not { } result)
                continue;
            var file = tried[result.Index - 1];
            var before = _files.GetValueOrDefault(file);
            _files[file] = (before.Work + result.Duration, before.Bytes + result.OutputBytes);
        }
    }

    // one of each stratum, then the next of each: whenever the time is up, all strata have been tried alike
    private static List<int> Choose(int count)
    {
        var strata = Math.Min(Strata, count);
        var chosen = new List<int>();
        for (var round = 0; chosen.Count < Math.Min(count, MostTried); round++)
        {
            for (var s = 0; s < strata && chosen.Count < Math.Min(count, MostTried); s++)
            {
                var (from, to) = Stratum(s, strata, count);
                var rounds = MostTried / Strata;
                var place = from + (int)((long)(to - from) * BitReversed(round, rounds) / rounds);
                for (var at = place; at < to; at++)
                {
                    if (chosen.Contains(at))
                        continue;
                    chosen.Add(at);
                    break;
                }
            }

            if (round > count)
                break;
        }

        return chosen;
    }

    private (TimeSpan Work, long Bytes) WholeSet(int count)
    {
        var strata = Math.Min(Strata, count);
        double work = 0, bytes = 0;
        for (var s = 0; s < strata; s++)
        {
            var (from, to) = Stratum(s, strata, count);
            // the first of a stratum may have been the one that warmed the program up: the middle counts, not the mean
            var tried = _files.Where(f => f.Key >= from && f.Key < to).Select(f => f.Value).ToList();
            if (tried.Count == 0)
                continue;
            work += Typical([.. tried.Select(t => (double)t.Work.Ticks)]) * (to - from);
            bytes += tried.Average(t => (double)t.Bytes) * (to - from);
        }

        return (TimeSpan.FromTicks((long)work), (long)bytes);
    }

    private static double Typical(double[] values)
    {
        Array.Sort(values);
        // without the slowest, where there are enough: that is the one that was compiled for
        return values.Length < 3 ? values.Average() : values[..^1].Average();
    }

    private static (int From, int To) Stratum(int index, int strata, int count) =>
        ((int)((long)index * count / strata), (int)((long)(index + 1) * count / strata));

    private static int BitReversed(int value, int size)
    {
        var reversed = 0;
        for (var bit = 1; bit < size; bit <<= 1)
            reversed = (reversed << 1) | ((value & bit) != 0 ? 1 : 0);
        return reversed;
    }
}
