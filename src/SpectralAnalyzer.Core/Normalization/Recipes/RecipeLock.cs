namespace SpectralAnalyzer.Core.Normalization.Recipes;

/// <summary>
/// A lock for the AI request of a fingerprint, among all processes that share a store. It is an open file that the system closes
/// with its process, so that a killed batch does not block another.
/// </summary>
internal sealed class RecipeLock : IDisposable
{
    private static readonly TimeSpan s_firstWait = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_maxWait = TimeSpan.FromMilliseconds(250);

    private readonly FileStream? _file;

    private RecipeLock(FileStream? file) => _file = file;

    /// <summary>Waits for the lock.</summary>
    /// <param name="store">The store.</param>
    /// <param name="fingerprint">The fingerprint.</param>
    /// <param name="timeout">How long another process may hold the lock; after that the request is sent without it.</param>
    /// <param name="isObsolete">Returns true once no request is needed any more; called before every wait.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The lock; null if no request is needed any more.</returns>
    internal static async Task<RecipeLock?> AcquireAsync(
        RecipeStore store, string fingerprint, TimeSpan timeout, Func<bool> isObsolete, CancellationToken cancellationToken)
    {
        var path = PathOf(store, fingerprint);
        if (path is null)
            return new RecipeLock(null);
        var until = Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        var wait = s_firstWait;
        while (true)
        {
            try
            {
                return new RecipeLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (UnauthorizedAccessException)
            {
                return new RecipeLock(null);
            }
            catch (IOException)
            {
                // another process holds the lock
            }

            if (isObsolete())
                return null;
            if (Environment.TickCount64 > until)
                return new RecipeLock(null);
            await Task.Delay(wait, cancellationToken).ConfigureAwait(false);
            wait = wait * 1.5 < s_maxWait ? wait * 1.5 : s_maxWait;
        }
    }

    public void Dispose() => _file?.Dispose();

    // at most 256 files, which are never removed: another process may be waiting for one
    private static string? PathOf(RecipeStore store, string fingerprint)
    {
        try
        {
            var locks = Directory.CreateDirectory(Path.Combine(store.Path, ".turns"));
            return Path.Combine(locks.FullName, fingerprint[2..4]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
