using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// A fixed number of threads that do the work of a batch. A job that neither ends in time nor observes its cancellation (a read
/// from a share that is gone) is abandoned: its thread is replaced, so that the other jobs go on.
/// </summary>
internal sealed class WorkerPool : IDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(500);

    private readonly PriorityQueue<Action, (bool Later, long Order)> _jobs = new();
    private readonly object _sync = new();
    private readonly List<Thread> _threads = [];
    private readonly HashSet<Thread> _lost = [];
    private long _order;
    private bool _closed;

    private WorkerPool()
    {
    }

    /// <summary>Creates a pool and starts its threads.</summary>
    internal static WorkerPool Start(int count)
    {
        var pool = new WorkerPool();
        for (var i = 0; i < count; i++)
            pool.StartThread();
        return pool;
    }

    /// <summary>Returns the number of threads for a throttle limit: 0 stands for the number of processors, at least 3. The
    /// graphs that are drawn at the same time take at most half of the available memory.</summary>
    internal static int CountFor(int throttleLimit, long graphBytes, long availableBytes)
    {
        var threads = throttleLimit > 0 ? throttleLimit : Math.Max(3, Environment.ProcessorCount);
        return (int)Math.Clamp(availableBytes / 2 / Math.Max(1, graphBytes), 1, threads);
    }

    /// <summary>Runs a job on one of the threads.</summary>
    /// <param name="work">The job, which observes its token.</param>
    /// <param name="first">True to run it before jobs that are not.</param>
    /// <param name="timeout">The time limit from when it begins.</param>
    /// <param name="stop">A token to cancel the job.</param>
    /// <exception cref="TimeoutException">It took longer.</exception>
    internal Task<T> RunAsync<T>(Func<CancellationToken, T> work, bool first, TimeSpan timeout, CancellationToken stop)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_sync)
        {
            _jobs.Enqueue(() => Execute(work, done, timeout, stop), (!first, _order++));
            Monitor.Pulse(_sync);
        }

        return done.Task;
    }

    /// <summary>Ends the threads once no job is left, and waits for them.</summary>
    public void Dispose()
    {
        Thread[] threads;
        lock (_sync)
        {
            _closed = true;
            Monitor.PulseAll(_sync);
            threads = [.. _threads.Except(_lost)];
        }

        foreach (var thread in threads)
            thread.Join();
    }

    private void Execute<T>(
        Func<CancellationToken, T> work, TaskCompletionSource<T> done, TimeSpan timeout, CancellationToken stop)
    {
        if (stop.IsCancellationRequested)
        {
            done.TrySetCanceled(stop);
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(timeout);
        var thread = Thread.CurrentThread;
        using var watch = limit.Token.Register(() => _ = AbandonAsync(done, thread, stop));
        try
        {
            done.TrySetResult(work(limit.Token));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested && limit.IsCancellationRequested)
        {
            done.TrySetException(new TimeoutException());
        }
        catch (OperationCanceledException e)
        {
            done.TrySetCanceled(e.CancellationToken.IsCancellationRequested ? e.CancellationToken : stop);
        }
#pragma warning disable CA1031 // the caller that awaits the job gets the exception
        catch (Exception e)
#pragma warning restore CA1031
        {
            done.TrySetException(e);
        }
    }

    private async Task AbandonAsync<T>(TaskCompletionSource<T> done, Thread thread, CancellationToken stop)
    {
        try
        {
            await done.Task.WaitAsync(s_grace, CancellationToken.None).ConfigureAwait(false);
            return;
        }
        catch (TimeoutException) when (!done.Task.IsCompleted)
        {
            // the job does not observe its token
        }
#pragma warning disable CA1031 // the job ended on its own; the caller that awaits it gets the exception
        catch (Exception)
#pragma warning restore CA1031
        {
            return;
        }

        // the caller that awaits the job may dispose of the pool at once: by then the thread must be known as lost
        lock (_sync)
        {
            _lost.Add(thread);
            var isAbandoned = stop.IsCancellationRequested
                ? done.TrySetCanceled(stop)
                : done.TrySetException(new TimeoutException());
            if (!isAbandoned)
                _lost.Remove(thread);
            else if (!_closed)
                StartThread();
        }
    }

    private void StartThread()
    {
        var thread = new Thread(Loop) { IsBackground = true, Name = "SpectralAnalyzer worker" };
        lock (_sync)
            _threads.Add(thread);
        thread.Start();
    }

    private void Loop()
    {
        while (TryWork())
        {
            // each job in its own call: a waiting thread must not keep the last job in memory
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryWork()
    {
        Wait();
        Action? job;
        lock (_sync)
        {
            if (!_jobs.TryDequeue(out job, out _))
                return !_closed && !_lost.Contains(Thread.CurrentThread);
        }

        job();
        return true;
    }

    private void Wait()
    {
        lock (_sync)
        {
            while (_jobs.Count == 0 && !_closed && !_lost.Contains(Thread.CurrentThread))
                Monitor.Wait(_sync);
        }
    }
}
