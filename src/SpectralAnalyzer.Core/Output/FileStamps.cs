using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace SpectralAnalyzer.Core.Output;

/// <summary>Creates the stamps of files: length, time and hash.</summary>
internal static class FileStamps
{
    private const int BufferSize = 1 << 18;

    /// <summary>Returns the SHA-256 of bytes in hexadecimal digits.</summary>
    internal static string Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Creates the stamp of a file whose bytes have been read.</summary>
    internal static SpectralFileStamp Create(string path, ReadOnlySpan<byte> bytes, DateTime lastWriteTimeUtc) =>
        new(path, bytes.Length, lastWriteTimeUtc, Hash(bytes));

    /// <summary>Creates the stamp of spectra in memory: of their numbers, units and names.</summary>
    internal static SpectralFileStamp Create(string path, IReadOnlyList<Spectrum> spectra)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var points = 0;
        foreach (var spectrum in spectra)
        {
            points += spectrum.Count;
            hash.AppendData(MemoryMarshal.AsBytes(spectrum.Abscissae.Span));
            hash.AppendData(MemoryMarshal.AsBytes(spectrum.Ordinates.Span));
            hash.AppendData(Encoding.UTF8.GetBytes(
                $"\n{spectrum.Count}\n{spectrum.Name}\n{spectrum.Series}\n{spectrum.Axis.Unit}\n{spectrum.Axis.Label}\n"
                + $"{spectrum.Ordinate.Kind}\n{spectrum.Ordinate.Label}\n"));
        }

        var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        return new SpectralFileStamp(path, 2L * sizeof(double) * points, default, sha256)
        {
            PointCount = points,
        };
    }

    /// <summary>Returns whether a file is unchanged. Unless the hash is required, the same size and time are enough.</summary>
    internal static bool IsSame(SpectralFileStamp stamp, bool alwaysHash, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileInfo(stamp.Path);
            return file.Exists && file.Length == stamp.Length
                && ((!alwaysHash && file.LastWriteTimeUtc == stamp.LastWriteTimeUtc)
                    || Compute(stamp.Path, cancellationToken).Sha256 == stamp.Sha256);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // an output that cannot be read is written again, under another name
            return false;
        }
    }

    /// <summary>Reads a file and creates its stamp.</summary>
    internal static SpectralFileStamp Compute(string path, CancellationToken cancellationToken)
    {
        using var file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(file.Length, 1, BufferSize));
        long length = 0;
        try
        {
            while (file.Read(buffer) is > 0 and var read)
            {
                cancellationToken.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, read);
                length += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new SpectralFileStamp(
            path, length, File.GetLastWriteTimeUtc(file.SafeFileHandle), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
