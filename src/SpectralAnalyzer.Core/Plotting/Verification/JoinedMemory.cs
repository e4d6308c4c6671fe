namespace SpectralAnalyzer.Core.Plotting.Verification;

/// <summary>Reads pieces of memory as one stream.</summary>
internal sealed class JoinedMemory : Stream
{
    private readonly IReadOnlyList<ReadOnlyMemory<byte>> _pieces;
    private int _piece;
    private int _offset;

    public JoinedMemory(IReadOnlyList<ReadOnlyMemory<byte>> pieces) => _pieces = pieces;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_piece < _pieces.Count)
        {
            var rest = _pieces[_piece].Span[_offset..];
            if (rest.IsEmpty)
            {
                _piece++;
                _offset = 0;
                continue;
            }

            var count = Math.Min(rest.Length, buffer.Length);
            rest[..count].CopyTo(buffer);
            _offset += count;
            return count;
        }

        return 0;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
