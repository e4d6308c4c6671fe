namespace SpectralAnalyzer.Core.Normalization.Recipes;

/// <summary>
/// The turn to ask about a fingerprint, among all processes that share a store. It is an open file that the system closes with its
/// process, so that a killed batch holds no other up.
/// </summary>
internal sealed class RecipeLock : IDisposable
{
    private static readonly TimeSpan s_firstWait = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMilliseconds(250);

    private readonly FileStream? _file;

    private RecipeLock(FileStream? file) => _file = file;

    /// <summary>Waits for the turn.</summary>
    /// <param name="folder">The store.</param>
    /// <param name="fingerprint">What is to be asked about.</param>
    /// <param name="patience">How long another process may take.</param>
    /// <param name="isSettled">True once there is nothing to ask any more; looked at before every wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The turn; null where there is nothing to ask any more.</returns>
    public static async Task<RecipeLock?> AcquireAsync(
        RecipeStore folder, string fingerprint, TimeSpan patience, Func<bool> isSettled, CancellationToken cancellationToken)
    {
        var path = PathOf(folder, fingerprint);
        if (path is null)
            return new RecipeLock(null);
        var until = Environment.TickCount64 + (long)patience.TotalMilliseconds;
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
                // another process has its turn
            }

            if (isSettled())
                return null;
            if (Environment.TickCount64 > until)
                return new RecipeLock(null);
            await Task.Delay(wait, cancellationToken).ConfigureAwait(false);
            wait = wait * 1.5 < s_longestWait ? wait * 1.5 : s_longestWait;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    // 256 files at most, which stay: to remove one would take it from under a process that waits for it
    private static string? PathOf(RecipeStore folder, string fingerprint)
    {
        try
        {
            var turns = Directory.CreateDirectory(Path.Combine(folder.Path, ".turns"));
            return Path.Combine(turns.FullName, fingerprint[2..4]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
