namespace SpectralAnalyzer.Core.Batch;

/// <summary>Lets files pass a point one by one in input order, however they overtake each other elsewhere.</summary>
internal sealed class InputSequencer
{
    private readonly Lock _sync = new();
    private readonly Dictionary<int, TaskCompletionSource> _waiting = [];
    private readonly HashSet<int> _passedEarly = [];
    private int _next;

    /// <summary>Waits until every earlier file has passed.</summary>
    /// <param name="index">The file's place in the input, from 0.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal Task WaitAsync(int index, CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            if (index == _next)
                return Task.CompletedTask;
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add(index, turn);
            return turn.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Says that a file has passed, or that it never will: it failed before its turn.</summary>
    /// <param name="index">The file's place in the input.</param>
    internal void Pass(int index)
    {
        TaskCompletionSource? next;
        lock (_sync)
        {
            _passedEarly.Add(index);
            while (_passedEarly.Remove(_next))
                _next++;
            _waiting.Remove(_next, out next);
        }

        next?.SetResult();
    }
}
