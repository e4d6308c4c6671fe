using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// The files that a command has taken, so that it takes each only once: Get-ChildItem -Recurse returns a folder and the files in
/// it, and the results of a file with fifty spectra name that file fifty times. Of a file in parts, each part is taken once.
/// </summary>
/// <param name="keyOf">Returns the key of a path; paths of one file have the same.</param>
internal sealed class TakenFiles(Func<string, string> keyOf)
{
    // hashes instead of names, which are much larger for hundreds of thousands of files
    private readonly HashSet<UInt128> _taken = [];

    /// <summary>Takes a file, and returns whether it was not taken before.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="part">The part of it; empty for all.</param>
    internal bool Take(string path, string part = "") => _taken.Add(Hash(path, part));

    /// <summary>Returns whether a file was taken.</summary>
    internal bool Contains(string path) => _taken.Contains(Hash(path, ""));

    private UInt128 Hash(string path, string part)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var key = part.Length == 0 ? keyOf(path) : $"{keyOf(path)}\0{part}";
        SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan()), hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }
}
