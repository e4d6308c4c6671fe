using System.Collections.Concurrent;
using Microsoft.Win32.SafeHandles;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>
/// What earlier runs in a folder left, for a run that makes only what is missing. Of each spectrum the place of its last result is
/// held, not the result: a hundred thousand files take some ten megabytes.
/// </summary>
internal sealed class RunHistory : IDisposable
{
    private readonly SafeFileHandle? _file;
    private readonly ResultRestorer _results;
    private readonly HashSet<string> _sameRuns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Place>> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Path, int SeriesIndex), List<RunSaving>> _announced = [];
    private readonly Dictionary<ulong, ulong> _owners = [];
    private readonly Dictionary<string, SpectralFileStamp> _archives = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<bool>> _sameArchives = new(StringComparer.Ordinal);

    private RunHistory(string folder)
    {
        _results = new ResultRestorer(folder);
        var manifest = Path.Combine(folder, ManifestFile.Name);
        if (File.Exists(manifest))
            _file = File.OpenHandle(manifest, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    /// <summary>The keys of the spectra that the files in the folder were made of, by the keys of the files' names.</summary>
    internal IReadOnlyDictionary<ulong, ulong> Owners => _owners;

    /// <summary>Reads what there is.</summary>
    /// <param name="folder">The output folder.</param>
    /// <param name="fingerprint">The fingerprint of the run that asks: results of others do not count.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SpectralException">The manifest cannot be read.</exception>
    internal static RunHistory Read(string folder, string fingerprint, CancellationToken cancellationToken)
    {
        RunHistory? past = null;
        try
        {
            past = new RunHistory(folder);
            if (past._file is null)
                return past;
            foreach (var text in RunReader.Lines(Path.Combine(folder, ManifestFile.Name), cancellationToken))
            {
                if (!ManifestJson.IsOfKind(text.Bytes.Span, ManifestLine.EndKind) && ManifestJson.Read(text.Bytes.Span) is { } line)
                    past.Take(line, text.Offset, text.Bytes.Length, fingerprint);
            }

            return past;
        }
        catch (Exception e)
        {
            past?.Dispose();
            if (e is not (IOException or UnauthorizedAccessException))
                throw;
            throw new SpectralException(
                "OutputManifestUnusable",
                SpectralErrorCategory.Read,
                e.Message,
                "Check the permissions of the file, or state another -OutputDirectory.",
                innerException: e);
        }
    }

    /// <summary>The last results of a file's spectra that were made as this run would make them, in no order; empty where there are none.</summary>
    /// <param name="path">Full path of the file.</param>
    internal IReadOnlyList<EarlierResult> Of(string path)
    {
        if (!_places.TryGetValue(path, out var places))
            return [];
        var results = new List<EarlierResult>(places.Count);
        foreach (var place in places)
        {
            if (ReadAt(place.Offset, place.Length) is { Result: { } result } line && result.Path == path)
                results.Add(new EarlierResult(Restore(line), place.Offset, place.Length, place.Time));
        }

        return results;
    }

    /// <summary>True where an output is as it was made: loose, or in the ZIP that it was packed into, which was checked when it was made.</summary>
    /// <param name="output">The output.</param>
    /// <param name="archive">The ZIP, or null.</param>
    /// <param name="alwaysHash">False: the same size and time are enough.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal bool IsIntact(SpectralFileStamp output, string? archive, bool alwaysHash, CancellationToken cancellationToken) =>
        FileStamps.IsSame(output, alwaysHash, cancellationToken)
        || (archive is not null && !File.Exists(output.Path) && _archives.TryGetValue(archive, out var stamp)
            && _sameArchives.GetOrAdd(archive, _ => new Lazy<bool>(() => FileStamps.IsSame(stamp, alwaysHash, CancellationToken.None))).Value);

    /// <summary>The files that a spectrum may replace without loss: they hold exactly what a run made of the same input in the same way,
    /// and what is to be made again.</summary>
    /// <param name="path">Full path of the input.</param>
    /// <param name="seriesIndex">The spectrum's place in it.</param>
    /// <param name="inputSha256">The input's hash.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal IReadOnlySet<string> OwnFiles(string path, int seriesIndex, string? inputSha256, CancellationToken cancellationToken)
    {
        var recorded = Of(path).Where(p => p.Result.SeriesIndex == seriesIndex && p.Result.Input?.Sha256 == inputSha256)
            .SelectMany(p => p.Result.Outputs);
        var announced = (_announced.GetValueOrDefault((path, seriesIndex)) ?? [])
            .Where(s => s.InputSha256 == inputSha256)
            .SelectMany(s => s.Outputs.Select(o => o with { Path = _results.Rooted(o.Path) }));
        return recorded.Concat(announced).Where(o => FileStamps.IsSame(o, alwaysHash: true, cancellationToken))
            .Select(o => o.Path).ToHashSet(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private SpectralResult Restore(ManifestLine line)
    {
        lock (_results)
            return _results.Restore(line);
    }

    private void Take(ManifestLine line, long offset, int length, string fingerprint)
    {
        if (line.Start is { } start)
        {
            if (start.Fingerprint == fingerprint)
                _sameRuns.Add(line.Run);
        }
        else if (line.Saving is { } saving)
        {
            if (_sameRuns.Contains(line.Run))
                Announced(saving).Add(saving);
        }
        else if (line.Packing is { } archive)
        {
            _archives[_results.Rooted(archive.Path)] = archive with { Path = _results.Rooted(archive.Path) };
        }
        else if (line.Kept is { } kept)
        {
            var place = PlacesOf(kept.Path).Find(p => p.Offset == kept.At);
            if (place is not null)
                place.Time = line.Time;
        }
        else if (line.Result is { } result)
        {
            foreach (var output in result.Outputs)
                _owners[OutputNamer.KeyOf(output.Path)] = OutputNamer.OwnerKey(result.Path, result.SeriesIndex);
            if (!_sameRuns.Contains(line.Run))
                return;
            // where it failed, a rename that was given up may have come to its end since
            if (result.Status != SpectralResultStatus.Failed)
                _announced.Remove((result.Path, result.SeriesIndex));
            var places = PlacesOf(result.Path);
            // a file that was measured or read anew may hold fewer spectra than before
            places.RemoveAll(p => p.SeriesIndex == result.SeriesIndex
                || (result.SeriesCount > 0 && p.SeriesCount > 0 && p.SeriesCount != result.SeriesCount));
            places.Add(new Place(offset, length, result.SeriesIndex, result.SeriesCount) { Time = result.Input?.ReadUtc ?? line.Time });
            // the layout of a file's first spectrum is that of the others
            if (result is { SeriesIndex: 0, SeriesCount: > 1 })
                Restore(line);
        }
    }

    private List<RunSaving> Announced(RunSaving saving)
    {
        var key = (saving.Path, saving.SeriesIndex);
        if (!_announced.TryGetValue(key, out var all))
            _announced.Add(key, all = []);
        return all;
    }

    private List<Place> PlacesOf(string path)
    {
        if (!_places.TryGetValue(path, out var places))
            _places.Add(path, places = new List<Place>(1));
        return places;
    }

    private ManifestLine? ReadAt(long offset, int length)
    {
        var bytes = new byte[length];
        return RandomAccess.Read(_file!, bytes, offset) == length ? ManifestJson.Read(bytes) : null;
    }

    private sealed class Place(long offset, int length, int seriesIndex, int seriesCount)
    {
        internal long Offset { get; } = offset;

        internal int Length { get; } = length;

        internal int SeriesIndex { get; } = seriesIndex;

        internal int SeriesCount { get; } = seriesCount;

        internal DateTime Time { get; set; }
    }
}
