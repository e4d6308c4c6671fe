namespace SpectralAnalyzer;

/// <summary>
/// A running batch. One thread hands files in and takes events out; it must go on taking while it hands in, since the
/// workers wait for room (<see cref="TryPost"/> answers false and the queue of events is bounded too).
/// Disposing it stops and joins all work.
/// </summary>
public interface ISpectralBatch : IDisposable
{
    /// <summary>Hands a file in.</summary>
    /// <param name="input">The file; indices come in order.</param>
    /// <returns>False where the batch has enough to do: take events, wait, and try again.</returns>
    bool TryPost(BatchInput input);

    /// <summary>Says how many files there will be in all, though they are not all handed in yet: progress can tell the time that is left.</summary>
    /// <param name="total">How many.</param>
    void Expect(int total);

    /// <summary>Says that no further file comes.</summary>
    void Complete();

    /// <summary>Takes the next event, if there is one.</summary>
    /// <param name="batchEvent">The event.</param>
    bool TryTake(out BatchEvent batchEvent);

    /// <summary>Waits until there is an event to take, room for a file, or nothing more to come, but no longer than a moment.</summary>
    /// <param name="atMost">The longest wait.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    void Wait(TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>True once all work is done and all events are taken.</summary>
    bool IsFinished { get; }

    /// <summary>Where the batch stands now.</summary>
    BatchProgress Progress { get; }

    /// <summary>The statistics so far.</summary>
    SpectralBatchStatistics Statistics { get; }
}
