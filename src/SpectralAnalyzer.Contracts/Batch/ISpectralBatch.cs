namespace SpectralAnalyzer;

/// <summary>
/// A running batch. One thread posts files and takes events. It must keep taking events while it posts, because the batch
/// accepts a limited number of files (<see cref="TryPost"/>) and its queue of events is limited too. Disposing the batch stops
/// all work and waits for it to end.
/// </summary>
public interface ISpectralBatch : IDisposable
{
    /// <summary>Posts a file.</summary>
    /// <param name="input">The file. Indices must be in order.</param>
    /// <returns>False if the batch has enough to do: take events, wait, and try again.</returns>
    bool TryPost(BatchInput input);

    /// <summary>Passes over a file that another shard of the batch processes: it keeps its place in the input and the name that
    /// its outputs would get.</summary>
    /// <param name="input">The file. Indices must be in order, together with those of the files that are posted.</param>
    void Leave(BatchInput input);

    /// <summary>Sets the total number of files before all are posted, so that the remaining time can be estimated.</summary>
    /// <param name="total">The number of files.</param>
    void Expect(int total);

    /// <summary>Marks the input as complete: no further file will be posted.</summary>
    void Complete();

    /// <summary>Takes the next event, if there is one.</summary>
    /// <param name="batchEvent">The event.</param>
    bool TryTake(out BatchEvent batchEvent);

    /// <summary>Waits until there is an event to take, a file can be posted, or all work is done.</summary>
    /// <param name="atMost">The longest time to wait.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    void Wait(TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>Gets whether all work is done and all events are taken.</summary>
    bool IsFinished { get; }

    /// <summary>Gets the current progress.</summary>
    BatchProgress Progress { get; }

    /// <summary>Gets the statistics so far.</summary>
    SpectralBatchStatistics Statistics { get; }
}
