using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using SpectralAnalyzer.Core.Paths;

namespace SpectralAnalyzer.Core.Output;

/// <summary>
/// Determines the names of outputs, one spectrum after the other. All outputs of a spectrum have the same stem, except one whose
/// name another process takes before it is saved. Two spectra of a batch never get the same name: the conflict resolution
/// concerns only files that existed before. In input order, names depend only on the input and the date. It is not thread-safe.
/// </summary>
internal sealed class OutputNamer
{
    // the owner of the name of an input file
    private const ulong Input = 0;

    private readonly OutputNameTemplate _template;
    private readonly string _folder;
    private readonly ulong _folderKey;
    private readonly string _baseline;
    private readonly ConflictResolution _resolution;
    private readonly TimeProvider _clock;
    private readonly Func<string, string, bool> _isMeasurement;
    // hashes instead of names, which would take tens of megabytes for 100,000 files
    private readonly Dictionary<ulong, ulong> _claimed = [];
    private readonly HashSet<ulong> _expected = [];
    private readonly Dictionary<ulong, int> _lastNumber = [];
    private readonly Dictionary<ulong, int> _ownNumber = [];
    private IReadOnlyDictionary<ulong, ulong> _owners = new Dictionary<ulong, ulong>();
    private (string? Folder, bool IsOutput) _lastInput;

    /// <summary>Initializes a namer.</summary>
    /// <param name="request">The template, the output folder and the conflict resolution.</param>
    /// <param name="clock">The clock for dates in names.</param>
    /// <param name="isMeasurement">
    /// Returns whether a file (the first argument) may be a measurement, which no output of a sample (the second) may replace.
    /// </param>
    /// <exception cref="SpectralException">The template is not valid.</exception>
    internal OutputNamer(OutputNameRequest request, TimeProvider clock, Func<string, string, bool> isMeasurement)
    {
        _template = new OutputNameTemplate(request.Template);
        _folder = request.OutputDirectory;
        _folderKey = FileKey(Path.TrimEndingDirectorySeparator(_folder));
        _baseline = request.Baseline;
        _resolution = request.ConflictResolution;
        _clock = clock;
        _isMeasurement = isMeasurement;
    }

    /// <summary>Gets or sets the local time that <see cref="ConflictResolution.Timestamp"/> appends; null for the
    /// moment.</summary>
    internal DateTime? Stamp { get; set; }

    /// <summary>Reserves the names of existing outputs for the spectra that they belong to.</summary>
    /// <param name="owners">The keys of the spectra, by the keys of the file names.</param>
    internal void Reserve(IReadOnlyDictionary<ulong, ulong> owners) => _owners = owners;

    /// <summary>Returns the key of a file name. Names that are equal on some file system have the same key.</summary>
    internal static ulong FileKey(string fileName) => Hash(fileName.Normalize(NormalizationForm.FormC).ToUpperInvariant());

    /// <summary>Returns the key of a spectrum.</summary>
    internal static ulong OwnerKey(string path, int seriesIndex) =>
        Hash(string.Create(CultureInfo.InvariantCulture, $"{PathKeys.Fold(path)}\n{seriesIndex}"));

    /// <summary>Reserves the names of files that stay unchanged.</summary>
    /// <param name="paths">Full paths of the files.</param>
    /// <param name="owner">The key of the spectrum that they belong to.</param>
    internal void Claim(IEnumerable<string> paths, ulong owner)
    {
        foreach (var path in paths)
        {
            _claimed.TryAdd(FileKey(Path.GetFileName(path)), owner);
            _ownNumber.TryAdd(owner, 1);
        }
    }

    /// <summary>Protects a file that will be read: no output replaces it.</summary>
    internal void Expect(string path)
    {
        if (IsInFolder(path))
            _expected.Add(FileKey(Path.GetFileName(path)));
    }

    /// <summary>Determines the names of the outputs of a spectrum.</summary>
    /// <param name="sample">The spectrum.</param>
    /// <param name="index">The 1-based index of the file in the input.</param>
    /// <param name="extensions">The extensions of the outputs with their periods.</param>
    internal IReadOnlyList<OutputTarget> Name(NamedSample sample, int index, IReadOnlyList<string> extensions)
    {
        var baseline = sample.Baseline ?? _baseline;
        var now = _clock.GetLocalNow().DateTime;
        var requested = Expand(sample, baseline, now, index);
        var stem = requested;
        ClaimInput(baseline);
        ClaimInput(sample.Path);
        var claimed = IsClaimed(sample, stem, extensions);
        var taken = claimed || ExistsAny(sample, stem, extensions);
        switch (_resolution)
        {
            case ConflictResolution.Fail when taken:
            case ConflictResolution.Overwrite or ConflictResolution.Skip when !claimed:
                break;
            case ConflictResolution.Overwrite or ConflictResolution.Skip:
                stem = NextFree(sample, requested, extensions, alsoOnDisk: false);
                break;
            case ConflictResolution.Timestamp when taken:
                stem = requested + (Stamp ?? now).ToString("_yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
                if (IsClaimed(sample, stem, extensions) || ExistsAny(sample, stem, extensions))
                    stem = NextFree(sample, stem, extensions, alsoOnDisk: true);
                break;
            default:
                if (taken)
                    stem = NextFree(sample, requested, extensions, alsoOnDisk: true);
                break;
        }

        return Array.ConvertAll([.. extensions], extension => Claim(sample, requested, stem, extension));
    }

    /// <summary>Takes the names that a spectrum would get in this order, as if the other files had none on the disk.</summary>
    internal void Leave(NamedSample sample, int index, IReadOnlyList<string> extensions)
    {
        var stem = Expand(sample, sample.Baseline ?? _baseline, _clock.GetLocalNow().DateTime, index);
        var isTaken = extensions.Any(extension => _claimed.ContainsKey(Key(stem, extension)));
        if (isTaken)
            stem = NextFree(sample, stem, extensions, alsoOnDisk: false);
        foreach (var extension in extensions)
            _claimed.TryAdd(Key(stem, extension), Input);
    }

    /// <summary>Determines the next name for an output whose name another process has taken.</summary>
    internal OutputTarget Rename(OutputTarget target)
    {
        var requested = Path.GetFileNameWithoutExtension(target.RequestedPath);
        var sample = NamedSample.None with
        {
            IsMade = target.FindMade is { } find ? path => find(path, false) is not null : null,
        };
        var stem = NextFree(sample, requested, [target.Extension], alsoOnDisk: true);
        return Claim(sample, requested, stem, target.Extension) with
        {
            HasConflict = true,
            Action = OutputNameAction.Rename,
            FindMade = target.FindMade,
        };
    }

    private string Expand(NamedSample sample, string baseline, DateTime now, int index) => _template.Expand(
        Path.GetFileNameWithoutExtension(sample.Path), Path.GetFileNameWithoutExtension(baseline), sample.Series, now, index);

    // no output gets the name of its own input, not even to overwrite it
    private void ClaimInput(string path)
    {
        if (IsInFolder(path))
            _claimed.TryAdd(FileKey(Path.GetFileName(path)), Input);
    }

    private bool IsInFolder(string path)
    {
        var folder = Path.GetDirectoryName(path);
        if (folder != _lastInput.Folder)
            _lastInput = (folder, folder is not null && FileKey(folder) == _folderKey);
        return _lastInput.IsOutput;
    }

    private OutputTarget Claim(NamedSample sample, string requested, string stem, string extension)
    {
        var requestedPath = Path.Combine(_folder, requested + extension);
        var path = Path.Combine(_folder, stem + extension);
        var key = Key(stem, extension);
        var isClaimed = !_claimed.TryAdd(key, sample.Owner ?? Input) && !IsAgain(sample, key);
        var isOwn = !isClaimed && sample.OwnFiles.Contains(path);
        var exists = !isOwn && Exists(path);
        var isMade = exists && !isClaimed && sample.IsMade?.Invoke(path) == true;
        var action = (_resolution, (exists && !isMade) || isClaimed) switch
        {
            (ConflictResolution.Fail, true) => OutputNameAction.Fail,
            (ConflictResolution.Skip, true) => OutputNameAction.Skip,
            (ConflictResolution.Overwrite, true) => OutputNameAction.Overwrite,
            _ when !string.Equals(stem, requested, StringComparison.Ordinal) => OutputNameAction.Rename,
            _ => OutputNameAction.Create,
        };
        var hasConflict = action != OutputNameAction.Create;
        return new OutputTarget(extension, path, requestedPath, hasConflict, action, isOwn) { IsMade = isMade };
    }

    private string NextFree(NamedSample sample, string stem, IReadOnlyList<string> extensions, bool alsoOnDisk)
    {
        var key = Key(stem, "");
        var own = sample.Owner is { } owner ? _ownNumber.GetValueOrDefault(owner) : 0;
        // a spectrum with earlier outputs may get the same number again
        for (var number = sample.OwnFiles.Count > 0 ? 1 : own > 0 ? own : _lastNumber.GetValueOrDefault(key) + 1; ; number++)
        {
            var candidate = string.Create(CultureInfo.InvariantCulture, $"{stem}_{number}");
            if (IsClaimed(sample, candidate, extensions) || (alsoOnDisk && ExistsAny(sample, candidate, extensions)))
                continue;
            _lastNumber[key] = Math.Max(number, _lastNumber.GetValueOrDefault(key));
            if (sample.Owner is { } numbered && MayComeAgain)
                _ownNumber[numbered] = number;
            return candidate;
        }
    }

    // with the other resolutions, a file that is compared again gets a new name or fails again
    private bool MayComeAgain => _resolution is ConflictResolution.Overwrite or ConflictResolution.Skip;

    private bool IsAgain(NamedSample sample, ulong key) =>
        MayComeAgain && sample.Owner is { } owner && _claimed.GetValueOrDefault(key) == owner;

    private bool IsClaimed(NamedSample sample, string stem, IReadOnlyList<string> extensions) =>
        extensions.Any(extension => IsClaimed(sample, stem, extension, Key(stem, extension)));

    private bool IsClaimed(NamedSample sample, string stem, string extension, ulong key) =>
        (_claimed.ContainsKey(key) && !IsAgain(sample, key))
        || (_owners.TryGetValue(key, out var owner) && owner != OwnerKey(sample.Path, sample.SeriesIndex))
        || (_resolution == ConflictResolution.Overwrite
            && (_expected.Contains(key) || _isMeasurement(Path.Combine(_folder, stem + extension), sample.Path)));

    private bool ExistsAny(NamedSample sample, string stem, IReadOnlyList<string> extensions) =>
        extensions.Select(extension => Path.Combine(_folder, stem + extension))
            .Any(path => !sample.OwnFiles.Contains(path) && Exists(path) && sample.IsMade?.Invoke(path) != true);

    // a folder with that name, or a broken link, takes the name as well
    private static bool Exists(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;

    // 64 bits of a cryptographic hash: two of a million names collide with odds of 1 to 37 million, which costs a needless number
    internal static ulong Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    private static ulong Key(string stem, string extension) => FileKey(stem + extension);
}
