namespace SpectralAnalyzer.Core.Runs;

/// <summary>
/// A part of the manifest of an output folder, to which the run that claimed it appends lines. It is opened for each group of
/// lines and never locked, so that it can be watched while it grows, and so that other machines see what is written.
/// </summary>
internal sealed class ManifestFile
{
    /// <summary>The name of the manifest.</summary>
    internal const string Name = "spectral-run.jsonl";

    /// <summary>The name of the file beside it that says who acknowledged which alarm.</summary>
    internal const string AlarmsName = "spectral-alarms.jsonl";

    /// <summary>The name of the lock file that earlier versions left.</summary>
    internal const string LockName = ".spectral-run.lock";

    private const byte NewLine = (byte)'\n';
    private const int BacklogBytes = 1 << 22;

    private readonly Lock _adding = new();
    private readonly Lock _writing = new();
    private List<PendingLine> _pending = [];
    private readonly List<byte[]> _backlog = [];
    private long _backlogBytes;

    /// <summary>Opens a part; the file is created with its first line.</summary>
    /// <param name="path">Full path of the part.</param>
    internal ManifestFile(string path) => Path = path;

    /// <summary>Full path of the part.</summary>
    internal string Path { get; }

    /// <summary>Appends a line, and returns once it is handed to the operating system. Lines of several threads are written
    /// together.</summary>
    /// <param name="line">The line without its line break.</param>
    /// <exception cref="IOException">It cannot be written now; it will be written before the next line.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    internal void Append(byte[] line)
    {
        var own = new PendingLine(line);
        lock (_adding)
            _pending.Add(own);
        lock (_writing)
        {
            if (!own.IsHandled)
            {
                List<PendingLine> group;
                lock (_adding)
                    (group, _pending) = (_pending, []);
                WriteGroup(group);
            }
        }

        if (own.Exception is { } exception)
            throw new IOException($"The run manifest '{Path}' cannot be written. {exception.Message}", exception);
    }

    private void WriteGroup(List<PendingLine> group)
    {
        Exception? exception = null;
        try
        {
            Write([.. _backlog, .. group.Select(g => g.Bytes)]);
            _backlog.Clear();
            _backlogBytes = 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            exception = e;
        }

        foreach (var line in group)
        {
            line.Exception = exception;
            line.IsHandled = true;
            if (exception is null || _backlogBytes + line.Bytes.Length > BacklogBytes)
                continue;
            _backlog.Add(line.Bytes);
            _backlogBytes += line.Bytes.Length;
        }
    }

    private void Write(IReadOnlyList<byte[]> lines)
    {
        using var file = RegularFile.OpenOrCreate(Path, FileShare.ReadWrite | FileShare.Delete);
        var end = file.Length;
        // the last line of a process that was killed may be incomplete
        var isTorn = end > 0 && ByteAt(file, end - 1) != NewLine;
        var bytes = new byte[lines.Sum(l => l.Length + 1) + (isTorn ? 1 : 0)];
        var at = 0;
        if (isTorn)
            bytes[at++] = NewLine;
        foreach (var line in lines)
        {
            line.CopyTo(bytes, at);
            at += line.Length;
            bytes[at++] = NewLine;
        }

        try
        {
            RandomAccess.Write(file.SafeFileHandle, bytes, end);
        }
        catch (IOException)
        {
            // a full disk may have taken part of the lines
            file.SetLength(end);
            throw;
        }
    }

    private static byte ByteAt(FileStream file, long offset)
    {
        Span<byte> one = stackalloc byte[1];
        return RandomAccess.Read(file.SafeFileHandle, one, offset) == 1 ? one[0] : NewLine;
    }

    private sealed class PendingLine(byte[] bytes)
    {
        internal byte[] Bytes { get; } = bytes;

        internal bool IsHandled { get; set; }

        internal Exception? Exception { get; set; }
    }
}
