using SpectralAnalyzer.Core.Logging;
using SpectralAnalyzer.Core.Runs;
using SpectralAnalyzer.Core.Statistics;
using SpectralAnalyzer.Core.Telemetry;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// Records results: in the statistics and the run manifest before the caller sees them, then in the log and the queue of
/// events. Packs outputs if the batch is to do so. Safe for several threads at once.
/// </summary>
internal sealed class ResultRecorder(
    BatchContext context,
    BatchReporter reporter,
    RunLog? log,
    WorkerPool workers,
    OutputPacking? packing,
    bool isCounted,
    CancellationToken stop)
{
    private readonly StatisticsBuilder _statistics = new();

    /// <summary>The number of failed spectra so far.</summary>
    internal int Failed => _statistics.Failed;

    /// <summary>Returns the statistics of the results so far.</summary>
    internal SpectralBatchStatistics Summarize(TimeSpan elapsed, long peakBytes) => _statistics.Build(elapsed) with
    {
        PeakMemoryMB = (int)(peakBytes >> 20),
        // requests about the baseline count too
        AiRequests = context.Normalizer.Requests,
        AiTokens = context.Normalizer.Tokens,
    };

    /// <summary>Records a result of this run.</summary>
    /// <param name="result">The result.</param>
    /// <param name="graphs">Its graphs for albums, or null.</param>
    internal async Task RecordAsync(SpectralResult result, DrawnGraphs? graphs = null)
    {
        if (context.Albums is { } albums)
        {
            var drawn = graphs?.Take(result.Status != SpectralResultStatus.Failed) ?? [];
            await ReportAsync(await OnWorkerAsync(_ => albums.Add(result, drawn)).ConfigureAwait(false)).ConfigureAwait(false);
        }

        var pack = packing?.Announce(result);
        if (pack is not null)
            result = result with { ArchivePath = pack.Path };
        _statistics.Add(result);
        if (isCounted)
            SpectralMeter.Add(result);
        await reporter.WarnAsync(context.Manifest?.WriteResult(result)).ConfigureAwait(false);
        await reporter.ReportAsync(new BatchEvent(result with { Baseline = context.BaselineStamp })).ConfigureAwait(false);
        if (pack is not null && packing!.Add(pack, result) is { } ready)
            await PackAsync(ready).ConfigureAwait(false);
    }

    /// <summary>Records a result of an earlier run that still applies.</summary>
    internal async Task RecordAsync(EarlierResult reused)
    {
        string? warning = null;
        var pack = packing?.AnnounceLoose(reused.Result, out warning);
        await reporter.WarnAsync(warning).ConfigureAwait(false);
        var result = pack is null ? reused.Result : reused.Result with { ArchivePath = pack.Path };
        _statistics.Add(result);
        if (isCounted)
            SpectralMeter.Add(result);
        await reporter.WarnAsync(pack is null ? context.Manifest?.WriteReused(reused) : context.Manifest?.WriteResult(result))
            .ConfigureAwait(false);
        await reporter.ReportAsync(new BatchEvent(result with { Baseline = context.BaselineStamp })).ConfigureAwait(false);
        if (pack is not null && packing!.Add(pack, result) is { } ready)
            await PackAsync(ready).ConfigureAwait(false);
    }

    /// <summary>Packs the last outputs. Call after the last result.</summary>
    internal async Task PackRestAsync()
    {
        if (packing?.Finish() is { } last)
            await PackAsync(last).ConfigureAwait(false);
    }

    /// <summary>Saves the albums. Call after the last result.</summary>
    internal async Task FinishAlbumsAsync()
    {
        if (context.Albums is not { } albums)
            return;
        IReadOnlyList<(string Path, int Graphs)> saved = [];
        await ReportAsync(await OnWorkerAsync(_ => albums.Finish(out saved)).ConfigureAwait(false)).ConfigureAwait(false);
        foreach (var warning in albums.Warnings)
            await reporter.WarnAsync(warning).ConfigureAwait(false);
        foreach (var (path, graphs) in saved)
        {
            await reporter.ReportAsync(new BatchEvent(
                null, BatchMessageKind.Information, Invariant($"{graphs} graphs are in '{path}'."))).ConfigureAwait(false);
        }
    }

    /// <summary>Records the end of the run.</summary>
    internal async Task EndAsync(SpectralRunEnding ending, SpectralBatchStatistics statistics)
    {
        log?.End(ending, statistics);
        var warning = context.Manifest?.WriteEnd(ending, statistics);
        if (ending == SpectralRunEnding.Completed)
            await reporter.WarnAsync(warning).ConfigureAwait(false);
    }

    private async Task ReportAsync(IReadOnlyList<SpectralError> errors)
    {
        foreach (var error in errors)
            await reporter.ReportAsync(new BatchEvent(null, BatchMessageKind.Error, error.Message, error)).ConfigureAwait(false);
    }

    private Task<T> OnWorkerAsync<T>(Func<CancellationToken, T> work) =>
        workers.RunAsync(work, first: true, Timeout.InfiniteTimeSpan, stop);

    private async Task PackAsync(Output.OutputPack pack)
    {
        var warning = await OnWorkerAsync(token => packing!.Make(pack, token)).ConfigureAwait(false);
        await reporter.WarnAsync(warning).ConfigureAwait(false);
    }
}
