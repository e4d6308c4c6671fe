using Microsoft.Win32.SafeHandles;

namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>
/// Follows the manifest of a folder while it grows. Its parts are opened to read what is new, are never locked, and are not
/// touched while nobody looks. All viewers share what was read, in the order in which it was read.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="end">Ends the reading; no viewer that goes does.</param>
internal sealed class ManifestFollower(string folder, CancellationToken end)
{
    private const int PieceSize = 1 << 20;
    private const int LongestLine = 1 << 24;
    private const int CheckedBytes = 4096;
    private const int MostOpen = 50;

    private readonly Lock _reading = new();
    private readonly Dictionary<string, ManifestEntry> _starts = new(StringComparer.Ordinal);
    private Dictionary<string, OpenRun> _open = [];
    private EntryList _entries = EntryList.CreateEmpty(0);
    private byte[] _buffer = [];
    private readonly List<ManifestPart> _parts = [];
    private ulong _check;
    private string? _tooLong;

    /// <summary>Gets the path of the manifest.</summary>
    internal string Path { get; } = ManifestPart.PathOf(folder, 1);

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
            var count = ManifestPart.Count(folder);
            while (_parts.Count < count)
                _parts.Add(new ManifestPart(folder, _parts.Count + 1));
            // where a part is another one by now, all are read again
            if (!RefreshParts())
                RefreshParts();
            if (_tooLong is not null)
                throw new InvalidDataException($"A line of '{_tooLong}' is longer than {LongestLine >> 20} MB.");
        }
    }

    private bool RefreshParts()
    {
        foreach (var part in _parts)
        {
            var file = new FileInfo(part.Path);
            // what a link leads to is no manifest of this folder; a pipe has no length, and is never opened
            var state = file.Exists && !file.Attributes.HasFlag(FileAttributes.ReparsePoint)
                ? (file.Length, file.LastWriteTimeUtc) : (0, default);
            if (state == part.Seen)
                continue;
            if (state.Item1 == 0 ? part.ReadTo > 0 : !TryReadNew(part))
            {
                Reset();
                return false;
            }

            part.Seen = state;
        }

        return true;
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
        var (number, offset) = ManifestPart.Split(entry.Offset);
        using var file = Open(new ManifestPart(folder, number));
        var line = new byte[entry.Length + 1];
        return RandomAccess.Read(file, line, offset) == line.Length && line[^1] == '\n'
            && LineChecksum.Compute(line.AsSpan(..^1)) == entry.LineCheck ? line[..^1] : null;
    }

    private void Reset()
    {
        for (var i = 0; i < _parts.Count; i++)
            _parts[i] = new ManifestPart(folder, i + 1);
        (_check, _tooLong) = (0, null);
        _starts.Clear();
        _open = [];
        if (_entries.Count > 0)
            Volatile.Write(ref _entries, EntryList.CreateEmpty(_entries.Generation + 1));
    }

    private static SafeFileHandle Open(ManifestPart part) =>
        File.OpenHandle(part.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <summary>Reads what is new; returns false where the part is another one by now.</summary>
    // it may be replaced at any moment: what is checked and what is read is one open file
    private bool TryReadNew(ManifestPart part)
    {
        using var file = Open(part);
        if (RandomAccess.GetLength(file) < part.ReadTo || !Has(file, part.Head, 0)
            || !Has(file, part.Tail, part.ReadTo - part.Tail.Length))
            return false;
        if (_tooLong == part.Path)
            _tooLong = null;
        // a line that is still being written is read again as a whole, since what was there of it may be replaced
        var held = 0;
        while (true)
        {
            end.ThrowIfCancellationRequested();
            if (held == _buffer.Length)
                Array.Resize(ref _buffer, Math.Max(PieceSize, 2 * _buffer.Length));
            var read = RandomAccess.Read(file, _buffer.AsSpan(held), part.ReadTo + held);
            if (read == 0)
                break;
            var taken = TakeLines(part, _buffer.AsMemory(0, held + read), held);
            held += read - taken;
            if (held > LongestLine)
            {
                _tooLong = part.Path;
                return true;
            }

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
    private int TakeLines(ManifestPart part, ReadOnlyMemory<byte> bytes, int searched)
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
            if (length > 0 && ManifestLines.Parse(part.FirstId, part.ReadTo + start, line) is { } parsed)
            {
                added.Add(new ManifestEntry(
                    part.FirstId + part.ReadTo + start, length, check, lineCheck, parsed.Payload, parsed.Result)
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
        if (part.Head.Length < CheckedBytes)
            part.Head = [.. part.Head, .. taken[..Math.Min(taken.Length, CheckedBytes - part.Head.Length)]];
        var tail = part.Tail;
        var kept = tail.AsSpan(Math.Max(0, Math.Min(tail.Length, tail.Length + taken.Length - CheckedBytes)));
        part.Tail = [.. kept, .. taken[Math.Max(0, taken.Length - CheckedBytes)..]];
        foreach (var entry in added)
        {
            if (entry.Started is { } run)
                _starts.TryAdd(run.Run, entry);
        }

        _open = open.Count > MostOpen ? open.TakeLast(MostOpen).ToDictionary(StringComparer.Ordinal) : open;
        (part.ReadTo, _check) = (part.ReadTo + start, check);
        if (added.Count > 0)
            Volatile.Write(ref _entries, _entries.With(added));
        return start;
    }
}
