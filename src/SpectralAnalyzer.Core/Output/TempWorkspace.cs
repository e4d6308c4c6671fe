using System.Globalization;

namespace SpectralAnalyzer.Core.Output;

/// <summary>
/// A folder for files that are not finished, on the same volume as their targets. A lock file in it is held open for as
/// long as the batch runs, so that nobody clears it away; the lock goes with the process, however that ends.
/// </summary>
internal sealed class TempWorkspace : IDisposable
{
    /// <summary>How the name of every workspace begins.</summary>
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

    /// <summary>Where workspaces are that belong to no output folder: the system's temporary folder, which users of one machine may share.</summary>
    internal static string SystemRoot => Path.GetTempPath();

    /// <summary>Full path of the workspace.</summary>
    internal string Folder { get; }

    /// <summary>Makes a workspace.</summary>
    /// <param name="root">The folder to make it in.</param>
    /// <param name="keep">True: what is in it at the end stays, for inspection.</param>
    internal static TempWorkspace Create(string root, bool keep)
    {
        var name = Prefix + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        return new TempWorkspace(Path.Combine(root, name), keep);
    }

    /// <summary>Makes a workspace in the system's temporary folder, which this user alone can look into.</summary>
    /// <exception cref="SpectralException">That folder cannot be used.</exception>
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
                "Check its permissions and its disk; TMPDIR, on Windows TMP, names another.",
                innerException: e);
        }
    }

    /// <summary>A path in the workspace that nobody else has.</summary>
    /// <param name="extension">The extension with its point.</param>
    internal string NewPath(string extension) => Path.Combine(
        Folder, Interlocked.Increment(ref _count).ToString("D6", CultureInfo.InvariantCulture) + extension);

    /// <summary>Removes a file that came to nothing, unless it is to be kept; where that fails as well, it goes with the workspace.</summary>
    /// <param name="path">Its path.</param>
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
            // what went wrong before is what the user has to hear of
        }
    }

    /// <summary>Gives the lock back and removes the workspace with all that is left in it, unless it is to be kept.</summary>
    public void Dispose()
    {
        _lock.Dispose();
        if (_keep && Directory.Exists(Folder) && Directory.EnumerateFileSystemEntries(Folder).Skip(1).Any())
            return;
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // the output folder itself was removed, and the workspace with it
        }
        catch (IOException)
        {
            // a virus scanner or an indexer holds a file: Clear-SpectralTemp finds the folder later
        }
        catch (UnauthorizedAccessException)
        {
            // the output folder has become read-only: likewise
        }
    }
}
