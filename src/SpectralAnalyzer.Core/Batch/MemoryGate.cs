namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// Lets files in, one after the other, while the estimates of all that are inside stay under a limit. Only one caller
/// may wait at a time, and in input order: a later file that got in first could wait for the name of an earlier one that never gets in.
/// </summary>
internal sealed class MemoryGate
{
    private readonly Lock _sync = new();
    private long _inside;
    private TaskCompletionSource? _left;

    /// <summary>A gate.</summary>
    /// <param name="limitBytes">The limit.</param>
    internal MemoryGate(long limitBytes) => LimitBytes = limitBytes;

    /// <summary>The limit in bytes.</summary>
    internal long LimitBytes { get; }

    /// <summary>Waits until there is room.</summary>
    /// <param name="bytes">The file's estimate, at most the limit.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal async Task EnterAsync(long bytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task left;
            lock (_sync)
            {
                if (_inside == 0 || _inside + bytes <= LimitBytes)
                {
                    _inside += bytes;
                    return;
                }

                _left ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                left = _left.Task;
            }

            await left.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Leaves.</summary>
    /// <param name="bytes">The estimate with which the file entered.</param>
    internal void Leave(long bytes)
    {
        TaskCompletionSource? left;
        lock (_sync)
        {
            _inside -= bytes;
            left = _left;
            _left = null;
        }

        left?.SetResult();
    }
}
