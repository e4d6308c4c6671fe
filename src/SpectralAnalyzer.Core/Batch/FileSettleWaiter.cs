namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// Waits until a file is no longer being written: until its size and time stay the same for a while. A file that was last
/// written longer ago is not waited for.
/// </summary>
/// <param name="settleTime">The time for which they must stay the same; zero to wait for nothing.</param>
/// <param name="wait">Waits for a time; null for a real delay.</param>
internal sealed class FileSettleWaiter(TimeSpan settleTime, Func<TimeSpan, CancellationToken, Task>? wait = null)
{
    private const int MaxRounds = 30;

    /// <summary>Waits without occupying a thread.</summary>
    /// <param name="look">Looks at the file on a worker, because a share that is gone may respond late.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The file kept changing (<c>FileChanging</c>).</exception>
    internal async Task WaitAsync(Func<Task<(long Length, DateTime LastWriteTimeUtc)>> look, CancellationToken cancellationToken)
    {
        if (settleTime <= TimeSpan.Zero)
            return;
        var seen = await look().ConfigureAwait(false);
        if (DateTime.UtcNow - seen.LastWriteTimeUtc >= settleTime)
            return;
        for (var round = 0; round < MaxRounds; round++)
        {
            await (wait ?? Task.Delay)(settleTime, cancellationToken).ConfigureAwait(false);
            var now = await look().ConfigureAwait(false);
            if (now == seen)
                return;
            seen = now;
        }

        throw new SpectralException(
            SpectralErrorIds.FileChanging,
            SpectralErrorCategory.Busy,
            FormattableString.Invariant(
                $"The file is still being written: it kept changing for {MaxRounds * settleTime.TotalSeconds:0.#} s."),
            "Run again with -Incremental when it is complete, or use Watch-SpectralFolder.");
    }

    /// <summary>Gets the size and time of a file. A file that is missing or inaccessible fails later, in its own stage.</summary>
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
