namespace SpectralAnalyzer.Core.Batch;

/// <summary>Repeats transient failures in the work on one file, and counts and reports the attempts.</summary>
internal sealed class AttemptCounter(RetryPolicy policy, FileReporter reporter)
{
    /// <summary>The number of attempts at the file.</summary>
    internal int Count { get; private set; } = 1;

    /// <summary>Runs an action, repeatedly if it fails for a transient reason.</summary>
    internal T Run<T>(Func<T> action, CancellationToken token) => policy.Execute(
        action,
        (number, why) =>
        {
            Count++;
            reporter.Report(BatchMessageKind.Verbose, $"try {number} failed and is repeated: {why.Message}");
        },
        token);

    /// <inheritdoc cref="Run{T}"/>
    internal void Run(Action action, CancellationToken token) => Run(
        () =>
        {
            action();
            return true;
        },
        token);
}
