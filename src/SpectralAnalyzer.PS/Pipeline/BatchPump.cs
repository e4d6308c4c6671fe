using System.Globalization;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// Posts files to a batch and writes its events, on the thread of the pipeline. While the queue of the batch is full, it writes
/// events, so that neither side waits for the other. Dispose stops the workers and waits for them.
/// </summary>
internal sealed class BatchPump : IDisposable
{
    // the paths take some tens of megabytes; with more, the pipeline waits for the batch
    private const int MostWaiting = 200_000;

    private static readonly TimeSpan s_wait = TimeSpan.FromMilliseconds(100);

    private readonly PSCmdlet _cmdlet;
    private readonly ISpectralBatch _batch;
    private readonly BatchProgressBar _progress;
    private readonly CancellationToken _stop;
    private readonly Queue<(string Path, string? RelativePath, bool IsLeft)> _waiting = [];
    private int _posted;
    private int _left;

    /// <summary>Initializes a pump.</summary>
    /// <param name="cmdlet">The cmdlet that writes.</param>
    /// <param name="batch">The batch, which the pump disposes.</param>
    /// <param name="stop">Is canceled when the pipeline stops.</param>
    internal BatchPump(PSCmdlet cmdlet, ISpectralBatch batch, CancellationToken stop)
    {
        _cmdlet = cmdlet;
        _batch = batch;
        _progress = new BatchProgressBar(cmdlet);
        _stop = stop;
    }

    /// <summary>Gets whether skipped results are not written.</summary>
    internal bool LeavesOutSkipped { get; init; }

    /// <summary>Gets what is told of the path of each output; null for nothing.</summary>
    internal Action<string>? SavedTo { get; init; }

    /// <summary>Gets the number of files that are done, without skipped ones.</summary>
    internal int FilesDone { get; private set; }

    /// <summary>Gets the number of skipped files.</summary>
    internal int FilesSkipped { get; private set; }

    /// <summary>Gets the number of posted files.</summary>
    internal int FilesPosted => _posted + _waiting.Count - _left;

    /// <summary>
    /// Posts a file and writes pending events. Files wait outside the batch while its queue is full, so that the number of files
    /// is known early.
    /// </summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="relativePath">Its path below the folder that was named, or null.</param>
    internal void Post(string path, string? relativePath = null) => Add(path, relativePath, isLeft: false);

    /// <summary>Passes over a file that another shard processes, and writes pending events.</summary>
    internal void Leave(string path)
    {
        _left++;
        Add(path, null, isLeft: true);
    }

    private void Add(string path, string? relativePath, bool isLeft)
    {
        _waiting.Enqueue((path, relativePath, isLeft));
        Pump(TimeSpan.Zero);
        while (_waiting.Count >= MostWaiting)
            Pump(s_wait);
    }

    /// <summary>Posts waiting files and writes pending events.</summary>
    /// <param name="atMost">How long to wait for an event.</param>
    internal void Pump(TimeSpan atMost)
    {
        if (atMost > TimeSpan.Zero)
            _batch.Wait(atMost, _stop);
        Drain();
        while (_waiting.TryPeek(out var file) && TryPost(file.IsLeft, new BatchInput(_posted, file.Path)
        {
            RelativePath = file.RelativePath,
        }))
        {
            _posted++;
            _waiting.Dequeue();
        }
    }

    private bool TryPost(bool isLeft, BatchInput input)
    {
        if (!isLeft)
            return _batch.TryPost(input);
        _batch.Leave(input);
        return true;
    }

    /// <summary>Finishes the batch and writes all remaining events.</summary>
    internal void Finish()
    {
        _batch.Expect(FilesPosted);
        while (_waiting.Count > 0)
            Pump(s_wait);
        _batch.Complete();
        while (!_batch.IsFinished)
            Pump(s_wait);
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
        _cmdlet.WriteDetail(Describe(result));
        foreach (var path in result.OutputPath)
            SavedTo?.Invoke(path);
        if (result.SeriesIndex == 0)
            _ = result.Status == SpectralResultStatus.Skipped ? FilesSkipped++ : FilesDone++;
        if (LeavesOutSkipped && result.Status == SpectralResultStatus.Skipped)
            return;
        _cmdlet.WriteObject(JudgedView.From(result));
        if (result.Error is { } error)
            _cmdlet.WriteError(ErrorRecords.FromResult(error, result.Path));
    }

    private void Write(BatchMessageKind kind, string message)
    {
        switch (kind)
        {
            case BatchMessageKind.Warning:
                _cmdlet.Warn(message);
                break;
            case BatchMessageKind.Verbose:
                _cmdlet.WriteDetail(message);
                break;
            case BatchMessageKind.Debug:
                _cmdlet.WriteDebug(ShownText.From(message));
                break;
            default:
                _cmdlet.WriteInformation(ShownText.From(message), ["SpectralAnalyzer"]);
                break;
        }
    }

    private void Summarize(SpectralBatchStatistics statistics) => _cmdlet.WriteInformation(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{statistics.Count} spectra of {statistics.FileCount} files: {statistics.Succeeded} succeeded, "
            + $"{statistics.Failed} failed, ")
        + FormattableString.Invariant($"{statistics.Skipped} skipped, in {statistics.Elapsed?.TotalSeconds:F1} s."),
        ["SpectralAnalyzer"]);

    private static string Name(SpectralResult result) =>
        Path.GetFileName(result.Path) + (result.Series is null ? "" : $" [{result.Series}]");

    private static string Describe(SpectralResult result)
    {
        var stages = string.Join(", ", result.StageMilliseconds.Select(
            s => FormattableString.Invariant($"{s.Key} {s.Value:F1} ms")));
        var why = result.Error is { } error ? $" in {result.FailedStage} ({error.Id}: {error.Message})" : "";
        var layout = result.Decision is { } decision
            ? $"layout by {decision}"
            : FormattableString.Invariant($"confidence {result.Confidence:F2}");
        var attempts = result.Attempts == 1 ? "1 attempt" : $"{result.Attempts} attempts";
        return $"{Name(result)}: {result.Status}{why}, {layout}, {attempts}; {stages}";
    }
}
