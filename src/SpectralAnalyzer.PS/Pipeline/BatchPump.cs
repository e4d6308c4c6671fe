using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// Carries files into a batch and its events out, on the pipeline thread. While the batch has no room it takes events, so
/// that neither waits for the other. Whatever ends the pipeline ends the batch: Dispose stops and joins the workers.
/// </summary>
internal sealed class BatchPump : IDisposable
{
    // paths alone, some tens of megabytes; whoever pipes in more waits for the batch again
    private const int MostWaiting = 200_000;

    private static readonly TimeSpan s_wait = TimeSpan.FromMilliseconds(100);

    private readonly PSCmdlet _cmdlet;
    private readonly ISpectralBatch _batch;
    private readonly BatchProgressBar _progress;
    private readonly CancellationToken _stop;
    private readonly Queue<string> _waiting = [];
    private int _posted;

    /// <summary>A pump.</summary>
    /// <param name="cmdlet">The cmdlet that writes.</param>
    /// <param name="batch">The batch; the pump's from now on.</param>
    /// <param name="stop">Set when the pipeline is stopped.</param>
    internal BatchPump(PSCmdlet cmdlet, ISpectralBatch batch, CancellationToken stop)
    {
        _cmdlet = cmdlet;
        _batch = batch;
        _progress = new BatchProgressBar(cmdlet);
        _stop = stop;
    }

    /// <summary>True: results of files that were done before are not written.</summary>
    internal bool LeavesOutSkipped { get; init; }

    /// <summary>How many files came to an end, those apart that were done before.</summary>
    internal int FilesDone { get; private set; }

    /// <summary>How many files were done before.</summary>
    internal int FilesSkipped { get; private set; }

    /// <summary>How many files were handed in.</summary>
    internal int FilesPosted => _posted + _waiting.Count;

    /// <summary>Hands a file in, and writes what is done meanwhile. It waits outside the batch while that has no room, so that the pipeline can say soon how many there are.</summary>
    /// <param name="path">Full path of the file.</param>
    internal void Post(string path)
    {
        _waiting.Enqueue(path);
        Turn(TimeSpan.Zero);
        while (_waiting.Count >= MostWaiting)
            Turn(s_wait);
    }

    /// <summary>Hands in what waits, and writes what is done.</summary>
    /// <param name="atMost">How long to wait for something to do.</param>
    internal void Turn(TimeSpan atMost)
    {
        if (atMost > TimeSpan.Zero)
            _batch.Wait(atMost, _stop);
        Drain();
        while (_waiting.TryPeek(out var path) && _batch.TryPost(new BatchInput(_posted, path)))
        {
            _posted++;
            _waiting.Dequeue();
        }
    }

    /// <summary>Writes all that is still to come.</summary>
    internal void Finish()
    {
        _batch.Expect(_posted + _waiting.Count);
        while (_waiting.Count > 0)
            Turn(s_wait);
        _batch.Complete();
        while (!_batch.IsFinished)
            Turn(s_wait);
        Drain();
        _progress.Complete();
        Summarize(_batch.Statistics);
    }

    /// <inheritdoc/>
    public void Dispose() => _batch.Dispose();

    private void Drain()
    {
        _stop.ThrowIfCancellationRequested();
        while (_batch.TryTake(out var batchEvent))
        {
            if (batchEvent.Result is { } result)
                Write(result);
            else if (batchEvent.Error is { } error)
                _cmdlet.WriteError(ErrorRecords.From(error, error.Id));
            else
                Write(batchEvent.Kind, batchEvent.Message!);
            _progress.Update(_batch);
        }

        _progress.Update(_batch);
    }

    private void Write(SpectralResult result)
    {
        _cmdlet.Tell(Story(result));
        if (result.SeriesIndex == 0)
            _ = result.Status == SpectralResultStatus.Skipped ? FilesSkipped++ : FilesDone++;
        if (LeavesOutSkipped && result.Status == SpectralResultStatus.Skipped)
            return;
        _cmdlet.WriteObject(result);
        if (result.Error is { } error)
            _cmdlet.WriteError(ErrorRecords.From(error, result.Path));
    }

    private void Write(BatchMessageKind kind, string message)
    {
        switch (kind)
        {
            case BatchMessageKind.Warning:
                _cmdlet.WriteWarning(message);
                break;
            case BatchMessageKind.Verbose:
                _cmdlet.Tell(message);
                break;
            case BatchMessageKind.Debug:
                _cmdlet.WriteDebug(message);
                break;
            default:
                _cmdlet.WriteInformation(message, ["SpectralAnalyzer"]);
                break;
        }
    }

    private void Summarize(SpectralBatchStatistics statistics) => _cmdlet.WriteInformation(
        FormattableString.Invariant(
            $"{statistics.Count} spectra of {statistics.FileCount} files: {statistics.Succeeded} succeeded, {statistics.Failed} failed, {statistics.Skipped} skipped, in {statistics.Elapsed?.TotalSeconds:F1} s."),
        ["SpectralAnalyzer"]);

    private static string Name(SpectralResult result) =>
        Path.GetFileName(result.Path) + (result.Series is null ? "" : $" [{result.Series}]");

    private static string Story(SpectralResult result)
    {
        var stages = string.Join(", ", result.StageDurations.Select(
            s => FormattableString.Invariant($"{s.Key} {s.Value.TotalMilliseconds:F1} ms")));
        var why = result.Error is { } error ? $" in {result.FailedStage} ({error.Id}: {error.Message})" : "";
        var tries = result.Attempts == 1 ? "1 try" : $"{result.Attempts} tries";
        return FormattableString.Invariant(
            $"{Name(result)}: {result.Status}{why}, {(result.Decision is { } decision ? $"layout by {decision}" : $"confidence {result.Confidence:F2}")}, {tries}; {stages}");
    }
}
