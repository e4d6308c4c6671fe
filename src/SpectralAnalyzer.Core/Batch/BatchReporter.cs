using SpectralAnalyzer.Core.Logging;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Reports events to the log and to the caller of a batch. Safe for several threads at once.</summary>
/// <param name="options">Determines which messages the caller wants.</param>
/// <param name="events">The queue of events for the caller.</param>
/// <param name="log">The log, or null.</param>
/// <param name="stop">Stops waiting for room in the queue.</param>
internal sealed class BatchReporter(BatchOptions options, BatchEventQueue events, RunLog? log, CancellationToken stop)
{
    /// <summary>The most detailed messages that the caller or the log takes.</summary>
    internal BatchDetail Detail { get; } =
        log is null || options.Detail > BatchDetail.Verbose ? options.Detail : BatchDetail.Verbose;

    /// <summary>Reports a result or a message.</summary>
    internal ValueTask ReportAsync(BatchEvent batchEvent)
    {
        log?.Tell(batchEvent);
        var isWanted = batchEvent.Result is not null || batchEvent.Kind switch
        {
            BatchMessageKind.Verbose => options.Detail >= BatchDetail.Verbose,
            BatchMessageKind.Debug => options.Detail >= BatchDetail.Debug,
            _ => true,
        };
        return isWanted ? events.WriteAsync(batchEvent, stop) : ValueTask.CompletedTask;
    }

    /// <summary>Reports a warning, if there is one.</summary>
    internal ValueTask WarnAsync(string? warning) =>
        warning is null ? ValueTask.CompletedTask : ReportAsync(new BatchEvent(null, BatchMessageKind.Warning, warning));
}
