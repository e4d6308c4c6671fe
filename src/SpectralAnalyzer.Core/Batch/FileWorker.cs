namespace SpectralAnalyzer.Core.Batch;

/// <summary>Runs the work on one file on the workers, step by step and within the file's time limit.</summary>
internal sealed class FileWorker(WorkerPool workers, StageTimer timer, TimeSpan timeLimit, CancellationToken stop)
{
    private TimeSpan _used;

    /// <summary>Runs a step.</summary>
    /// <param name="stage">The stage that the step begins in.</param>
    /// <param name="work">The step, which observes its token.</param>
    /// <param name="first">True to run the step before the first steps of other files.</param>
    /// <exception cref="TimeoutException">The steps took longer than the limit.</exception>
    internal async Task<T> RunAsync<T>(BatchStage stage, Func<CancellationToken, T> work, bool first = true)
    {
        var left = timeLimit - _used;
        var started = TimeSpan.Zero;
        try
        {
            return await workers.RunAsync(
                token =>
                {
                    started = Now;
                    timer.Enter(stage);
                    return work(token);
                },
                first,
                left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1),
                stop).ConfigureAwait(false);
        }
        finally
        {
            if (started != TimeSpan.Zero)
                _used += Now - started;
            timer.Pause();
        }
    }

    private static TimeSpan Now => TimeSpan.FromMilliseconds(Environment.TickCount64);
}
