using Microsoft.Win32.SafeHandles;

namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>
/// Follows the manifest of a folder while it grows. The file is opened to read what is new, is never locked, and is not touched
/// while nobody looks. All viewers share what was read.
/// </summary>
internal sealed class ManifestFollower(string folder)
{
    private const string Name = "spectral-run.jsonl";
    private const int PieceSize = 1 << 20;
    private const int LongestLine = 1 << 26;
    private const int CheckedBytes = 4096;

    private readonly Lock _reading = new();
    private readonly byte[] _buffer = new byte[PieceSize];
    private EntryList _entries = EntryList.CreateEmpty(0);
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
    internal void Refresh(CancellationToken cancellationToken)
    {
        lock (_reading)
        {
            var file = new FileInfo(Path);
            // what a link leads to is no manifest of this folder
            var state = file.Exists && file.LinkTarget is null ? (file.Length, file.LastWriteTimeUtc) : (0, default);
            if (state != _seen)
            {
                if (state.Item1 == 0)
                    Reset();
                _isTooLong = state.Item1 > 0 && !TryReadNew(cancellationToken);
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

    /// <summary>Reads the line of an entry again; null where the manifest has another there now.</summary>
    internal byte[]? ReadLine(ManifestEntry entry)
    {
        using var file = Open();
        var line = new byte[entry.Length + 1];
        return RandomAccess.Read(file, line, entry.Offset) == line.Length && line[^1] == '\n'
            && LineChecksum.Add(0, line.AsSpan(..^1)) == entry.LineCheck ? line[..^1] : null;
    }

    private void Reset()
    {
        (_head, _tail, _end, _check) = ([], [], 0, 0);
        if (_entries.Count > 0)
            Volatile.Write(ref _entries, EntryList.CreateEmpty(_entries.Generation + 1));
    }

    private SafeFileHandle Open() =>
        File.OpenHandle(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    // the manifest may be replaced at any moment: what is checked and what is read is one open file
    private bool TryReadNew(CancellationToken cancellationToken)
    {
        using var file = Open();
        var length = RandomAccess.GetLength(file);
        if (length < _end || !Has(file, _head, 0) || !Has(file, _tail, _end - _tail.Length))
            Reset();
        var added = new List<ManifestEntry>();
        // a line that is still being written is read again as a whole, since what was there of it may be replaced
        byte[] rest = [];
        while (_end + rest.Length < length && rest.Length <= LongestLine)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = RandomAccess.Read(file, _buffer, _end + rest.Length);
            if (read == 0)
                break;
            rest = TakeLines([.. rest, .. _buffer.AsSpan(0, read)], added);
        }

        if (added.Count > 0)
            Volatile.Write(ref _entries, _entries.With(added));
        if (_head.Length < CheckedBytes)
            _head = ReadUpTo(file, 0, _end);
        _tail = ReadUpTo(file, Math.Max(0, _end - CheckedBytes), _end);
        return rest.Length <= LongestLine;
    }

    private static bool Has(SafeFileHandle file, byte[] expected, long at) =>
        ReadUpTo(file, at, at + expected.Length).AsSpan().SequenceEqual(expected);

    private static byte[] ReadUpTo(SafeFileHandle file, long from, long to)
    {
        var bytes = new byte[Math.Min(CheckedBytes, to - from)];
        return bytes[..RandomAccess.Read(file, bytes, from)];
    }

    private byte[] TakeLines(byte[] bytes, List<ManifestEntry> added)
    {
        var start = 0;
        while (bytes.AsSpan(start).IndexOf((byte)'\n') is >= 0 and var length)
        {
            var line = bytes.AsMemory(start, length);
            var lineCheck = LineChecksum.Add(0, line.Span);
            _check = LineChecksum.Add(_check, line.Span);
            if (length > 0 && ManifestLines.Parse(_end, line) is var (payload, figures))
                added.Add(new ManifestEntry(_end, length, _check, lineCheck, payload, figures));
            _end += length + 1;
            start += length + 1;
        }

        return bytes[start..];
    }
}
