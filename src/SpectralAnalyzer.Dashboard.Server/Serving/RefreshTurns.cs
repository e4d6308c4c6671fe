using System.Diagnostics;
using SpectralAnalyzer.Dashboard.Server.Following;

namespace SpectralAnalyzer.Dashboard.Server.Serving;

/// <summary>
/// Reads what is new in the folders, once for all viewers and four times a second at most. Nothing is read while nobody waits.
/// </summary>
internal sealed class RefreshTurns(FolderFollower[] folders, CancellationToken end)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    private readonly Lock _sync = new();
    private Task _turn = Task.CompletedTask;
    private long _last;

    /// <summary>Returns a task that ends with the next turn.</summary>
    internal Task NextAsync()
    {
        lock (_sync)
        {
            if (_turn.IsCompleted)
                _turn = Task.Run(RunAsync, end);
            return _turn;
        }
    }

    private async Task RunAsync()
    {
        if (_last != 0 && s_pause - Stopwatch.GetElapsedTime(_last) is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, end).ConfigureAwait(false);
        foreach (var folder in folders)
            folder.Refresh();
        _last = Stopwatch.GetTimestamp();
    }
}
