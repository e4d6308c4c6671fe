using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Statistics;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>Reads a manifest back into runs and results.</summary>
internal static class RunReader
{
    /// <summary>The manifest that a path means.</summary>
    /// <param name="path">Full path of it, or of its folder.</param>
    /// <exception cref="SpectralException">It is not there.</exception>
    internal static string Locate(string path)
    {
        var manifest = Directory.Exists(path) ? Path.Combine(path, ManifestFile.Name) : path;
        return File.Exists(manifest) ? manifest : throw new SpectralException(
            "RunManifestNotFound",
            SpectralErrorCategory.NotFound,
            $"There is no run manifest '{manifest}'.",
            "Every batch with an output folder leaves one there; state that folder or the manifest.");
    }

    /// <summary>Reads the runs.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal static IReadOnlyList<SpectralRun> Read(string manifest, CancellationToken cancellationToken)
    {
        var runs = new Dictionary<string, SpectralRun>(StringComparer.Ordinal);
        foreach (var text in Lines(manifest, cancellationToken))
        {
            var bytes = text.Bytes.Span;
            var isStart = ManifestJson.IsOfKind(bytes, ManifestLine.StartKind);
            if (!isStart && !ManifestJson.IsOfKind(bytes, ManifestLine.EndKind))
                continue;
            if (ManifestJson.Read(bytes) is not { } line)
                continue;
            if (line.Start is { } start)
                runs[line.Run] = Begun(manifest, line, start);
            else if (line.End is { } end && runs.TryGetValue(line.Run, out var run))
                runs[line.Run] = Ended(run, line, end);
        }

        Summarize(manifest, runs, cancellationToken);
        return runs.Count > 0 ? [.. runs.Values] : throw new SpectralException(
            "RunManifestInvalid",
            SpectralErrorCategory.InvalidData,
            $"'{manifest}' holds no run.",
            $"Name the file {ManifestFile.Name} of an output folder.");
    }

    /// <summary>Reads the results.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="runId">The run; null: every run.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal static IEnumerable<SpectralResult> ReadResults(string manifest, string? runId, CancellationToken cancellationToken)
    {
        var results = new ResultRestorer(Path.GetDirectoryName(manifest)!);
        foreach (var (run, line) in ResultLines(manifest, cancellationToken))
        {
            var result = results.Restore(line);
            if (runId is null || run == runId)
                yield return result;
        }
    }

    /// <summary>The lines with results that are whole, each with its run; where a run kept the result of an earlier one, that one's line.</summary>
    internal static IEnumerable<(string Run, ManifestLine Line)> ResultLines(string manifest, CancellationToken cancellationToken)
    {
        foreach (var text in Lines(manifest, cancellationToken))
        {
            var isKept = ManifestJson.IsOfKind(text.Bytes.Span, ManifestLine.KeptKind);
            if (!isKept && !ManifestJson.IsOfKind(text.Bytes.Span, ManifestLine.ResultKind))
                continue;
            var line = ManifestJson.Read(text.Bytes.Span);
            if (line?.Kept is { } kept)
            {
                if (ManifestLineReader.ReadAt(manifest, kept.At, kept.Length) is { } bytes
                    && ManifestJson.Read(bytes) is { Result: { } result } earlier && result.Path == kept.Path)
                {
                    yield return (line.Run, earlier with { Result = ReusableResults.Kept(result) with { Index = kept.Index } });
                }
            }
            else if (line?.Result is not null)
            {
                yield return (line.Run, line);
            }
        }
    }

    /// <summary>All lines.</summary>
    /// <exception cref="SpectralException">The manifest cannot be read.</exception>
    internal static IEnumerable<RawManifestLine> Lines(string manifest, CancellationToken cancellationToken)
    {
        using var lines = ManifestLineReader.Read(manifest, 0, cancellationToken).GetEnumerator();
        while (Next(lines))
            yield return lines.Current;
    }

    private static bool Next(IEnumerator<RawManifestLine> lines)
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

    // a run that was killed has no closing line: its results are counted
    private static void Summarize(string manifest, Dictionary<string, SpectralRun> runs, CancellationToken cancellationToken)
    {
        var open = runs.Values.Where(r => r.Ending == SpectralRunEnding.None)
            .ToDictionary(r => r.Id, _ => new StatisticsBuilder(), StringComparer.Ordinal);
        if (open.Count == 0)
            return;
        var last = new Dictionary<string, DateTime>(StringComparer.Ordinal);
        foreach (var (id, line) in ResultLines(manifest, cancellationToken))
        {
            if (!open.TryGetValue(id, out var statistics))
                continue;
            statistics.Add(line.Result!);
            last[id] = line.Time;
        }

        foreach (var (id, statistics) in open)
        {
            var run = runs[id];
            var elapsed = last.TryGetValue(id, out var time) ? time - run.StartedUtc : TimeSpan.Zero;
            runs[id] = run with { Statistics = Named(statistics.Build(elapsed), run) };
        }
    }

    private static SpectralRun Begun(string manifest, ManifestLine line, RunStart start) => new()
    {
        Id = line.Run,
        Manifest = manifest,
        StartedUtc = line.Time,
        Version = start.Version,
        Machine = start.Machine,
        OperatingSystem = start.OperatingSystem,
        Culture = start.Culture,
        Baseline = start.Baseline,
        Fingerprint = start.Fingerprint,
        Options = ManifestJson.FromElement<BatchOptions>(start.Options),
    };

    private static SpectralRun Ended(SpectralRun run, ManifestLine line, RunEnd end)
    {
        var ended = run with { EndedUtc = line.Time, Ending = end.Ending };
        return ended with { Statistics = Named(end.Statistics, ended) };
    }

    private static SpectralBatchStatistics Named(SpectralBatchStatistics statistics, SpectralRun run) =>
        statistics with { RunId = run.Id, StartedUtc = run.StartedUtc, Ending = run.Ending };
}
