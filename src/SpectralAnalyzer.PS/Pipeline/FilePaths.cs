using System.IO.Enumeration;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Resolves paths with wildcards, of providers and of folders to files; failures are error records.</summary>
internal sealed class FilePaths
{
    private const string FileSystem = "FileSystem";

    private readonly PSCmdlet _cmdlet;
    private readonly Func<string, string?> _findReasonToLeaveOut;
    private readonly Func<string, bool> _isOutput;
    private readonly Action<ErrorRecord> _report;
    private readonly Func<string, bool> _takesWithoutFiles;

    /// <summary>Initializes the paths of a cmdlet.</summary>
    /// <param name="cmdlet">The cmdlet, which has the current location and reports errors.</param>
    /// <param name="findReasonToLeaveOut">Returns why a file of a folder is left out, or null if it is taken.</param>
    /// <param name="isOutput">Returns whether a batch wrote a file, which is then not taken from a folder; or null.</param>
    /// <param name="report">Reports a path that cannot be resolved; null: as an error.</param>
    /// <param name="takesWithoutFiles">
    /// Takes a folder without a file to read, and returns whether it has; otherwise a warning says what was left out.
    /// </param>
    internal FilePaths(
        PSCmdlet cmdlet,
        Func<string, string?> findReasonToLeaveOut,
        Func<string, bool>? isOutput = null,
        Action<ErrorRecord>? report = null,
        Func<string, bool>? takesWithoutFiles = null)
    {
        _cmdlet = cmdlet;
        _findReasonToLeaveOut = findReasonToLeaveOut;
        _isOutput = isOutput ?? (static _ => false);
        _report = report ?? cmdlet.WriteError;
        _takesWithoutFiles = takesWithoutFiles ?? (static _ => false);
    }

    /// <summary>Gets the folder that was named, of the file that was returned last; null for a file that was itself
    /// named.</summary>
    internal string? Folder { get; private set; }

    /// <summary>Returns the full paths of files.</summary>
    /// <param name="paths">The paths of files and folders.</param>
    /// <param name="literal">Whether wildcards are not resolved.</param>
    /// <param name="recurse">Whether subfolders are searched.</param>
    internal IEnumerable<string> Resolve(IEnumerable<string> paths, bool literal, bool recurse)
    {
        foreach (var path in paths)
        {
            var tookAny = false;
            var without = new List<(string Folder, LeftOutFiles LeftOut)>();
            foreach (var item in Items(path, literal))
            {
                Folder = item;
                if (!Directory.Exists(item))
                {
                    Folder = null;
                    tookAny = true;
                    yield return item;
                    continue;
                }

                var leftOut = new LeftOutFiles();
                foreach (var file in FilesIn(item, recurse, leftOut))
                {
                    leftOut.Take();
                    yield return file;
                }

                tookAny |= !leftOut.TookNone;
                if (leftOut.TookNone && _takesWithoutFiles(item))
                    tookAny = true;
                else if (leftOut.TookNone)
                    without.Add((item, leftOut));
                else if (leftOut.Describe(item) is { } warning)
                    _cmdlet.Warn(warning);
            }

            // a folder that a wildcard also matches need not hold spectra
            foreach (var (folder, leftOut) in without)
            {
                if ((tookAny ? leftOut.Describe(folder) : leftOut.DescribeNone(folder)) is { } warning)
                    _cmdlet.Warn(warning);
            }
        }
    }

    /// <summary>Returns the full paths of files and folders.</summary>
    /// <param name="paths">The paths.</param>
    /// <param name="literal">Whether wildcards are not resolved.</param>
    internal IEnumerable<string> Items(IEnumerable<string> paths, bool literal) => paths.SelectMany(path => Items(path, literal));

    /// <summary>
    /// Returns the full path of a file or folder, which need not exist. If the wildcard characters of its name are escaped, as
    /// for another parameter, the name is meant.
    /// </summary>
    /// <exception cref="SpectralException">The path is not in the file system.</exception>
    internal string Single(string path)
    {
        var full = Literal(path);
        return path.Contains('`', StringComparison.Ordinal) && !Path.Exists(full)
            ? Literal(WildcardPattern.Unescape(path))
            : full;
    }

    private string Literal(string path)
    {
        try
        {
            var full = _cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return provider.Name == FileSystem ? full : throw new SpectralException(NotAFile(path, provider));
        }
        catch (Exception e) when (IsUnresolved(e))
        {
            throw new SpectralException(SpectralErrorIds.PathNotFound, SpectralErrorCategory.NotFound, e.Message, null, null, e);
        }
    }

    private IReadOnlyList<string> Items(string path, bool literal)
    {
        try
        {
            if (literal)
            {
                var full = Literal(path);
                return Path.Exists(full) ? [full] : Refuse(new SpectralError(
                    SpectralErrorIds.PathNotFound, SpectralErrorCategory.NotFound, $"There is no file or folder '{full}'."),
                        path);
            }

            var items = _cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out var provider);
            if (provider.Name != FileSystem)
                return Refuse(NotAFile(path, provider), path);
            return items.Count > 0 ? items : Refuse(NoMatch(path, $"No file matches '{path}'."), path);
        }
        catch (SpectralException e)
        {
            return Refuse(e.Error, path);
        }
        catch (Exception e) when (IsUnresolved(e))
        {
            return Refuse(literal
                ? new SpectralError(SpectralErrorIds.PathNotFound, SpectralErrorCategory.NotFound, e.Message)
                : NoMatch(path, e.Message), path);
        }
    }

    private static SpectralError NoMatch(string path, string message) => new(
        SpectralErrorIds.PathNotFound,
        SpectralErrorCategory.NotFound,
        message,
        path.Contains('[', StringComparison.Ordinal)
            ? "'[' begins a wildcard. For a name with brackets, use -LiteralPath."
            : null);

    private IReadOnlyList<string> Refuse(SpectralError error, string path)
    {
        _report(ErrorRecords.From(error, path));
        return [];
    }

    // sorted, so that the order does not depend on the file system; links to folders, which may be circular, are not followed
    private IEnumerable<string> FilesIn(string folder, bool recurse, LeftOutFiles leftOut)
    {
        List<(string Path, bool IsFolder)> entries;
        try
        {
            entries = [.. new FileSystemEnumerable<(string, bool)>(
                folder,
                static (ref FileSystemEntry e) => (e.ToFullPath(), e.IsDirectory),
                new EnumerationOptions { AttributesToSkip = FileAttributes.System, IgnoreInaccessible = false })
            {
                ShouldIncludePredicate = (ref FileSystemEntry e) => !e.FileName.StartsWith('.')
                    && (!e.IsDirectory || (e.Attributes & FileAttributes.ReparsePoint) == 0),
            }];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Refuse(
                new SpectralError(
                    SpectralErrorIds.FolderUnreadable,
                    SpectralErrorCategory.Permission,
                    $"The folder '{folder}' cannot be read. {e.Message}"),
                folder);
            yield break;
        }

        entries.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        foreach (var (path, isFolder) in entries)
        {
            if (isFolder && !recurse)
            {
                leftOut.AddFolder();
            }
            else if (isFolder)
            {
                foreach (var file in FilesIn(path, recurse, leftOut))
                    yield return file;
            }
            else if (path.Contains('\uFFFD', StringComparison.Ordinal) && IsUnreachable(path, entries))
            {
                Refuse(
                    new SpectralError(
                        SpectralErrorIds.NameNotReadable,
                        SpectralErrorCategory.Unsupported,
                        $"The name of the file '{path}' is not valid UTF-8, so that it cannot be opened.",
                        "Rename it."),
                    path);
            }
            else if (_isOutput(path))
            {
                leftOut.AddOutput();
                _cmdlet.WriteDetail($"'{path}' is an output of a batch and is not read as a sample.");
            }
            else if (_findReasonToLeaveOut(path) is { } reason)
            {
                leftOut.Add(path, reason);
            }
            else
            {
                yield return path;
            }
        }
    }

    // names whose bytes are not UTF-8 all look alike: none may stand for another, nor for a file that does have that name
    private static bool IsUnreachable(string path, List<(string Path, bool IsFolder)> entries) =>
        !File.Exists(path) || entries.Count(entry => entry.Path == path) > 1;

    private static bool IsUnresolved(Exception exception) => exception
        is ItemNotFoundException or SessionStateException or ProviderInvocationException or PSNotSupportedException
        or WildcardPatternException or PSArgumentException;

    private static SpectralError NotAFile(string path, ProviderInfo provider) => new(
        SpectralErrorIds.NotFileSystem,
        SpectralErrorCategory.InvalidArgument,
        $"'{path}' belongs to the provider {provider.Name}, not to the file system.",
        "Specify a file or a folder.");
}
