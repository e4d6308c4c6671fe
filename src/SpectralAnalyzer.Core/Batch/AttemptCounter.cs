namespace SpectralAnalyzer.Core.Batch;

/// <summary>Repeats what is worth it in the work on one file, counts how often, and tells it.</summary>
/// <param name="policy">When a try is repeated.</param>
/// <param name="tell">Is told, on the thread of a worker, which waits for it.</param>
internal sealed class AttemptCounter(RetryPolicy policy, Action<BatchMessageKind, string> tell)
{
    /// <summary>How many times the file was tried.</summary>
    internal int Count { get; private set; } = 1;

    /// <summary>Does something, again and again where it is worth it.</summary>
    internal T Run<T>(Func<T> action, CancellationToken token) => policy.Execute(
        action,
        (number, why) =>
        {
            Count++;
            tell(BatchMessageKind.Verbose, $"try {number} failed and is repeated: {why.Message}");
        },
        token);

    /// <summary>Does something, again and again where it is worth it.</summary>
    internal void Run(Action action, CancellationToken token) => Run(
        () =>
        {
            action();
            return true;
        },
        token);

    /// <summary>Tells something of the file's story.</summary>
    internal void Tell(BatchMessageKind kind, string message) => tell(kind, message);
}
