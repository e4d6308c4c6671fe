using System.Security.Cryptography;

namespace SpectralAnalyzer.Core.Output;

/// <summary>A stream that writes to another stream and computes the SHA-256 of the bytes.</summary>
internal sealed class HashedStream : Stream
{
    private readonly Stream _destination;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private HashedStream(Stream destination) => _destination = destination;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hash.AppendData(buffer);
        _destination.Write(buffer);
    }

    public override void Flush() => _destination.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Writes to a stream.</summary>
    /// <returns>The SHA-256 of the bytes in hexadecimal digits.</returns>
    internal static string Write(Stream destination, Action<Stream> write)
    {
        using var stream = new HashedStream(destination);
        write(stream);
        stream.Flush();
        return Convert.ToHexStringLower(stream._hash.GetHashAndReset());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }
}
