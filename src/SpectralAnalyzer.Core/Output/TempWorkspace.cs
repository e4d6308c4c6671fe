using System.Globalization;

namespace SpectralAnalyzer.Core.Output;

/// <summary>
/// A folder for unfinished files, on the same volume as their final paths. A lock file in it is kept open while the batch runs,
/// so that the folder is not removed; the lock ends with the process, however that ends.
/// </summary>
internal sealed class TempWorkspace : IDisposable
{
    /// <summary>The prefix of the names of all workspaces.</summary>
    internal const string Prefix = ".spectral-tmp-";

    /// <summary>The name of the lock file.</summary>
    internal const string LockName = "in-use.lock";

    private readonly bool _keep;
    private readonly FileStream _lock;
    private int _count;

    private TempWorkspace(string folder, bool keep)
    {
        Folder = folder;
        _keep = keep;
        Directory.CreateDirectory(folder);
        _lock = new FileStream(Path.Combine(folder, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        if (OperatingSystem.IsWindows())
            File.SetAttributes(folder, File.GetAttributes(folder) | FileAttributes.Hidden);
    }

    /// <summary>Gets the temporary folder of the system, which users may share.</summary>
    internal static string SystemRoot => Path.GetTempPath();

    /// <summary>Gets the full path of the workspace.</summary>
    internal string Folder { get; }

    /// <summary>Creates a workspace in a folder.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="keep">Whether unfinished files stay at the end, for inspection.</param>
    internal static TempWorkspace Create(string root, bool keep)
    {
        var name = Prefix + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        return new TempWorkspace(Path.Combine(root, name), keep);
    }

    /// <summary>Creates a workspace in the temporary folder of the system that only this user can read.</summary>
    /// <exception cref="SpectralException">The folder cannot be used.</exception>
    internal static TempWorkspace CreateInSystemRoot()
    {
        try
        {
            return new TempWorkspace(Directory.CreateTempSubdirectory(Prefix).FullName, keep: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException(
                SpectralErrorIds.TempFolderUnusable,
                e is UnauthorizedAccessException ? SpectralErrorCategory.Permission : SpectralErrorCategory.Write,
                $"The temporary folder '{SystemRoot}' cannot be written to. {e.Message}",
                "Check its permissions and its disk, or set TMPDIR (on Windows TMP) to another folder.",
                innerException: e);
        }
    }

    /// <summary>Returns whether no running batch holds the lock of a workspace.</summary>
    internal static bool IsFree(string folder)
    {
        try
        {
            using var hold = new FileStream(
                Path.Combine(folder, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // the lock comes before anything else and goes with the folder
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Returns a new path in the workspace.</summary>
    /// <param name="extension">The extension with its period.</param>
    internal string NewPath(string extension) => Path.Combine(
        Folder, Interlocked.Increment(ref _count).ToString("D6", CultureInfo.InvariantCulture) + extension);

    /// <summary>Removes an unfinished file, unless it is to be kept. If that fails, it is removed with the workspace.</summary>
    internal void Abandon(string path)
    {
        if (_keep)
            return;
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the error that led here is the one to report
        }
    }

    /// <summary>Releases the lock and removes the workspace, unless unfinished files are to be kept.</summary>
    public void Dispose()
    {
        _lock.Dispose();
        if (_keep && Directory.Exists(Folder) && Directory.EnumerateFileSystemEntries(Folder).Skip(1).Any())
            return;
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the folder was removed or is read-only, or a virus scanner has a file open; Clear-SpectralTemp removes the rest
        }
    }
}
