using System.Diagnostics;
using SpectralAnalyzer.Core.Errors;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>
/// The file that the runs of a folder are written down in, one line after the other, never changed. Several processes may write to it
/// at once: each takes a lock file for the moment of writing, so that lines stay whole. The manifest itself is not locked, so that it can be
/// watched while it grows.
/// </summary>
internal sealed class ManifestFile
{
    /// <summary>The manifest's name.</summary>
    internal const string Name = "spectral-run.jsonl";

    /// <summary>The name of the lock file.</summary>
    internal const string LockName = ".spectral-run.lock";

    private const byte NewLine = (byte)'\n';
    private const int BacklogBytes = 1 << 22;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly string _lockPath;
    private readonly Lock _adding = new();
    private readonly Lock _writing = new();
    private List<PendingLine> _pending = [];
    private readonly List<byte[]> _backlog = [];
    private long _backlogBytes;

    /// <summary>The manifest of a folder.</summary>
    /// <param name="folder">Full path of the folder.</param>
    internal ManifestFile(string folder)
    {
        Path = System.IO.Path.Combine(folder, Name);
        _lockPath = System.IO.Path.Combine(folder, LockName);
    }

    /// <summary>Full path of the manifest.</summary>
    internal string Path { get; }

    /// <summary>Appends a line, and answers once it is in the hands of the operating system. Lines of several threads go in one write.</summary>
    /// <param name="line">The line without its end.</param>
    /// <exception cref="IOException">It cannot be written now; it will be, before the next that can.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
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

        if (own.Failure is { } failure)
            throw new IOException($"The run manifest '{Path}' cannot be written. {failure.Message}", failure);
    }

    private void WriteGroup(List<PendingLine> group)
    {
        Exception? failure = null;
        try
        {
            Write([.. _backlog, .. group.Select(g => g.Bytes)]);
            _backlog.Clear();
            _backlogBytes = 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = e;
        }

        foreach (var line in group)
        {
            line.Failure = failure;
            line.IsHandled = true;
            if (failure is null || _backlogBytes + line.Bytes.Length > BacklogBytes)
                continue;
            _backlog.Add(line.Bytes);
            _backlogBytes += line.Bytes.Length;
        }
    }

    private void Write(IReadOnlyList<byte[]> lines)
    {
        using var hold = TakeLock();
        using var file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 0);
        var end = file.Length;
        // the last line of a process that was killed may have no end
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
            // a full disk takes a part of it
            file.SetLength(end);
            throw;
        }
    }

    private FileStream TakeLock()
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                var hold = new FileStream(_lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 0);
                if (OperatingSystem.IsWindows())
                    File.SetAttributes(_lockPath, File.GetAttributes(_lockPath) | FileAttributes.Hidden);
                return hold;
            }
            catch (IOException e) when (ExceptionMapper.IsInUse(e) && Stopwatch.GetElapsedTime(started) < s_patience)
            {
                Thread.Sleep(1 + Random.Shared.Next(4));
            }
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

        internal Exception? Failure { get; set; }
    }
}
