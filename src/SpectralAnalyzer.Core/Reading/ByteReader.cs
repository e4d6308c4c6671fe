using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>
/// Reads numbers and texts at stated places of a binary file; a place outside the file is a truncated file, never a crash.
/// </summary>
/// <param name="bytes">The file.</param>
/// <param name="format">The format's name, for the message.</param>
/// <param name="isBigEndian">True where the high byte comes first.</param>
internal readonly struct ByteReader(ReadOnlyMemory<byte> bytes, string format, bool isBigEndian = false)
{
    /// <summary>The number of bytes.</summary>
    public int Length => bytes.Length;

    /// <summary>The bytes from a place on.</summary>
    /// <exception cref="SpectralException">The file ends before.</exception>
    public ReadOnlySpan<byte> Span(long at, long count)
    {
        if (at < 0 || count < 0 || at > bytes.Length - count)
        {
            throw new SpectralException(
                SpectralErrorIds.Truncated,
                SpectralErrorCategory.InvalidData,
                Invariant(
                    $"The {format} file is cut off or damaged: {count} bytes are due at byte {at}, and it has {bytes.Length}."),
                "Copy or export it again.");
        }

        return bytes.Span.Slice((int)at, (int)count);
    }

    /// <summary>The bytes from a place on.</summary>
    /// <exception cref="SpectralException">The file ends before.</exception>
    public ReadOnlyMemory<byte> Slice(long at, long count)
    {
        _ = Span(at, count);
        return bytes.Slice((int)at, (int)count);
    }

    /// <summary>An unsigned byte.</summary>
    public byte U8(long at) => Span(at, 1)[0];

    /// <summary>A signed byte.</summary>
    public sbyte I8(long at) => (sbyte)Span(at, 1)[0];

    /// <summary>A signed 16-bit number.</summary>
    public short I16(long at) => isBigEndian
        ? BinaryPrimitives.ReadInt16BigEndian(Span(at, 2))
        : BinaryPrimitives.ReadInt16LittleEndian(Span(at, 2));

    /// <summary>An unsigned 16-bit number.</summary>
    public ushort U16(long at) => (ushort)I16(at);

    /// <summary>A signed 32-bit number.</summary>
    public int I32(long at) => isBigEndian
        ? BinaryPrimitives.ReadInt32BigEndian(Span(at, 4))
        : BinaryPrimitives.ReadInt32LittleEndian(Span(at, 4));

    /// <summary>An unsigned 32-bit number.</summary>
    public uint U32(long at) => (uint)I32(at);

    /// <summary>A signed 64-bit number.</summary>
    public long I64(long at) => isBigEndian
        ? BinaryPrimitives.ReadInt64BigEndian(Span(at, 8))
        : BinaryPrimitives.ReadInt64LittleEndian(Span(at, 8));

    /// <summary>A 32-bit IEEE number.</summary>
    public float F32(long at) => BitConverter.Int32BitsToSingle(I32(at));

    /// <summary>A 64-bit IEEE number.</summary>
    public double F64(long at) => BitConverter.Int64BitsToDouble(I64(at));

    /// <summary>A run of 32-bit IEEE numbers.</summary>
    public double[] F32s(long at, int count)
    {
        var raw = Span(at, 4L * count);
        var values = new double[count];
        if (!isBigEndian && BitConverter.IsLittleEndian)
        {
            var singles = MemoryMarshal.Cast<byte, float>(raw);
            for (var i = 0; i < count; i++)
                values[i] = singles[i];
            return values;
        }

        for (var i = 0; i < count; i++)
            values[i] = F32(at + 4L * i);
        return values;
    }

    /// <summary>A run of 64-bit IEEE numbers.</summary>
    public double[] F64s(long at, int count)
    {
        _ = Span(at, 8L * count);
        var values = new double[count];
        for (var i = 0; i < count; i++)
            values[i] = F64(at + 8L * i);
        return values;
    }

    /// <summary>A run of numbers of any type, each times <paramref name="scale"/>.</summary>
    public double[] Values(long at, int count, NumberType type, double scale = 1)
    {
        var size = type.Size();
        _ = Span(at, (long)size * count);
        double[] values;
        if (type == NumberType.Float32)
        {
            values = F32s(at, count);
        }
        else
        {
            values = new double[count];
            for (var i = 0; i < count; i++)
                values[i] = Value(at + (long)size * i, type);
        }

        if (scale != 1)
        {
            for (var i = 0; i < count; i++)
                values[i] *= scale;
        }

        return values;
    }

    private double Value(long at, NumberType type) => type switch
    {
        NumberType.UInt8 => U8(at),
        NumberType.Int8 => I8(at),
        NumberType.Int16 => I16(at),
        NumberType.UInt16 => U16(at),
        NumberType.Int32 => I32(at),
        NumberType.UInt32 => U32(at),
        NumberType.Int64 => I64(at),
        NumberType.Float32 => F32(at),
        _ => F64(at),
    };

    /// <summary>A text in a field of fixed width: up to its first NUL, without blanks around it.</summary>
    public string Text(long at, int width, Encoding? encoding = null)
    {
        var field = Span(at, width);
        var end = field.IndexOf((byte)0);
        return (encoding ?? Encoding.Latin1).GetString(end < 0 ? field : field[..end]).Trim();
    }
}
