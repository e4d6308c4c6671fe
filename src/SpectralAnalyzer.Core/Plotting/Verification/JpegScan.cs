namespace SpectralAnalyzer.Core.Plotting.Verification;

/// <summary>Reads the pixels' codes of a baseline JPEG without making pixels of them: how many blocks there are, and that each is whole.</summary>
internal ref struct JpegScan
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;
    private ulong _bits;
    private int _bitCount;

    /// <summary>The scan's bytes, up to and without the end marker.</summary>
    public JpegScan(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Reads that many blocks of three components and the end.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="first">The code of the first coefficients.</param>
    /// <param name="rest">The code of the others.</param>
    /// <exception cref="InvalidDataException">A code is wrong, or there are fewer or more blocks.</exception>
    public void Read(long blocks, ScanCode first, ScanCode rest)
    {
        for (var remaining = blocks * 3; remaining > 0; remaining--)
        {
            Skip(Symbol(first) & 15);
            for (var place = 1; place < 64; place++)
            {
                var symbol = Symbol(rest);
                if (symbol == 0)
                    break;
                place += symbol >> 4;
                if (place > 63 || ((symbol & 15) == 0 && symbol != 0xF0))
                    throw new InvalidDataException("a block of its pixels is broken");
                Skip(symbol & 15);
            }
        }

        if (_at - (_bitCount / 8) < _bytes.Length)
            throw new InvalidDataException("it has more pixels than its size asks for");
    }

    private int Symbol(ScanCode code)
    {
        if (_bitCount < 16)
            Fill();
        var next = (ushort)(_bitCount >= 16 ? _bits >> (_bitCount - 16) : (_bits << (16 - _bitCount)) | (0xFFFFu >> _bitCount));
        var entry = code.Find(next);
        Skip(entry >> 8);
        return entry == 0 ? throw new InvalidDataException("a code of its pixels is wrong") : (byte)entry;
    }

    private void Skip(int count)
    {
        if (_bitCount < count)
            Fill();
        _bitCount -= count;
        if (_bitCount < 0)
            throw new InvalidDataException("it has fewer pixels than its size asks for");
    }

    private void Fill()
    {
        while (_bitCount <= 48 && _at < _bytes.Length)
        {
            var next = _bytes[_at++];
            if (next == 0xFF)
            {
                if (_at >= _bytes.Length || _bytes[_at++] != 0)
                    throw new InvalidDataException("there is a marker within its pixels");
            }

            _bits = (_bits << 8) | next;
            _bitCount += 8;
        }
    }
}
