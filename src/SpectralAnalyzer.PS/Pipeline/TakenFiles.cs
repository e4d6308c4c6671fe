using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// The files that a command has taken, so that it takes each only once: Get-ChildItem -Recurse returns a folder and the files in
/// it, and the results of a file with fifty spectra name that file fifty times.
/// </summary>
/// <param name="keyOf">Returns the key of a path; paths of one file have the same.</param>
internal sealed class TakenFiles(Func<string, string> keyOf)
{
    // hashes instead of names, which are much larger for hundreds of thousands of files
    private readonly HashSet<UInt128> _taken = [];

    /// <summary>Takes a file, and returns whether it was not taken before.</summary>
    internal bool Take(string path)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(keyOf(path).AsSpan()), hash);
        return _taken.Add(MemoryMarshal.Read<UInt128>(hash));
    }
}
