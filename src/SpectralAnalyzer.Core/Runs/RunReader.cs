using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Statistics;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>Reads the runs and results of a manifest.</summary>
internal static class RunReader
{
    /// <summary>Returns the manifest that a path refers to.</summary>
    /// <param name="path">Full path of a manifest or of its folder.</param>
    /// <exception cref="SpectralException">It does not exist.</exception>
    internal static string Locate(string path)
    {
        var manifest = Directory.Exists(path) ? Path.Combine(path, ManifestFile.Name) : path;
        return ManifestParts.Find(manifest).Any(File.Exists) ? manifest : throw new SpectralException(
            SpectralErrorIds.RunManifestNotFound,
            SpectralErrorCategory.NotFound,
            $"There is no run manifest '{manifest}'.",
            "Specify the output folder of a batch, or the manifest in it.");
    }

    /// <summary>Reads the runs in the order in which they started.</summary>
    /// <exception cref="SpectralException">The manifest cannot be read or contains no run.</exception>
    internal static IReadOnlyList<SpectralRun> Read(string manifest, CancellationToken cancellationToken)
    {
        var runs = new Dictionary<string, SpectralRun>(StringComparer.Ordinal);
        foreach (var (_, _, line) in ReadLines(manifest, [StartLine.Kind, EndLine.Kind], cancellationToken))
        {
            if (line is StartLine { Start: { } start })
                runs[line.Run] = Started(manifest, line, start);
            else if (line is EndLine { End: { } end } && runs.TryGetValue(line.Run, out var run))
                runs[line.Run] = WithStatistics(run with { EndedUtc = line.Time, Ending = end.Ending }, end.Statistics);
        }

        CountUnended(manifest, runs, cancellationToken);
        return runs.Count > 0 ? [.. runs.Values] : throw new SpectralException(
            SpectralErrorIds.RunManifestInvalid,
            SpectralErrorCategory.InvalidData,
            $"'{manifest}' contains no run.",
            $"Specify the file {ManifestFile.Name} of an output folder.");
    }

    /// <summary>Reads the run that a line starts, or null.</summary>
    internal static SpectralRun? ReadStart(string manifest, ReadOnlySpan<byte> line) =>
        ManifestJson.Read(line) is StartLine { Start: { } start } read ? Started(manifest, read, start) : null;

    /// <summary>Reads the results.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="runId">The run, or null for every run.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal static IEnumerable<SpectralResult> ReadResults(string manifest, string? runId, CancellationToken cancellationToken)
    {
        var restorer = new ResultRestorer(new ManifestPaths(Path.GetDirectoryName(manifest)!));
        foreach (var (run, line) in ReadResultLines(manifest, cancellationToken))
        {
            var result = restorer.Restore(line);
            if (runId is null || run == runId)
                yield return result;
        }
    }

    /// <summary>Reads the lines with results, each with its run; where a run reused a result of an earlier one, the line of
    /// that result.</summary>
    internal static IEnumerable<(string Run, ResultLine Line)> ReadResultLines(
        string manifest, CancellationToken cancellationToken)
    {
        // a run names its baseline once, where it starts
        var baselines = new Dictionary<string, SpectralFileStamp?>(StringComparer.Ordinal);
        foreach (var (part, _, line) in ReadLines(
            manifest, [StartLine.Kind, ReusedLine.Kind, ResultLine.Kind], cancellationToken))
        {
            var baseline = line is null ? null : baselines.GetValueOrDefault(line.Run);
            if (line is StartLine { Start: { } start })
            {
                baselines[line.Run] = start.Baseline;
            }
            else if (line is ReusedLine { Reused: { } reused })
            {
                var of = reused.In is null ? part : Path.Combine(Path.GetDirectoryName(manifest)!, Path.GetFileName(reused.In));
                if (ManifestLineReader.ReadAt(of, reused.At, reused.Length) is { } bytes
                    && ManifestJson.Read(bytes) is ResultLine { Result: { } result } earlier && result.Path == reused.Path)
                {
                    var skipped = AsReused(result) with { Index = reused.Index, Baseline = baseline };
                    yield return (line.Run, earlier with { Result = skipped });
                }
            }
            else if (line is ResultLine { Result: not null } own)
            {
                yield return (line.Run, own with { Result = own.Result with { Baseline = baseline } });
            }
        }
    }

    /// <summary>Reads lines of all parts, by the time at which they were written; a line that is torn is null.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="kinds">The kinds of lines to read; empty for all.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The manifest cannot be read.</exception>
    internal static IEnumerable<MergedLine> ReadLines(
        string manifest, string[] kinds, CancellationToken cancellationToken)
    {
        using var lines = MergedLines.Read(manifest, kinds, cancellationToken).GetEnumerator();
        while (Next(lines))
            yield return lines.Current;
    }

    private static bool Next(IEnumerator<MergedLine> lines)
    {
        try
        {
            return lines.MoveNext();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException(ExceptionMapper.ToError(e, BatchStage.Loading), e);
        }
    }

    // a run that was killed has no end with statistics: its results are counted
    private static void CountUnended(string manifest, Dictionary<string, SpectralRun> runs, CancellationToken cancellationToken)
    {
        var unended = runs.Values.Where(r => r.Ending == SpectralRunEnding.None)
            .ToDictionary(r => r.Id, _ => new StatisticsBuilder(), StringComparer.Ordinal);
        if (unended.Count == 0)
            return;
        var last = new Dictionary<string, DateTime>(StringComparer.Ordinal);
        foreach (var (id, line) in ReadResultLines(manifest, cancellationToken))
        {
            if (!unended.TryGetValue(id, out var statistics))
                continue;
            statistics.Add(line.Result);
            last[id] = line.Time;
        }

        foreach (var (id, statistics) in unended)
        {
            var run = runs[id];
            var elapsed = last.TryGetValue(id, out var time) ? time - run.StartedUtc : TimeSpan.Zero;
            runs[id] = WithStatistics(run, statistics.Build(elapsed));
        }
    }

    private static SpectralRun Started(string manifest, ManifestLine line, RunStart start) => new()
    {
        Id = line.Run,
        Manifest = manifest,
        StartedUtc = line.Time,
        Version = start.Version,
        Machine = start.Machine,
        OperatingSystem = start.OperatingSystem,
        Culture = start.Culture,
        Baseline = start.Baseline,
        Method = start.Method,
        Fingerprint = start.Fingerprint,
        Options = ManifestJson.FromElement<BatchOptions>(start.Options),
    };

    private static SpectralRun WithStatistics(SpectralRun run, SpectralBatchStatistics statistics) =>
        run with { Statistics = statistics with { RunId = run.Id, StartedUtc = run.StartedUtc, Ending = run.Ending } };

    /// <summary>Converts a result of an earlier run to the one that a later run emits.</summary>
    internal static SpectralResult AsReused(SpectralResult result) => result with
    {
        Status = SpectralResultStatus.Skipped,
        Attempts = 0,
        DurationMilliseconds = 0,
        StageMilliseconds = new Dictionary<BatchStage, double>(),
        OutputBytes = 0,
    };
}
