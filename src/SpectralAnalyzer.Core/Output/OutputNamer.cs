using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SpectralAnalyzer.Core.Output;

/// <summary>
/// Decides the names of outputs, one spectrum after the other. All outputs of a spectrum share one stem, unless another process takes one of
/// the names before it is saved: then that output alone gets another number. Two spectra of a batch never get the same name, whatever the
/// conflict resolution says: that concerns files which were there before. Called in input order, the names depend on the input and the day alone.
/// Not safe for several threads at once.
/// </summary>
internal sealed class OutputNamer
{
    // no spectrum's key: that of a file which something is made from
    private const ulong Input = 0;

    private readonly OutputNameTemplate _template;
    private readonly string _folder;
    private readonly ulong _folderKey;
    private readonly string _baseline;
    private readonly ConflictResolution _resolution;
    private readonly TimeProvider _clock;
    private readonly Func<string, string, bool> _isMeasurement;
    // hashes, not names: of a batch of a hundred thousand the names alone would be tens of megabytes
    private readonly Dictionary<ulong, ulong> _claimed = [];
    private readonly HashSet<ulong> _expected = [];
    private readonly Dictionary<ulong, int> _lastNumber = [];
    private readonly Dictionary<ulong, int> _ownNumber = [];
    private IReadOnlyDictionary<ulong, ulong> _owners = new Dictionary<ulong, ulong>();
    private (string? Folder, bool IsOutput) _lastInput;

    /// <summary>A namer for one batch.</summary>
    /// <param name="request">What names are made from.</param>
    /// <param name="clock">Tells the day.</param>
    /// <param name="isMeasurement">Returns whether a file, the first argument, may be a measurement that an output of the second may not replace.</param>
    /// <exception cref="SpectralException">The template does not hold.</exception>
    internal OutputNamer(OutputNameRequest request, TimeProvider clock, Func<string, string, bool> isMeasurement)
    {
        _template = new OutputNameTemplate(request.Template);
        _folder = request.OutputDirectory;
        _folderKey = KeyOf(Path.TrimEndingDirectorySeparator(_folder));
        _baseline = request.Baseline;
        _resolution = request.ConflictResolution;
        _clock = clock;
        _isMeasurement = isMeasurement;
    }

    /// <summary>Says whose outputs files in the folder are: no other spectrum gets their names.</summary>
    /// <param name="owners">The spectra's keys, by the keys of the files' names.</param>
    internal void Reserve(IReadOnlyDictionary<ulong, ulong> owners) => _owners = owners;

    /// <summary>Stands for a file's name; names that some file system takes for the same are the same.</summary>
    internal static ulong KeyOf(string fileName) => Hash(fileName.Normalize(NormalizationForm.FormC).ToUpperInvariant());

    /// <summary>Stands for a spectrum.</summary>
    internal static ulong OwnerKey(string path, int seriesIndex) => Hash(string.Create(CultureInfo.InvariantCulture, $"{path}\n{seriesIndex}"));

    /// <summary>Gives files that stay as they are their names, so that no later spectrum of the batch gets them.</summary>
    /// <param name="paths">Full paths of the files.</param>
    /// <param name="owner">The spectrum's key.</param>
    internal void Claim(IEnumerable<string> paths, ulong owner)
    {
        foreach (var path in paths)
        {
            _claimed.TryAdd(KeyOf(Path.GetFileName(path)), owner);
            _ownNumber.TryAdd(owner, 1);
        }
    }

    /// <summary>Says that a file is going to be read: it is replaced by no output, whether it comes to its turn or fails before.</summary>
    /// <param name="path">Full path of the file.</param>
    internal void Expect(string path)
    {
        if (IsInFolder(path))
            _expected.Add(KeyOf(Path.GetFileName(path)));
    }

    /// <summary>Decides the names of one spectrum's outputs.</summary>
    /// <param name="sample">The spectrum.</param>
    /// <param name="index">The file's place in the input, from 1.</param>
    /// <param name="extensions">The extensions of the outputs, with their points.</param>
    internal IReadOnlyList<OutputTarget> Name(NamedSample sample, int index, IReadOnlyList<string> extensions)
    {
        var baseline = sample.Baseline ?? _baseline;
        var now = _clock.GetLocalNow().DateTime;
        var requested = _template.Expand(
            Path.GetFileNameWithoutExtension(sample.Path), Path.GetFileNameWithoutExtension(baseline), sample.Series, now, index);
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
                stem = requested + now.ToString("_yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
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

    /// <summary>The next name where another process took the decided one in the meantime.</summary>
    /// <param name="target">The target whose path is taken.</param>
    internal OutputTarget Rename(OutputTarget target)
    {
        var stem = NextFree(NamedSample.Nobody, Path.GetFileNameWithoutExtension(target.RequestedPath), [target.Extension], alsoOnDisk: true);
        return Claim(NamedSample.Nobody, Path.GetFileNameWithoutExtension(target.RequestedPath), stem, target.Extension) with
        {
            HasConflict = true,
            Action = OutputNameAction.Rename,
        };
    }

    // no output ever gets the name of what it is made from, not even to overwrite it
    private void ClaimInput(string path)
    {
        if (IsInFolder(path))
            _claimed.TryAdd(KeyOf(Path.GetFileName(path)), Input);
    }

    private bool IsInFolder(string path)
    {
        var folder = Path.GetDirectoryName(path);
        if (folder != _lastInput.Folder)
            _lastInput = (folder, folder is not null && KeyOf(folder) == _folderKey);
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
        var action = (_resolution, exists || isClaimed) switch
        {
            (ConflictResolution.Fail, true) => OutputNameAction.Fail,
            (ConflictResolution.Skip, true) => OutputNameAction.Skip,
            (ConflictResolution.Overwrite, true) => OutputNameAction.Overwrite,
            _ when !string.Equals(stem, requested, StringComparison.Ordinal) => OutputNameAction.Rename,
            _ => OutputNameAction.Create,
        };
        var hasConflict = action != OutputNameAction.Create;
        return new OutputTarget(extension, path, requestedPath, hasConflict, action, isOwn);
    }

    private string NextFree(NamedSample sample, string stem, IReadOnlyList<string> extensions, bool alsoOnDisk)
    {
        var key = Key(stem, "");
        var own = sample.Owner is { } owner ? _ownNumber.GetValueOrDefault(owner) : 0;
        // a spectrum that has files of its own may get the number again that it had
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

    // numbers and times are given anew with each coming; a name that is refused is refused again
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
        extensions.Select(extension => Path.Combine(_folder, stem + extension)).Any(path => !sample.OwnFiles.Contains(path) && Exists(path));

    // a folder of that name, or a link that leads nowhere, takes the name as well
    private static bool Exists(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;

    // 64 bits of a cryptographic hash: that two of a million names meet has odds of 1 to 37 million, and costs an unneeded number
    private static ulong Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    private static ulong Key(string stem, string extension) => KeyOf(stem + extension);
}
