using System.Collections.Concurrent;
using System.Text;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Paths;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>
/// The earlier runs in an output folder, for an incremental run. It holds the position of the last result of each spectrum, not
/// the result, so that a hundred thousand files take about ten megabytes.
/// </summary>
internal sealed class RunHistory
{
    private const int LongestStart = 64;

    private static readonly string[] s_kinds =
        [StartLine.Kind, SavingLine.Kind, PackingLine.Kind, ReusedLine.Kind, ResultLine.Kind];

    private readonly string _folder;
    private readonly string _fingerprint;
    private readonly Lock _sync = new();
    private readonly ManifestPaths _paths;
    private readonly PathKeys _keys = new();
    private readonly ResultRestorer _restorer;
    private readonly HashSet<string> _sameRuns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Place>> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Key, int SeriesIndex), List<RunSaving>> _announced = [];
    private readonly ConcurrentDictionary<ulong, ulong> _owners = [];
    private readonly Dictionary<string, SpectralFileStamp> _archives = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<bool>> _sameArchives = new(StringComparer.Ordinal);

    private byte[]? _ownRun;
    private readonly Dictionary<string, long> _readTo = new(StringComparer.Ordinal);

    private RunHistory(string folder, string fingerprint)
    {
        _paths = new ManifestPaths(folder);
        _restorer = new ResultRestorer(_paths);
        _folder = folder;
        _fingerprint = fingerprint;
    }

    /// <summary>The keys of the spectra that the outputs in the folder belong to, by the keys of the file names.</summary>
    internal IReadOnlyDictionary<ulong, ulong> Owners => _owners;

    /// <summary>Reads the manifest of an output folder, if there is one.</summary>
    /// <param name="folder">The output folder.</param>
    /// <param name="fingerprint">The fingerprint of the new run; results of runs with another one do not count.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The manifest cannot be read.</exception>
    internal static RunHistory Read(string folder, string fingerprint, CancellationToken cancellationToken)
    {
        var history = new RunHistory(folder, fingerprint);
        try
        {
            history.ReadNewLines(cancellationToken);
            return history;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw RunManifest.Unusable(e, SpectralErrorCategory.Read);
        }
    }

    /// <summary>Leaves out the lines of the run that uses the history, from now on.</summary>
    internal void Exclude(string ownRun) => _ownRun = Encoding.UTF8.GetBytes($"\"run\":\"{ownRun}\"");

    /// <summary>Reads what other runs, which write to the folder at the same time, have done since.</summary>
    internal void Refresh(CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            try
            {
                ReadNewLines(cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // a manifest that cannot be read now says nothing new; whether it can be written is reported there
            }
        }
    }

    private void ReadNewLines(CancellationToken cancellationToken)
    {
        var count = ManifestParts.Count(_folder);
        for (var number = 1; number <= count; number++)
            ReadNewLines(ManifestParts.PathOf(_folder, number), cancellationToken);
    }

    private void ReadNewLines(string part, CancellationToken cancellationToken)
    {
        if (RegularFile.LengthOf(part) <= _readTo.GetValueOrDefault(part))
            return;
        foreach (var raw in ManifestLineReader.Read(part, _readTo.GetValueOrDefault(part), cancellationToken))
        {
            if (!raw.IsEnded)
                return;
            var bytes = raw.Bytes.Span;
            var isOwn = _ownRun is not null && bytes[..Math.Min(bytes.Length, LongestStart)].IndexOf(_ownRun) >= 0;
            if (!isOwn && Array.Exists(s_kinds, kind => ManifestJson.IsOfKind(raw.Bytes.Span, kind))
                && ManifestJson.Read(bytes) is { } line)
                Add(line, part, raw);
            _readTo[part] = raw.Offset + raw.Bytes.Length + 1;
        }
    }

    /// <summary>Returns the last results of a file's spectra from runs with the same fingerprint, in no particular
    /// order.</summary>
    internal IReadOnlyList<EarlierResult> Find(string path)
    {
        Place[] places;
        var key = _keys.KeyOf(path);
        lock (_sync)
            places = _places.TryGetValue(key, out var known) ? [.. known] : [];
        var results = new List<EarlierResult>(places.Length);
        foreach (var place in places)
        {
            if (ReadAt(place) is ResultLine { Result: { } result } line && _keys.KeyOf(result.Path) == key)
                results.Add(new EarlierResult(Restore(line), place.Part, place.Offset, place.Length, place.Time));
        }

        return results;
    }

    /// <summary>Determines whether an output is unchanged: as a file, or in the ZIP that it was packed into, which was verified
    /// when it was created.</summary>
    internal bool IsIntact(SpectralFileStamp output, string? archive, bool alwaysHash, CancellationToken cancellationToken) =>
        FileStamps.IsSame(output, alwaysHash, cancellationToken)
        || (archive is not null && !File.Exists(output.Path) && StampOfArchive(archive) is { } stamp
            && IsSameArchive(stamp, alwaysHash));

    /// <summary>Returns the files that a spectrum may replace without loss: a run with the same fingerprint created exactly
    /// these bytes from the same input.</summary>
    internal IReadOnlySet<string> FindReplaceableFiles(
        string path, int seriesIndex, string? inputSha256, CancellationToken cancellationToken)
    {
        var recorded = Find(path).Where(p => p.Result.SeriesIndex == seriesIndex && p.Result.Input?.Sha256 == inputSha256)
            .SelectMany(p => p.Result.Outputs);
        RunSaving[] savings;
        var key = _keys.KeyOf(path);
        lock (_sync)
            savings = [.. _announced.GetValueOrDefault((key, seriesIndex)) ?? []];
        var announced = savings.Where(s => s.InputSha256 == inputSha256)
            .SelectMany(s => s.Outputs.Select(o => _paths.ToFull(o)));
        return recorded.Concat(announced).Where(o => FileStamps.IsSame(o, alwaysHash: true, cancellationToken))
            .Select(o => o.Path).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Returns whether the ZIP that outputs were packed into is there and unchanged.</summary>
    internal bool IsPacked(string archive, bool alwaysHash) =>
        StampOfArchive(archive) is { } stamp && IsSameArchive(stamp, alwaysHash);

    private SpectralFileStamp? StampOfArchive(string archive)
    {
        lock (_sync)
            return _archives.GetValueOrDefault(archive);
    }

    private bool IsSameArchive(SpectralFileStamp stamp, bool alwaysHash) => _sameArchives.GetOrAdd(
        stamp.Path, _ => new Lazy<bool>(() => FileStamps.IsSame(stamp, alwaysHash, CancellationToken.None))).Value;

    private SpectralResult Restore(ResultLine line)
    {
        lock (_restorer)
            return _restorer.Restore(line);
    }

    private void Add(ManifestLine line, string part, RawManifestLine raw)
    {
        switch (line)
        {
            case StartLine { Start: { } start }:
                if (start.Fingerprint == _fingerprint)
                    _sameRuns.Add(line.Run);
                break;
            case SavingLine { Saving: { } saving }:
                if (_sameRuns.Contains(line.Run))
                    Announced(saving).Add(saving);
                break;
            case PackingLine { Packing: { } archive }:
                _archives[_paths.ToFull(archive.Path)] = _paths.ToFull(archive);
                break;
            case ReusedLine { Reused: { } reused }:
                var of = reused.In is null ? part : Path.Combine(_folder, Path.GetFileName(reused.In));
                if (PlacesOf(reused.Path).Find(p => p.Offset == reused.At && p.Part == of) is { } place)
                    place.Time = line.Time;
                break;
            case ResultLine { Result: not null } result:
                Add(result, part, raw);
                break;
        }
    }

    private void Add(ResultLine line, string part, RawManifestLine raw)
    {
        var result = line.Result;
        foreach (var output in result.Outputs)
            _owners[OutputNamer.FileKey(output.Path)] = OutputNamer.OwnerKey(result.Path, result.SeriesIndex);
        // a result whose outputs stayed as they were created and verified none: what created them still counts
        var hasOnlyKept = result is { Status: SpectralResultStatus.Skipped, Outputs.Count: 0 }
            && (result.OutputPath.Count > 0 || result.NormalizedCsvPath is not null);
        if (!_sameRuns.Contains(line.Run) || hasOnlyKept)
            return;
        // after a failure, a rename that was abandoned may have succeeded since
        if (result.Status != SpectralResultStatus.Failed)
            _announced.Remove((_keys.KeyOf(result.Path), result.SeriesIndex));
        var places = PlacesOf(result.Path);
        // a file that was measured or read again may contain fewer spectra than before
        var time = result.Input?.ReadUtc ?? line.Time;
        // each part has its lines in order, and all parts together do not
        if (places.Exists(p => p.Part != part && p.Time > time && IsReplaced(p)))
            return;
        places.RemoveAll(IsReplaced);
        places.Add(new Place(part, raw.Offset, raw.Bytes.Length, result.SeriesIndex, result.SeriesCount) { Time = time });
        // the layout of a file's first spectrum is that of the others
        if (result is { SeriesIndex: 0, SeriesCount: > 1 })
            Restore(line);

        bool IsReplaced(Place p) => p.SeriesIndex == result.SeriesIndex
            || (result.SeriesCount > 0 && p.SeriesCount > 0 && p.SeriesCount != result.SeriesCount);
    }

    private List<RunSaving> Announced(RunSaving saving)
    {
        var key = (_keys.KeyOf(saving.Path), saving.SeriesIndex);
        if (!_announced.TryGetValue(key, out var all))
            _announced.Add(key, all = []);
        return all;
    }

    private List<Place> PlacesOf(string path)
    {
        var key = _keys.KeyOf(path);
        if (!_places.TryGetValue(key, out var places))
            _places.Add(key, places = new List<Place>(1));
        return places;
    }

    private static ManifestLine? ReadAt(Place place) =>
        ManifestLineReader.ReadAt(place.Part, place.Offset, place.Length) is { } bytes ? ManifestJson.Read(bytes) : null;

    private sealed class Place(string part, long offset, int length, int seriesIndex, int seriesCount)
    {
        internal string Part { get; } = part;

        internal long Offset { get; } = offset;

        internal int Length { get; } = length;

        internal int SeriesIndex { get; } = seriesIndex;

        internal int SeriesCount { get; } = seriesCount;

        internal DateTime Time { get; set; }
    }
}
