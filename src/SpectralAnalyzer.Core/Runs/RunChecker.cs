using SpectralAnalyzer.Core.Output;
using RecordedFiles = System.Collections.Generic.Dictionary<string, (SpectralAnalyzer.SpectralFileStamp Stamp, string Run)>;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>Compares the files that a manifest names with their current state.</summary>
internal sealed class RunChecker
{
    private readonly string _manifest;
    private readonly string _folder;
    private readonly RecordedFiles _inputs = new(StringComparer.Ordinal);
    private readonly RecordedFiles _outputs = new(StringComparer.Ordinal);
    private readonly RecordedFiles _baselines = new(StringComparer.Ordinal);
    private readonly RecordedFiles _archives = new(StringComparer.Ordinal);
    private readonly RecordedFiles _announced = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _hashes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _archiveOf = new(StringComparer.Ordinal);
    private readonly List<int> _torn = [];

    private RunChecker(string manifest)
    {
        _manifest = manifest;
        _folder = Path.GetDirectoryName(manifest)!;
    }

    /// <summary>Checks a folder.</summary>
    internal static IEnumerable<SpectralRunFile> Check(string manifest, CancellationToken cancellationToken)
    {
        var checker = new RunChecker(manifest);
        checker.Gather(cancellationToken);
        return checker.Compare(cancellationToken);
    }

    private void Gather(CancellationToken cancellationToken)
    {
        var paths = new ManifestPaths(_folder);
        foreach (var (raw, line) in RunReader.ReadLines(_manifest, [], cancellationToken))
        {
            switch (line)
            {
                case null:
                    _torn.Add(raw.Number);
                    break;
                case StartLine { Start.Baseline: { } baseline }:
                    _baselines[baseline.Path] = (baseline, line.Run);
                    break;
                case SavingLine { Saving: { } saving }:
                    foreach (var stamp in saving.Outputs)
                        _announced[paths.ToFull(stamp.Path)] = (stamp, line.Run);
                    break;
                case PackingLine { Packing: { } archive }:
                    _archives[paths.ToFull(archive.Path)] = (archive, line.Run);
                    break;
                case AlbumLine { Album: { File: { } file } album }:
                    (album.IsSaved ? _outputs : _announced)[paths.ToFull(file.Path)] = (file, line.Run);
                    break;
                case ResultLine { Result: { } result }:
                    Gather(paths.ToFull(result), line.Run);
                    break;
            }
        }
    }

    private void Gather(SpectralResult result, string run)
    {
        if (result.Input is { } input)
            _inputs[input.Path] = (input, run);
        foreach (var output in result.Outputs)
        {
            _outputs[output.Path] = (output, run);
            if (result.ArchivePath is { } archive)
                _archiveOf[output.Path] = archive;
            else
                _archiveOf.Remove(output.Path);
        }
    }

    private IEnumerable<SpectralRunFile> Compare(CancellationToken cancellationToken)
    {
        var state = _torn.Count == 0 ? SpectralRunFileState.Intact : SpectralRunFileState.Torn;
        yield return new SpectralRunFile(_manifest, SpectralRunFileRole.Manifest, state)
        {
            Detail = _torn.Count == 0 ? null : $"Torn or not understood: line {string.Join(", ", _torn)}.",
        };
        var archives = _archives.Where(a => File.Exists(a.Key) || _archiveOf.ContainsValue(a.Key));
        foreach (var (role, files) in new[]
        {
            (SpectralRunFileRole.Baseline, _baselines),
            (SpectralRunFileRole.Input, _inputs),
            (SpectralRunFileRole.Output, _outputs),
            (SpectralRunFileRole.Archive, archives.ToDictionary(StringComparer.Ordinal)),
        })
        {
            foreach (var (path, (stamp, run)) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
                yield return Check(path, role, stamp, run, cancellationToken);
        }

        foreach (var path in FindUnknown())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return CheckUnknown(path, cancellationToken);
        }
    }

    private IEnumerable<string> FindUnknown() => Directory.EnumerateFiles(_folder)
        .Where(path => path != _manifest && Path.GetFileName(path) is not (ManifestFile.LockName or ManifestFile.AlarmsName)
            && !new[] { _outputs, _archives, _inputs, _baselines }.Any(files => files.ContainsKey(path)))
        .Order(StringComparer.Ordinal);

    private SpectralRunFile CheckUnknown(string path, CancellationToken cancellationToken)
    {
        if (_announced.TryGetValue(path, out var announced))
        {
            var check = Check(path, SpectralRunFileRole.Output, announced.Stamp, announced.Run, cancellationToken);
            if (check.IsIntact)
            {
                return check with
                {
                    State = SpectralRunFileState.Unfinished,
                    Detail = "Its run was killed before it recorded the result.",
                };
            }
        }

        return new SpectralRunFile(path, SpectralRunFileRole.Other, SpectralRunFileState.Foreign)
        {
            Detail = "No run created it.",
        };
    }

    private SpectralRunFile Check(
        string path, SpectralRunFileRole role, SpectralFileStamp recorded, string run, CancellationToken cancellationToken)
    {
        if (recorded.PointCount is not null)
        {
            return new SpectralRunFile(path, role, SpectralRunFileState.InMemory)
            {
                Recorded = recorded,
                RunId = run,
                Detail = "The baseline was a spectrum in memory; the hash is that of its numbers.",
            };
        }

        var (state, detail) = StateOf(path, recorded, cancellationToken);
        if (state == SpectralRunFileState.Missing && _archiveOf.TryGetValue(path, out var archive))
            (state, detail) = StateIn(archive, recorded, cancellationToken);
        return new SpectralRunFile(path, role, state) { Recorded = recorded with { Path = path }, RunId = run, Detail = detail };
    }

    private (SpectralRunFileState State, string? Detail) StateIn(
        string archive, SpectralFileStamp recorded, CancellationToken cancellationToken)
    {
        try
        {
            if (!_hashes.TryGetValue(archive, out var hashes))
                _hashes.Add(archive, hashes = OutputPack.ComputeHashes(archive, cancellationToken));
            return hashes.GetValueOrDefault(Path.GetFileName(recorded.Path)) switch
            {
                null => (SpectralRunFileState.Missing, $"It is not in {Path.GetFileName(archive)}."),
                var hash when hash == recorded.Sha256 => (SpectralRunFileState.Intact, null),
                _ => (SpectralRunFileState.Changed, $"It has other bytes in {Path.GetFileName(archive)}."),
            };
        }
        catch (FileNotFoundException)
        {
            return (SpectralRunFileState.Missing, $"{Path.GetFileName(archive)}, which it was packed into, does not exist.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return (SpectralRunFileState.Unreadable, $"{Path.GetFileName(archive)}: {e.Message}");
        }
    }

    private static (SpectralRunFileState State, string? Detail) StateOf(
        string path, SpectralFileStamp recorded, CancellationToken cancellationToken)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length != recorded.Length)
            {
                var detail = FormattableString.Invariant($"It has {length} bytes; the manifest says {recorded.Length}.");
                return (SpectralRunFileState.Changed, detail);
            }

            return FileStamps.Compute(path, cancellationToken).Sha256 == recorded.Sha256
                ? (SpectralRunFileState.Intact, null)
                : (SpectralRunFileState.Changed, "It has other bytes.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (SpectralRunFileState.Missing, "It does not exist.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (SpectralRunFileState.Unreadable, e.Message);
        }
    }
}
