using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SpectralAnalyzer.Core.Output;

/// <summary>
/// Decides the names of outputs, one spectrum after the other. All outputs of a spectrum share one stem. Two spectra of a
/// batch never get the same name, whatever the conflict resolution says: that concerns files which were there before.
/// Called in input order, the names depend on the input alone. Not safe for several threads at once.
/// </summary>
internal sealed class OutputNamer
{
    private readonly OutputNameTemplate _template;
    private readonly string _folder;
    private readonly string _baseline;
    private readonly ConflictResolution _resolution;
    private readonly DateTime _now;
    // hashes, not names: of a batch of a hundred thousand the names alone would be tens of megabytes
    private readonly HashSet<ulong> _claimed = [];
    private readonly Dictionary<ulong, int> _lastNumber = [];

    /// <summary>A namer for one batch.</summary>
    /// <param name="request">What names are made from.</param>
    /// <param name="now">The time of the batch.</param>
    /// <exception cref="SpectralException">The template does not hold.</exception>
    internal OutputNamer(OutputNameRequest request, DateTime now)
    {
        _template = new OutputNameTemplate(request.Template);
        _folder = request.OutputDirectory;
        _baseline = Path.GetFileNameWithoutExtension(request.Baseline);
        _resolution = request.ConflictResolution;
        _now = now;
    }

    /// <summary>The extension of a graph, with its point.</summary>
    internal static string ExtensionOf(GraphFormat format) => format switch
    {
        GraphFormat.Png => ".png",
        GraphFormat.Jpg => ".jpg",
        GraphFormat.Pdf => ".pdf",
        _ => ".svg",
    };

    /// <summary>Decides the names of one spectrum's outputs.</summary>
    /// <param name="samplePath">The sample's file.</param>
    /// <param name="series">The series' name where the file holds several spectra.</param>
    /// <param name="index">The file's place in the input, from 1.</param>
    /// <param name="extensions">The extensions of the outputs, with their points.</param>
    internal IReadOnlyList<OutputTarget> Name(
        string samplePath, string? series, int index, IReadOnlyList<string> extensions)
    {
        var requested = _template.Expand(Path.GetFileNameWithoutExtension(samplePath), _baseline, series, _now, index);
        var stem = requested;
        var claimed = IsClaimed(stem, extensions);
        var taken = claimed || ExistsAny(stem, extensions);
        switch (_resolution)
        {
            case ConflictResolution.Fail when taken:
            case ConflictResolution.Overwrite or ConflictResolution.Skip when !claimed:
                break;
            case ConflictResolution.Overwrite or ConflictResolution.Skip:
                stem = NextFree(requested, extensions, alsoOnDisk: false);
                break;
            case ConflictResolution.Timestamp when taken:
                stem = requested + _now.ToString("_yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
                if (IsClaimed(stem, extensions) || ExistsAny(stem, extensions))
                    stem = NextFree(stem, extensions, alsoOnDisk: true);
                break;
            default:
                if (taken)
                    stem = NextFree(requested, extensions, alsoOnDisk: true);
                break;
        }

        return Array.ConvertAll([.. extensions], extension => Claim(requested, stem, extension));
    }

    /// <summary>The next name where another process took the decided one in the meantime.</summary>
    /// <param name="target">The target whose path is taken.</param>
    internal OutputTarget Rename(OutputTarget target)
    {
        var stem = NextFree(Path.GetFileNameWithoutExtension(target.RequestedPath), [target.Extension], alsoOnDisk: true);
        return Claim(Path.GetFileNameWithoutExtension(target.RequestedPath), stem, target.Extension) with
        {
            HasConflict = true,
            Action = OutputNameAction.Rename,
        };
    }

    private OutputTarget Claim(string requested, string stem, string extension)
    {
        var requestedPath = Path.Combine(_folder, requested + extension);
        var path = Path.Combine(_folder, stem + extension);
        var isClaimed = !_claimed.Add(Key(stem, extension));
        var exists = Exists(path);
        var action = (_resolution, exists || isClaimed) switch
        {
            (ConflictResolution.Fail, true) => OutputNameAction.Fail,
            (ConflictResolution.Skip, true) => OutputNameAction.Skip,
            (ConflictResolution.Overwrite, true) => OutputNameAction.Overwrite,
            _ when !string.Equals(stem, requested, StringComparison.Ordinal) => OutputNameAction.Rename,
            _ => OutputNameAction.Create,
        };
        var hasConflict = action != OutputNameAction.Create;
        return new OutputTarget(extension, path, requestedPath, hasConflict, action);
    }

    private string NextFree(string stem, IReadOnlyList<string> extensions, bool alsoOnDisk)
    {
        var key = Key(stem, "");
        for (var number = _lastNumber.GetValueOrDefault(key) + 1; ; number++)
        {
            var candidate = string.Create(CultureInfo.InvariantCulture, $"{stem}_{number}");
            if (IsClaimed(candidate, extensions) || (alsoOnDisk && ExistsAny(candidate, extensions)))
                continue;
            _lastNumber[key] = number;
            return candidate;
        }
    }

    private bool IsClaimed(string stem, IReadOnlyList<string> extensions) =>
        extensions.Any(extension => _claimed.Contains(Key(stem, extension)));

    private bool ExistsAny(string stem, IReadOnlyList<string> extensions) =>
        extensions.Any(extension => Exists(Path.Combine(_folder, stem + extension)));

    // a folder of that name, or a link that leads nowhere, takes the name as well
    private static bool Exists(string path) => Path.Exists(path) || new FileInfo(path).LinkTarget is not null;

    // 64 bits of a cryptographic hash: that two of a million names meet has odds of 1 to 37 million, and costs an unneeded number
    private static ulong Key(string stem, string extension)
    {
        var name = (stem + extension).Normalize(NormalizationForm.FormC).ToUpperInvariant();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(name.AsSpan()), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
