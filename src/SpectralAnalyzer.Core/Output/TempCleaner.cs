namespace SpectralAnalyzer.Core.Output;

/// <summary>Finds and removes workspaces that no running batch uses.</summary>
internal static class TempCleaner
{
    private static readonly EnumerationOptions s_flat = new() { AttributesToSkip = 0, MatchType = MatchType.Simple };

    private static readonly EnumerationOptions s_deep =
        new() { AttributesToSkip = FileAttributes.ReparsePoint, RecurseSubdirectories = true };

    /// <summary>Finds the workspaces in some folders.</summary>
    /// <param name="folders">Output folders; if empty, the temporary folder of the system.</param>
    internal static IReadOnlyList<SpectralTempItem> Find(IReadOnlyList<string> folders)
    {
        var roots = folders.Count > 0 ? folders : [TempWorkspace.SystemRoot];
        return [.. roots
            .Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateDirectories(root, TempWorkspace.Prefix + "*", s_flat))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(Look)];
    }

    /// <summary>Removes a workspace, unless its batch is still running.</summary>
    /// <exception cref="SpectralException">The folder is not a workspace.</exception>
    internal static SpectralTempItem Remove(SpectralTempItem item)
    {
        if (!Path.GetFileName(item.Path).StartsWith(TempWorkspace.Prefix, StringComparison.Ordinal))
        {
            throw new SpectralException(
                SpectralErrorIds.NotTemporary, SpectralErrorCategory.InvalidArgument,
                $"'{item.Path}' is not a temporary folder of a batch.");
        }

        if (!Directory.Exists(item.Path))
            return item with { Removed = true };

        // hold the lock during the removal, so that no batch can take it
        using (var hold = TryLock(item.Path))
        {
            if (hold is null)
                return item with { InUse = true };
            foreach (var entry in Directory.EnumerateFileSystemEntries(item.Path))
            {
                if (Path.GetFileName(entry) == TempWorkspace.LockName)
                    continue;
                if (Directory.Exists(entry) && new DirectoryInfo(entry).LinkTarget is null)
                    Directory.Delete(entry, recursive: true);
                else
                    File.Delete(entry);
            }
        }

        Directory.Delete(item.Path, recursive: true);
        return item with { Removed = true };
    }

    // an empty folder may be one whose lock is about to be created
    private static readonly TimeSpan s_creationTime = TimeSpan.FromMinutes(1);

    private static SpectralTempItem Look(string folder)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles("*", s_deep)
            .Where(f => f.Name != TempWorkspace.LockName)
            .ToList();
        var last = files.Select(f => f.LastWriteTime).Append(Directory.GetLastWriteTime(folder)).Max();
        using var hold = TryLock(folder);
        return new SpectralTempItem(folder, files.Sum(f => f.Length), files.Count, last, InUse: hold is null);
    }

    private static FileStream? TryLock(string folder)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, TempWorkspace.LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (FileNotFoundException) when (Directory.EnumerateFileSystemEntries(folder).Any()
            || DateTime.UtcNow - Directory.GetCreationTimeUtc(folder) > s_creationTime)
        {
            // the lock comes before anything else, and soon: nobody owns the folder
            return new FileStream(
                Path.Combine(folder, TempWorkspace.LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
