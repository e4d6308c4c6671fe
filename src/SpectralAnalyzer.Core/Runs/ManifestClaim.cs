using System.Text.Json;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>
/// The right of one run to append to a part of the manifest: a file that is created if it is absent, which also holds on a share
/// without working locks. The claim of a run that was killed is taken over once its temporary folder is gone or, on the
/// same machine, its lock is free; until then it costs another part.
/// </summary>
internal sealed class ManifestClaim : IDisposable
{
    private readonly string _path;
    private bool _isReleased;

    private ManifestClaim(string folder, int number, ClaimContent content)
    {
        Part = ManifestParts.PathOf(folder, number);
        _path = ManifestParts.ClaimOf(folder, number);
        Content = content;
    }

    /// <summary>Full path of the part.</summary>
    internal string Part { get; }

    /// <summary>What the claim says.</summary>
    internal ClaimContent Content { get; }

    /// <summary>Claims the first part that no other run has.</summary>
    /// <param name="workspace">The temporary folder of the run.</param>
    /// <param name="folder">The output folder.</param>
    /// <param name="run">The run.</param>
    /// <param name="fingerprint">The fingerprint of the run.</param>
    /// <param name="startedUtc">When the run started.</param>
    /// <exception cref="IOException">No claim can be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    internal static ManifestClaim Take(
        TempWorkspace workspace, string folder, string run, string fingerprint, DateTime startedUtc)
    {
        for (var number = 1; ; number++)
        {
            var path = ManifestParts.ClaimOf(folder, number);
            var holder = Read(path);
            if (File.Exists(path) && !IsAbandoned(holder, workspace, folder))
                continue;
            var content = Describe(workspace, folder, run, fingerprint, startedUtc);
            var temporary = workspace.NewPath(".claim");
            File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(content, ManifestJsonContext.Default.ClaimContent));
            if (holder is null ? AtomicFile.TryCommit(temporary, path, overwrite: false)
                : TryTakeOver(temporary, path, holder, workspace, folder))
            {
                Hide(path);
                return new ManifestClaim(folder, number, content);
            }

            workspace.Abandon(temporary);
        }
    }

    /// <summary>Returns the claims of the runs that are at work with a fingerprint.</summary>
    internal static IEnumerable<ClaimContent> Others(
        TempWorkspace workspace, string folder, string fingerprint, string run) =>
        Enumerable.Range(1, ManifestParts.Count(folder))
            .Select(number => Read(ManifestParts.ClaimOf(folder, number)))
            .OfType<ClaimContent>()
            .Where(claim => claim.Fingerprint == fingerprint && claim.Run != run && !IsAbandoned(claim, workspace, folder));

    /// <summary>Returns where in each part the lines of runs at the same time begin: where the first of them began, else at the
    /// end.</summary>
    internal static Dictionary<int, long> FindSince(string folder, IEnumerable<ClaimContent> others)
    {
        var since = Enumerable.Range(1, ManifestParts.Count(folder))
            .ToDictionary(number => number, number => LengthOf(ManifestParts.PathOf(folder, number)));
        // a part that another run does not know is newer than it
        foreach (var other in others)
        {
            foreach (var number in since.Keys)
                since[number] = Math.Min(since[number], other.Since.GetValueOrDefault(number));
        }

        return since;
    }

    /// <summary>Gives the part to the next run.</summary>
    public void Dispose()
    {
        if (_isReleased)
            return;
        _isReleased = true;
        try
        {
            File.Delete(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the next run takes it over when the temporary folder of this one is gone
        }
    }

    private static ClaimContent Describe(
        TempWorkspace workspace, string folder, string run, string fingerprint, DateTime startedUtc)
    {
        var others = Others(workspace, folder, fingerprint, run).ToList();
        return new ClaimContent(
            run,
            fingerprint,
            Environment.MachineName,
            Path.GetFileName(workspace.Folder),
            others.Count > 0 ? others[0].StartedUtc : startedUtc,
            FindSince(folder, others));
    }

    private static ClaimContent? Read(string path)
    {
        try
        {
            // a link or a pipe is no claim
            if (RegularFile.LengthOf(path) is 0 or > 1 << 20)
                return null;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var claim = JsonSerializer.Deserialize(file, ManifestJsonContext.Default.ClaimContent);
            return claim is { Run: null } or { Fingerprint: null } or { Workspace: null } or { Since: null } ? null : claim;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static long LengthOf(string part)
    {
        try
        {
            return RegularFile.LengthOf(part);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    // a claim that is not understood stays: who wrote it may be at work
    private static bool IsAbandoned(ClaimContent? holder, TempWorkspace own, string folder)
    {
        if (holder is null || !holder.Workspace.StartsWith(TempWorkspace.Prefix, StringComparison.Ordinal)
            || Path.GetFileName(holder.Workspace) != holder.Workspace)
            return false;
        var workspace = Path.Combine(folder, holder.Workspace);
        if (!Directory.Exists(workspace))
            return true;
        // not every share tells of the locks of other machines, and some have none: then this run's own lock seems free
        return holder.Machine == Environment.MachineName && TempWorkspace.IsFree(workspace) && !TempWorkspace.IsFree(own.Folder);
    }

    // one run at a time takes over, so that none takes what another has just taken
    private static bool TryTakeOver(
        string temporary, string path, ClaimContent holder, TempWorkspace workspace, string folder)
    {
        var turn = path + ".turn";
        try
        {
            using (new FileStream(turn, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
            }
        }
        catch (IOException) when (File.Exists(turn))
        {
            return false;
        }

        try
        {
            var now = Read(path);
            if (File.Exists(path) && (now?.Run != holder.Run || !IsAbandoned(now, workspace, folder)))
                return false;
            File.Move(temporary, path, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(turn);
        }
    }

    private static void Hide(string path)
    {
        if (OperatingSystem.IsWindows())
            File.SetAttributes(path, File.GetAttributes(path) | FileAttributes.Hidden);
    }
}
