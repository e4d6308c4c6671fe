using Microsoft.Win32.SafeHandles;

namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>
/// Follows the manifest of a folder while it grows. The file is opened to read what is new, is never locked, and is not touched
/// while nobody looks. All viewers share what was read.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="end">Ends the reading; no viewer that goes does.</param>
internal sealed class ManifestFollower(string folder, CancellationToken end)
{
    private const string Name = "spectral-run.jsonl";
    private const int PieceSize = 1 << 20;
    private const int LongestLine = 1 << 24;
    private const int CheckedBytes = 4096;
    private const int MostOpen = 50;

    private readonly Lock _reading = new();
    private readonly Dictionary<string, ManifestEntry> _starts = new(StringComparer.Ordinal);
    private Dictionary<string, OpenRun> _open = [];
    private EntryList _entries = EntryList.CreateEmpty(0);
    private byte[] _buffer = [];
    private byte[] _head = [];
    private byte[] _tail = [];
    private long _end;
    private ulong _check;
    private (long Length, DateTime Time) _seen;
    private bool _isTooLong;

    /// <summary>Gets the path of the manifest.</summary>
    internal string Path => System.IO.Path.Combine(folder, Name);

    /// <summary>Gets the lines that were read.</summary>
    internal EntryList Entries => Volatile.Read(ref _entries);

    /// <summary>Reads what is new.</summary>
    /// <exception cref="IOException">The manifest cannot be read now.</exception>
    /// <exception cref="UnauthorizedAccessException">The manifest may not be read.</exception>
    /// <exception cref="InvalidDataException">A line is too long.</exception>
    internal void Refresh()
    {
        lock (_reading)
        {
            var file = new FileInfo(Path);
            // what a link leads to is no manifest of this folder; a pipe has no length, and is never opened
            var state = file.Exists && !file.Attributes.HasFlag(FileAttributes.ReparsePoint)
                ? (file.Length, file.LastWriteTimeUtc) : (0, default);
            if (state != _seen)
            {
                if (state.Item1 == 0)
                    Reset();
                _isTooLong = state.Item1 > 0 && !TryReadNew();
                _seen = state;
            }

            if (_isTooLong)
                throw new InvalidDataException($"A line of '{Path}' is longer than {LongestLine >> 20} MB.");
        }
    }

    /// <summary>Finds the result with an id.</summary>
    internal ManifestEntry? FindResult(long offset) =>
        Entries is var entries && entries.Find(offset, e => e.Offset) is >= 0 and var at
        && entries.Items[at] is { Result: not null } entry ? entry : null;

    /// <summary>Gets the last runs without an end.</summary>
    internal IReadOnlyCollection<OpenRun> OpenRuns
    {
        get
        {
            lock (_reading)
                return _open.Values;
        }
    }

    /// <summary>Finds the line with which a run starts.</summary>
    internal ManifestEntry? FindStart(string run)
    {
        lock (_reading)
            return _starts.GetValueOrDefault(run);
    }

    /// <summary>Reads the line of an entry again; null where the manifest has another there now.</summary>
    internal byte[]? ReadLine(ManifestEntry entry)
    {
        using var file = Open();
        var line = new byte[entry.Length + 1];
        return RandomAccess.Read(file, line, entry.Offset) == line.Length && line[^1] == '\n'
            && LineChecksum.Compute(line.AsSpan(..^1)) == entry.LineCheck ? line[..^1] : null;
    }

    private void Reset()
    {
        (_head, _tail, _end, _check) = ([], [], 0, 0);
        _starts.Clear();
        _open = [];
        if (_entries.Count > 0)
            Volatile.Write(ref _entries, EntryList.CreateEmpty(_entries.Generation + 1));
    }

    private SafeFileHandle Open() =>
        File.OpenHandle(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    // the manifest may be replaced at any moment: what is checked and what is read is one open file
    private bool TryReadNew()
    {
        using var file = Open();
        if (RandomAccess.GetLength(file) < _end || !Has(file, _head, 0) || !Has(file, _tail, _end - _tail.Length))
            Reset();
        // a line that is still being written is read again as a whole, since what was there of it may be replaced
        var held = 0;
        while (true)
        {
            end.ThrowIfCancellationRequested();
            if (held == _buffer.Length)
                Array.Resize(ref _buffer, Math.Max(PieceSize, 2 * _buffer.Length));
            var read = RandomAccess.Read(file, _buffer.AsSpan(held), _end + held);
            if (read == 0)
                break;
            var taken = TakeLines(_buffer.AsMemory(0, held + read), held);
            held += read - taken;
            if (held > LongestLine)
                return false;
            _buffer.AsSpan(taken, held).CopyTo(_buffer);
        }

        if (_buffer.Length > PieceSize)
            _buffer = [];
        return true;
    }

    private static bool Has(SafeFileHandle file, byte[] expected, long at)
    {
        var bytes = new byte[expected.Length];
        return RandomAccess.Read(file, bytes, at) == bytes.Length && bytes.AsSpan().SequenceEqual(expected);
    }

    /// <summary>
    /// Takes the whole lines. They and the position after them belong together: whatever ends the reading later, each line is
    /// there once.
    /// </summary>
    private int TakeLines(ReadOnlyMemory<byte> bytes, int searched)
    {
        var added = new List<ManifestEntry>();
        var open = new Dictionary<string, OpenRun>(_open, StringComparer.Ordinal);
        var (start, check) = (0, _check);
        while (bytes.Span[Math.Max(start, searched)..].IndexOf((byte)'\n') is >= 0 and var at)
        {
            var length = Math.Max(start, searched) + at - start;
            var line = bytes.Slice(start, length);
            var lineCheck = LineChecksum.Compute(line.Span);
            check = LineChecksum.Add(check, lineCheck);
            if (length > 0 && ManifestLines.Parse(_end + start, line) is { } parsed)
            {
                added.Add(new ManifestEntry(
                    _end + start, length, check, lineCheck, parsed.Payload, parsed.Result)
                {
                    Started = parsed.Started,
                });
                if (parsed.Started is { } started)
                    open[started.Run] = started;
                if (parsed.Ended is { } ended)
                    open.Remove(ended);
            }

            start += length + 1;
        }

        if (start == 0)
            return 0;
        var taken = bytes.Span[..start];
        if (_head.Length < CheckedBytes)
            _head = [.. _head, .. taken[..Math.Min(taken.Length, CheckedBytes - _head.Length)]];
        var kept = _tail.AsSpan(Math.Max(0, Math.Min(_tail.Length, _tail.Length + taken.Length - CheckedBytes)));
        _tail = [.. kept, .. taken[Math.Max(0, taken.Length - CheckedBytes)..]];
        foreach (var entry in added)
        {
            if (entry.Started is { } run)
                _starts.TryAdd(run.Run, entry);
        }

        _open = open.Count > MostOpen ? open.TakeLast(MostOpen).ToDictionary(StringComparer.Ordinal) : open;
        (_end, _check) = (_end + start, check);
        if (added.Count > 0)
            Volatile.Write(ref _entries, _entries.With(added));
        return start;
    }
}
