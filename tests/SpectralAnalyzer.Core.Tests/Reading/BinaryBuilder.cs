using System.Buffers.Binary;
using System.Text;

namespace SpectralAnalyzer.Core.Tests.Reading;

/// <summary>Writes small made-up binary files.</summary>
internal sealed class BinaryBuilder(bool isBigEndian = false)
{
    private byte[] _bytes = [];

    public byte[] Bytes => _bytes;

    public BinaryBuilder U8(int at, int value) => Put(at, [(byte)value]);

    public BinaryBuilder I16(int at, int value)
    {
        Span<byte> field = stackalloc byte[2];
        if (isBigEndian)
            BinaryPrimitives.WriteInt16BigEndian(field, (short)value);
        else
            BinaryPrimitives.WriteInt16LittleEndian(field, (short)value);
        return Put(at, field);
    }

    public BinaryBuilder I32(int at, int value)
    {
        Span<byte> field = stackalloc byte[4];
        if (isBigEndian)
            BinaryPrimitives.WriteInt32BigEndian(field, value);
        else
            BinaryPrimitives.WriteInt32LittleEndian(field, value);
        return Put(at, field);
    }

    public BinaryBuilder I64(int at, long value)
    {
        Span<byte> field = stackalloc byte[8];
        if (isBigEndian)
            BinaryPrimitives.WriteInt64BigEndian(field, value);
        else
            BinaryPrimitives.WriteInt64LittleEndian(field, value);
        return Put(at, field);
    }

    public BinaryBuilder F32(int at, params ReadOnlySpan<float> values)
    {
        for (var i = 0; i < values.Length; i++)
            I32(at + 4 * i, BitConverter.SingleToInt32Bits(values[i]));
        return this;
    }

    public BinaryBuilder F64(int at, double value) => I64(at, BitConverter.DoubleToInt64Bits(value));

    public BinaryBuilder Text(int at, string text) => Put(at, Encoding.Latin1.GetBytes(text));

    public BinaryBuilder Pad(int length) => _bytes.Length >= length ? this : Put(length - 1, [0]);

    public BinaryBuilder Put(int at, ReadOnlySpan<byte> field)
    {
        if (_bytes.Length < at + field.Length)
            Array.Resize(ref _bytes, at + field.Length);
        field.CopyTo(_bytes.AsSpan(at));
        return this;
    }
}
