using System.Diagnostics;
using System.IO.Enumeration;
using SpectralAnalyzer.Core.Paths;

namespace SpectralAnalyzer.Core.Watching;

/// <summary>
/// Watches folders by the notifications of the system, and by sweeps for what these miss (network shares, overflows). A file
/// arrives once its size and time have not changed for the settle time. One that another process holds for writing must not have
/// changed for longer.
/// </summary>
internal sealed class FolderWatch : ISpectralFolderWatch
{
    // thousands of files that are there already settle in portions, so that the first is processed at once
    private const int MaxSettledAtOnce = 256;

    private const FileShare AnyShare = FileShare.ReadWrite | FileShare.Delete;

    private readonly FolderWatchOptions _options;
    private readonly Func<string, bool> _isSpectrum;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Lock _sync = new();
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly List<string> _warnings = [];
    private readonly List<string> _details = [];
    private readonly Dictionary<string, SettlingFile> _settling = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileState> _delivered = new(StringComparer.Ordinal);
    private readonly Queue<string> _ready = new();
    private readonly Queue<string> _arrived = new();
    private readonly HashSet<string> _warnedOf = new(StringComparer.Ordinal);
    private long _swept;

    /// <summary>Starts to watch.</summary>
    /// <param name="options">What is watched.</param>
    /// <param name="isSpectrum">Returns whether a file may be a spectrum; asked if no filter is stated.</param>
    /// <exception cref="SpectralException">A folder does not exist.</exception>
    internal FolderWatch(FolderWatchOptions options, Func<string, bool> isSpectrum)
    {
        _options = options with { Folders = [.. options.Folders.DistinctBy(new PathKeys().KeyOf)] };
        _isSpectrum = isSpectrum;
        foreach (var folder in options.Folders)
        {
            if (!Directory.Exists(folder))
            {
                throw new SpectralException(
                    SpectralErrorIds.FolderNotFound,
                    SpectralErrorCategory.NotFound,
                    $"The folder '{folder}' does not exist.",
                    "Create it, or state another one with -Path.");
            }
        }

        foreach (var folder in _options.Folders)
            Listen(folder);
    }

    public bool TryTake(out string path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_swept == 0 || Stopwatch.GetElapsedTime(_swept) >= _options.SweepInterval)
            Sweep(cancellationToken);
        CheckChanged();
        if (_arrived.Count == 0)
            Settle(cancellationToken);
        return _arrived.TryDequeue(out path!);
    }

    public IReadOnlyList<string> TakeWarnings()
    {
        lock (_sync)
        {
            string[] taken = [.. _warnings];
            _warnings.Clear();
            return taken;
        }
    }

    public IReadOnlyList<string> TakeDetails()
    {
        string[] taken = [.. _details];
        _details.Clear();
        return taken;
    }

    public void Dispose() => _watchers.ForEach(w => w.Dispose());

    private void Listen(string folder)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder)
            {
                IncludeSubdirectories = _options.Recurse,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
                InternalBufferSize = 1 << 16,
            };
            watcher.Created += (_, e) => Note(e.FullPath);
            watcher.Changed += (_, e) => Note(e.FullPath);
            watcher.Renamed += (_, e) => Note(e.FullPath);
            watcher.Error += (_, e) =>
                Warn($"The system lost notifications for '{folder}' ({e.GetException().Message}); it is searched instead.");
            watcher.EnableRaisingEvents = true;
            _watchers.Add(watcher);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Warn($"The system does not report changes in '{folder}' ({e.Message}); "
                + $"it is searched every {_options.SweepInterval.TotalSeconds:0.#} s.");
        }
    }

    private void Note(string path)
    {
        lock (_sync)
            _changed.Add(path);
    }

    private void Warn(string warning)
    {
        lock (_sync)
            _warnings.Add(warning);
    }

    private void CheckChanged()
    {
        string[] changed;
        lock (_sync)
        {
            changed = [.. _changed];
            _changed.Clear();
        }

        foreach (var path in changed.Where(p => Matches(Path.GetFileName(p.AsSpan()))).Order(StringComparer.Ordinal))
            Check(path, FileState.TryRead(path));
    }

    // removed files are forgotten, so that a folder that is emptied now and then does not fill the memory
    private void Sweep(CancellationToken cancellationToken)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        var isComplete = true;
        foreach (var folder in _options.Folders)
        {
            try
            {
                foreach (var (path, state) in Files(folder))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    present.Add(path);
                    Check(path, state);
                }

                _warnedOf.Remove(folder);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                isComplete = false;
                if (_warnedOf.Add(folder))
                    Warn($"The folder '{folder}' cannot be searched: {e.Message}");
            }
        }

        _swept = Stopwatch.GetTimestamp();
        if (!isComplete)
            return;
        foreach (var gone in _delivered.Keys.Where(path => !present.Contains(path)).ToList())
            _delivered.Remove(gone);
    }

    private FileSystemEnumerable<(string Path, FileState? State)> Files(string folder) => new(
        folder,
        static (ref FileSystemEntry e) => (e.ToFullPath(), new FileState(e.Length, e.LastWriteTimeUtc)),
        new EnumerationOptions
        {
            AttributesToSkip = FileAttributes.System,
            RecurseSubdirectories = _options.Recurse,
            IgnoreInaccessible = _options.Recurse,
        })
    {
        ShouldIncludePredicate = (ref FileSystemEntry e) => !e.IsDirectory && Matches(e.FileName),
        ShouldRecursePredicate = static (ref FileSystemEntry e) =>
            !e.FileName.StartsWith('.') && (e.Attributes & FileAttributes.ReparsePoint) == 0,
    };

    private bool Matches(ReadOnlySpan<char> name)
    {
        if (name.StartsWith('.'))
            return false;
        if (_options.Filters.Count == 0)
            return true;
        foreach (var filter in _options.Filters)
        {
            if (FileSystemName.MatchesSimpleExpression(filter, name))
                return true;
        }

        return false;
    }

    private void Check(string path, FileState? state)
    {
        if (state is not { } now)
        {
            _settling.Remove(path);
            return;
        }

        if (_delivered.TryGetValue(path, out var before) && before == now)
            return;
        if (!_settling.TryGetValue(path, out var seen))
            Wait(path, SettlingFile.Notice(now));
        else if (seen.State != now)
            Wait(path, seen.Change(now));
    }

    private void Wait(string path, SettlingFile file)
    {
        if (!_settling.TryGetValue(path, out var before) || before.Reason != file.Reason)
            _details.Add(file.Describe(path, _options.SettleTime));
        _settling[path] = file;
    }

    private void WarnOfSlow()
    {
        foreach (var (path, file) in _settling
            .Where(s => !s.Value.IsWarnedOf && Stopwatch.GetElapsedTime(s.Value.First) >= _options.WarnAfter).ToList())
        {
            _settling[path] = file with { IsWarnedOf = true };
            if (_options.Filters.Count > 0 || _isSpectrum(path))
                Warn(file.Describe(path, _options.SettleTime));
        }
    }

    private void Settle(CancellationToken cancellationToken)
    {
        if (_ready.Count == 0)
        {
            WarnOfSlow();
            foreach (var path in _settling.Where(s => IsReady(s.Value)).Select(s => s.Key).Order(StringComparer.Ordinal))
                _ready.Enqueue(path);
        }

        for (var i = 0; i < MaxSettledAtOnce && _ready.TryDequeue(out var path); i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_settling.TryGetValue(path, out var seen) && IsReady(seen))
                Settle(path, seen);
        }
    }

    private bool IsReady(SettlingFile seen) => Stopwatch.GetElapsedTime(seen.Looked) >= _options.SettleTime;

    private void Settle(string path, SettlingFile seen)
    {
        // read again, since the last change may not have been reported
        var now = FileState.TryRead(path);
        if (now is null)
        {
            _settling.Remove(path);
        }
        else if (now != seen.State)
        {
            Wait(path, seen.Change(now.Value));
        }
        else if (!CanOpen(path, FileShare.Read)
            && (Stopwatch.GetElapsedTime(seen.Since) < _options.OpenSettleTime || !CanOpen(path, AnyShare)))
        {
            Wait(path, seen.Wait(CanOpen(path, AnyShare) ? SettlingReason.OpenForWriting : SettlingReason.Locked));
        }
        else
        {
            _settling.Remove(path);
            _delivered[path] = now.Value;
            if (_options.Filters.Count > 0 || _isSpectrum(path))
                _arrived.Enqueue(path);
        }
    }

    private static bool CanOpen(string path, FileShare share)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, share, bufferSize: 0);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            // the batch reports it
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
