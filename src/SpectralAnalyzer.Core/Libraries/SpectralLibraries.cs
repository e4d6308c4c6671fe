using System.Collections.Concurrent;
using SpectralAnalyzer.Core.Methods;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>Makes, changes, reads and searches libraries of spectra.</summary>
internal sealed class SpectralLibraries : ISpectralLibraries
{
    private readonly LibraryMethods _methods;

    // whose rows were checked in this process, by content, size and time
    private readonly ConcurrentDictionary<(string Path, string Sha256, long Length, DateTime Time), bool> _checked = [];

    /// <summary>Initializes the libraries.</summary>
    internal SpectralLibraries(SpectralMethods methods, ISpectralProcessing processing) =>
        _methods = new LibraryMethods(methods, processing);

    /// <inheritdoc/>
    public string Extension => LibraryFormat.Extension;

    /// <inheritdoc/>
    public ISpectralLibraryWriter Create(string path, SpectralLibraryOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        return new LibraryWriter(path, options, _methods);
    }

    /// <inheritdoc/>
    public ISpectralLibraryWriter Extend(string path, SpectralLibraryNaming naming, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(naming);
        return Rewrite(path, naming, static _ => true, cancellationToken);
    }

    /// <inheritdoc/>
    public SpectralLibrary Remove(string path, IReadOnlyCollection<int> indexes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(indexes);
        var removed = indexes.ToHashSet();
        using var writer = Rewrite(path, new SpectralLibraryNaming(), row => !removed.Contains(row + 1), cancellationToken);
        return writer.Commit(overwrite: true, cancellationToken);
    }

    /// <inheritdoc/>
    public SpectralLibrary Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var file = LibraryFile.Open(path);
        return LibraryDescription.Create(file, _methods);
    }

    /// <inheritdoc/>
    public IEnumerable<SpectralLibraryItem> ReadItems(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Items();

        IEnumerable<SpectralLibraryItem> Items()
        {
            using var file = LibraryFile.Open(path);
            for (var i = 0; i < file.Format.Count; i++)
                yield return file.Item(i);
        }
    }

    /// <inheritdoc/>
    public ISpectralLibrarySearch StartSearch(
        string path, SpectralSearchOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        var threads = options.ThrottleLimit > 0 ? options.ThrottleLimit : Environment.ProcessorCount;
        var file = LibraryFile.Open(path);
        try
        {
            CheckOnce(file, threads, cancellationToken);
            return new LibrarySearch(file, _methods, options, threads);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public SpectraGraph Overlay(SpectralMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        return MatchOverlay.Create(match);
    }

    private LibraryWriter Rewrite(
        string path, SpectralLibraryNaming naming, Func<int, bool> stays, CancellationToken cancellationToken)
    {
        using var file = LibraryFile.Open(path);
        CheckOnce(file, Environment.ProcessorCount, cancellationToken);
        var writer = new LibraryWriter(path, new SpectralLibraryOptions { Naming = naming }, _methods);
        try
        {
            writer.Take(file, stays, cancellationToken);
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    private void CheckOnce(LibraryFile file, int threads, CancellationToken cancellationToken)
    {
        var key = (file.Path, file.Sha256, file.Format.FileLength, file.LastWriteTimeUtc);
        if (_checked.ContainsKey(key))
            return;
        file.CheckRows(threads, cancellationToken);
        _checked.TryAdd(key, true);
    }
}
