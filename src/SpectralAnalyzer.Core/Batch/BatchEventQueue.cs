using System.Threading.Channels;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>The bounded queue of events from the workers to the caller of a batch. A full queue slows the workers down.</summary>
internal sealed class BatchEventQueue : IDisposable
{
    private const int Capacity = 128;

    private readonly Channel<BatchEvent> _channel = Channel.CreateBounded<BatchEvent>(
        new BoundedChannelOptions(Capacity) { SingleReader = true });

    private readonly ManualResetEventSlim _changed = new();

    /// <summary>True if there is no event to take.</summary>
    internal bool IsEmpty => _channel.Reader.Count == 0;

    /// <summary>Adds an event, and waits for room.</summary>
    internal async ValueTask WriteAsync(BatchEvent batchEvent, CancellationToken cancellationToken)
    {
        await _channel.Writer.WriteAsync(batchEvent, cancellationToken).ConfigureAwait(false);
        _changed.Set();
    }

    /// <summary>Takes the next event if there is one.</summary>
    internal bool TryTake(out BatchEvent batchEvent) => _channel.Reader.TryRead(out batchEvent);

    /// <summary>Wakes the waiting caller.</summary>
    internal void Signal() => _changed.Set();

    /// <summary>Waits until something was added or signaled since the last wait.</summary>
    internal void Wait(TimeSpan atMost, CancellationToken cancellationToken)
    {
        _changed.Wait(atMost, cancellationToken);
        _changed.Reset();
    }

    public void Dispose() => _changed.Dispose();
}
