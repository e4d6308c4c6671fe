namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// Waits until a file is no longer written to: until its size and time have stayed the same for a while. A file that was last written to
/// longer ago than that is taken at once.
/// </summary>
/// <param name="settleTime">How long they have to stay the same; zero: nothing is waited for.</param>
/// <param name="wait">Waits; null: by the clock.</param>
internal sealed class FileSettleWaiter(TimeSpan settleTime, Func<TimeSpan, CancellationToken, Task>? wait = null)
{
    private const int MostTurns = 30;

    /// <summary>Waits, without holding a thread.</summary>
    /// <param name="look">Looks at the file, on a worker: a share that is gone may take its time to say so.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="SpectralException">It changed all the time (<c>FileChanging</c>).</exception>
    internal async Task WaitAsync(Func<Task<(long Length, DateTime LastWriteTimeUtc)>> look, CancellationToken cancellationToken)
    {
        if (settleTime <= TimeSpan.Zero)
            return;
        var seen = await look().ConfigureAwait(false);
        if (DateTime.UtcNow - seen.LastWriteTimeUtc >= settleTime)
            return;
        for (var turn = 0; turn < MostTurns; turn++)
        {
            await (wait ?? Task.Delay)(settleTime, cancellationToken).ConfigureAwait(false);
            var now = await look().ConfigureAwait(false);
            if (now == seen)
                return;
            seen = now;
        }

        throw new SpectralException(
            "FileChanging",
            SpectralErrorCategory.Busy,
            FormattableString.Invariant($"The file is still being written: it changed all through the {MostTurns * settleTime.TotalSeconds:0.#} s that it was waited for."),
            "Run again with -Incremental when it is done, or watch the folder.");
    }

    /// <summary>Looks at a file. One that is not there, or may not be looked at, fails in its own stage.</summary>
    /// <param name="path">Full path of the file.</param>
    internal static (long Length, DateTime LastWriteTimeUtc) Look(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
