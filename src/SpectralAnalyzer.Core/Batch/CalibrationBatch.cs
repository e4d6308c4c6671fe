using System.Diagnostics;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// Runs a batch over a sample of files to measure how long each kind of file takes and how much work this machine does in
/// parallel. The files are ordered by their work and divided into strata; the files of a stratum that were run represent the
/// others.
/// </summary>
/// <param name="options">The options of the batch; the caller deletes its output folder.</param>
/// <param name="reader">The reader of spectral files.</param>
internal sealed class CalibrationBatch(BatchOptions options, SpectrumReader reader)
{
    private const int Strata = 8;
    private const int MaxFiles = 64;
    private static readonly TimeSpan s_maxDuration = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan s_wait = TimeSpan.FromMilliseconds(50);

    private readonly Dictionary<int, (TimeSpan Work, long Bytes)> _files = [];

    /// <summary>Runs the batch.</summary>
    /// <param name="files">The whole set of files.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The estimated duration and size of the outputs for the whole set.</returns>
    internal (TimeSpan Duration, long OutputBytes) Run(IReadOnlyList<EstimatedFile> files, CancellationToken cancellationToken)
    {
        EstimatedFile[] sorted = [.. files.OrderBy(f => f.Weight).ThenBy(f => f.Path, StringComparer.Ordinal)];
        var chosen = Choose(sorted.Length);
        var began = Stopwatch.GetTimestamp();
        var startup = TimeSpan.Zero;
        using (var batch = SpectralBatch.Start(options, reader, isCounted: false, cancellationToken: cancellationToken))
        {
            startup = Stopwatch.GetElapsedTime(began);
            began = Stopwatch.GetTimestamp();
            Drive(batch, sorted, chosen, cancellationToken);
        }

        var wall = Stopwatch.GetElapsedTime(began);
        var work = TimeSpan.FromTicks(_files.Values.Sum(f => f.Work.Ticks));
        if (work == TimeSpan.Zero)
            return (startup, 0);
        // the average number of files in progress
        var parallel = Math.Max(1, work / wall);
        var (all, bytes) = WholeSet(sorted.Length);
        return (startup + (all / parallel), bytes);
    }

    private void Drive(SpectralBatch batch, EstimatedFile[] sorted, List<int> chosen, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var posted = 0;
        while (posted < chosen.Count && (posted < Strata || Stopwatch.GetElapsedTime(began) < s_maxDuration))
        {
            if (batch.TryPost(new BatchInput(posted, sorted[chosen[posted]].Path)))
            {
                posted++;
                continue;
            }

            batch.Wait(s_wait, cancellationToken);
            Take(batch, chosen);
        }

        batch.Complete();
        while (!batch.IsFinished)
        {
            batch.Wait(s_wait, cancellationToken);
            Take(batch, chosen);
        }

        Take(batch, chosen);
    }

    private void Take(SpectralBatch batch, List<int> chosen)
    {
        while (batch.TryTake(out var batchEvent))
        {
            if (batchEvent.Result is not { } result)
                continue;
            var file = chosen[result.Index - 1];
            var before = _files.GetValueOrDefault(file);
            var work = TimeSpan.FromMilliseconds(result.DurationMilliseconds);
            _files[file] = (before.Work + work, before.Bytes + result.OutputBytes);
        }
    }

    // one file of each stratum, then the next of each: whenever the time is up, all strata are represented
    private static List<int> Choose(int count)
    {
        var strata = Math.Min(Strata, count);
        var chosen = new List<int>();
        for (var round = 0; chosen.Count < Math.Min(count, MaxFiles); round++)
        {
            for (var s = 0; s < strata && chosen.Count < Math.Min(count, MaxFiles); s++)
            {
                var (from, to) = Stratum(s, strata, count);
                var rounds = MaxFiles / Strata;
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
            var chosen = _files.Where(f => f.Key >= from && f.Key < to).Select(f => f.Value).ToList();
            if (chosen.Count == 0)
                continue;
            work += MeanWithoutSlowest([.. chosen.Select(t => (double)t.Work.Ticks)]) * (to - from);
            bytes += chosen.Average(t => (double)t.Bytes) * (to - from);
        }

        return (TimeSpan.FromTicks((long)work), (long)bytes);
    }

    private static double MeanWithoutSlowest(double[] values)
    {
        Array.Sort(values);
        // without the slowest if there are enough: the code was compiled during it
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
