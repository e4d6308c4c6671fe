using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// Which files a command has taken, so that each is taken once: Get-ChildItem -Recurse names a folder and the files in it, and the
/// results of a file with fifty spectra name that file fifty times.
/// </summary>
internal sealed class TakenFiles
{
    // names themselves would be many times as large, and a command may be given hundreds of thousands of files
    private readonly HashSet<UInt128> _taken = [];

    /// <summary>True for a file that was not taken before; it is now.</summary>
    /// <param name="path">Full path of the file.</param>
    internal bool Take(string path)
    {
        var name = Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
            name = name.ToUpperInvariant();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(name.AsSpan()), hash);
        return _taken.Add(MemoryMarshal.Read<UInt128>(hash));
    }
}
