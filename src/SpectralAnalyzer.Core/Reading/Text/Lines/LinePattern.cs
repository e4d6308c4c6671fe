using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>
/// The characters of a short line without regard to which digits it has. Nearly all rows of a table differ in their digits
/// alone, and what holds for the cells of the one then holds for those of the next.
/// </summary>
internal readonly struct LinePattern
{
    private const int Shortest = sizeof(ulong);
    private const int Longest = 64;

    private readonly int _length;
    private readonly Vector256<byte> _begin;
    private readonly Vector256<byte> _end;

    private LinePattern(int length, Vector256<byte> begin, Vector256<byte> end) =>
        (_length, _begin, _end) = (length, begin, end);

    /// <summary>Takes the pattern of a line; one that fits no line where the line is too short or too long.</summary>
    internal static LinePattern From(ReadOnlySpan<byte> line)
    {
        if (line.Length is < Shortest or > Longest)
            return default;
        Load(line, out var begin, out var end);
        return new LinePattern(line.Length, begin, end);
    }

    /// <summary>Returns true where a line has the same characters, except that its digits may differ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Fits(ReadOnlySpan<byte> line)
    {
        if (line.Length != _length)
            return false;
        Load(line, out var begin, out var end);
        return begin == _begin && end == _end;
    }

    // the two halves overlap where the line is shorter than both
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Load(ReadOnlySpan<byte> line, out Vector256<byte> begin, out Vector256<byte> end)
    {
        end = default;
        if (line.Length >= Vector256<byte>.Count)
        {
            begin = WithoutDigits(Vector256.Create(line));
            end = WithoutDigits(Vector256.Create(line[^Vector256<byte>.Count..]));
        }
        else if (line.Length >= Vector128<byte>.Count)
        {
            begin = WithoutDigits(Vector256.Create(Vector128.Create(line), Vector128.Create(line[^Vector128<byte>.Count..])));
        }
        else
        {
            begin = WithoutDigits(Vector256.Create(
                Vector128.Create(
                    BinaryPrimitives.ReadUInt64LittleEndian(line),
                    BinaryPrimitives.ReadUInt64LittleEndian(line[^sizeof(ulong)..])).AsByte(),
                default));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> WithoutDigits(Vector256<byte> text)
    {
        var zero = Vector256.Create((byte)'0');
        var isDigit = Vector256.LessThanOrEqual(text - zero, Vector256.Create((byte)9));
        return Vector256.ConditionalSelect(isDigit, zero, text);
    }
}
