using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// A fixed number of threads that do the work of a batch. A job that neither ends in time nor heeds its cancellation (a
/// read from a share that is gone) is given up: its thread is left behind and replaced, so that the others get on.
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

    /// <summary>Starts the threads.</summary>
    /// <param name="count">How many.</param>
    internal WorkerPool(int count)
    {
        for (var i = 0; i < count; i++)
            StartThread();
    }

    /// <summary>Does a job on one of the threads.</summary>
    /// <typeparam name="T">What it answers.</typeparam>
    /// <param name="work">The job; heeds its token.</param>
    /// <param name="first">True: goes before jobs that are not.</param>
    /// <param name="timeout">How long it may take once it has begun.</param>
    /// <param name="stop">Ends it.</param>
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

    /// <summary>Lets the threads end when no job is left, and waits for them.</summary>
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
        using var watch = limit.Token.Register(() => _ = GiveUpAsync(done, thread, stop));
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
#pragma warning disable CA1031 // the exception goes on to whoever awaits the job
        catch (Exception e)
#pragma warning restore CA1031
        {
            done.TrySetException(e);
        }
    }

    private async Task GiveUpAsync<T>(TaskCompletionSource<T> done, Thread thread, CancellationToken stop)
    {
        try
        {
            await done.Task.WaitAsync(s_grace, CancellationToken.None).ConfigureAwait(false);
            return;
        }
        catch (TimeoutException) when (!done.Task.IsCompleted)
        {
            // it does not heed its token
        }
#pragma warning disable CA1031 // it ended by itself; whoever awaits it sees how
        catch (Exception)
#pragma warning restore CA1031
        {
            return;
        }

        // whoever awaits the job may dispose of the pool at once: by then the thread is known to be lost
        lock (_sync)
        {
            _lost.Add(thread);
            var givenUp = stop.IsCancellationRequested
                ? done.TrySetCanceled(stop)
                : done.TrySetException(new TimeoutException());
            if (!givenUp)
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
            // each job in a call of its own: a thread that waits must not hold on to what it did last
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
