using System.Diagnostics;

namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>
/// Says which runs without an end are at work: a batch holds a lock in its temporary folder, which the start of its run names, as
/// long as its process lives. So a run that waits for files is told from one that was killed.
/// </summary>
internal sealed class RunOwners(string folder)
{
    private const string Prefix = ".spectral-tmp-";
    private const string LockName = "in-use.lock";

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(2);

    private OwnerList _all = new(0, []);
    private long _looked;

    /// <summary>Gets what is known of the runs without an end.</summary>
    internal OwnerList All => Volatile.Read(ref _all);

    /// <summary>Looks again, unless that was done shortly before.</summary>
    internal void Refresh(IReadOnlyCollection<OpenRun> open)
    {
        if (_looked != 0 && Stopwatch.GetElapsedTime(_looked) < s_pause)
            return;
        RunOwner[] items = [.. open.Select(r => new RunOwner(r.Run, IsAtWork(r)))];
        _looked = Stopwatch.GetTimestamp();
        if (!items.AsSpan().SequenceEqual(_all.Items))
            Volatile.Write(ref _all, new OwnerList(_all.Version + 1, items));
    }

    private bool? IsAtWork(OpenRun run)
    {
        if (!run.Workspace.StartsWith(Prefix, StringComparison.Ordinal)
            || !run.Workspace[Prefix.Length..].All(char.IsAsciiLetterOrDigit))
            return null;
        var workspace = Path.Combine(folder, run.Workspace);
        try
        {
            if (!Directory.Exists(workspace))
                return Directory.Exists(folder) ? false : null;
            // to write, too: a pipe in its place would let a reader wait
            using var file = new FileStream(
                Path.Combine(workspace, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete,
                bufferSize: 0);
            // not every share tells of the locks of other machines
            return run.Machine == Environment.MachineName ? false : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
        catch (IOException)
        {
            return true;
        }
    }
}

/// <summary>A run without an end.</summary>
/// <param name="Run">The run.</param>
/// <param name="Machine">The machine that it is on.</param>
/// <param name="Workspace">The name of its temporary folder.</param>
internal sealed record OpenRun(string Run, string Machine, string Workspace);

/// <summary>Whether a run without an end is at work.</summary>
/// <param name="Run">The run.</param>
/// <param name="AtWork">Whether it is; null where that cannot be known.</param>
internal sealed record RunOwner(string Run, bool? AtWork);

/// <summary>What is known of the runs without an end.</summary>
/// <param name="Version">Another number after every change.</param>
/// <param name="Items">The runs.</param>
internal sealed record OwnerList(int Version, RunOwner[] Items);
