namespace SpectralAnalyzer.Core.Batch;

/// <summary>Makes files pass a point one by one in input order, although their work ends in any order.</summary>
internal sealed class InputSequencer
{
    private readonly Lock _sync = new();
    private readonly Dictionary<int, TaskCompletionSource> _waiting = [];
    private readonly HashSet<int> _passedEarly = [];
    private int _next;

    /// <summary>Waits until every earlier file has passed.</summary>
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

    /// <summary>Marks a file as passed, or as failed before it could pass.</summary>
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
