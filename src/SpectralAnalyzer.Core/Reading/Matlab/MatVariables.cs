using System.IO.Compression;
using System.Text;
using SpectralAnalyzer.Core.Reading.Archives;
using SpectralAnalyzer.Core.Reading.Arrays;

namespace SpectralAnalyzer.Core.Reading.Matlab;

/// <summary>Reads the variables of a level 5 MAT-file: arrays of real numbers, also as fields of structures.</summary>
internal sealed class MatVariables(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
{
    private const string Format = "MATLAB";
    private const int HeaderLength = 128;
    private const int Compressed = 15;
    private const int Matrix = 14;
    private const int Deepest = 16;
    private const int MostVariables = 100_000;
    private static readonly string[] s_classes =
    [
        "", "cell", "struct", "object", "char", "sparse", "double", "single", "int8", "uint8", "int16", "uint16", "int32",
        "uint32", "int64", "uint64", "function", "opaque",
    ];

    private long _unpacked;

    /// <summary>Gets the arrays of real numbers with at most two dimensions.</summary>
    internal List<NumericArray> Numbers { get; } = [];

    /// <summary>Gets name, class and size of every variable.</summary>
    internal List<string> Contents { get; } = [];

    /// <summary>Reads all variables.</summary>
    /// <exception cref="SpectralException">The file is damaged.</exception>
    internal void Read()
    {
        var file = new ByteReader(bytes, Format);
        var isBigEndian = file.Text(126, 2) switch
        {
            "IM" => false,
            "MI" => true,
            _ => throw BoundedBytes.Damaged(Format, "its header does not state the order of its bytes."),
        };
        file = new ByteReader(bytes, Format, isBigEndian);
        for (long at = HeaderLength; at < file.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (type, data, next) = Element(file, at);
            if (type == Compressed)
                ReadCompressed(file.Slice(data.At, data.Length), isBigEndian);
            else if (type == Matrix)
                ReadMatrix(file, data, "", null, 0);
            // data that are packed are not padded
            at = type == Compressed ? data.At + data.Length : next;
        }
    }

    private static (int Type, (long At, long Length) Data, long Next) Element(ByteReader file, long at)
    {
        var first = file.U32(at);
        // a small element: type and length share a field, and the data follow in the second
        if (first >> 16 is > 0 and var small)
            return ((int)(first & 0xFFFF), (at + 4, small), at + 8);
        long length = file.U32(at + 4);
        _ = file.Span(at + 8, length);
        return ((int)first, (at + 8, length), at + 8 + ((length + 7) & ~7L));
    }

    private void ReadCompressed(ReadOnlyMemory<byte> packed, bool isBigEndian)
    {
        ReadOnlyMemory<byte> unpacked;
        try
        {
            using var stream = new ZLibStream(SourceStream.Open(packed), CompressionMode.Decompress);
            unpacked = BoundedBytes.ReadAll(stream, BoundedBytes.MostUnpacked - _unpacked, cancellationToken: cancellationToken)
                ?? throw BoundedBytes.TooLarge(Format, "a variable");
        }
        catch (InvalidDataException e)
        {
            throw BoundedBytes.Damaged(Format, e.Message, e);
        }

        _unpacked += unpacked.Length;
        var file = new ByteReader(unpacked, Format, isBigEndian);
        var (type, data, _) = Element(file, 0);
        if (type == Matrix)
            ReadMatrix(file, data, "", null, 0);
    }

    private void ReadMatrix(ByteReader file, (long At, long Length) matrix, string parent, string? field, int depth)
    {
        if (matrix.Length == 0)
            return;
        if (depth > Deepest || Contents.Count >= MostVariables)
            throw BoundedBytes.Damaged(Format, "its structures nest too deeply, or are too many.");
        var (_, flags, dimensionsAt) = Element(file, matrix.At);
        var (_, dimensions, nameAt) = Element(file, dimensionsAt);
        var (_, name, at) = Element(file, nameAt);
        var kind = file.U32(flags.At);
        var type = (int)(kind & 0xFF);
        var size = file.Values(dimensions.At, (int)(dimensions.Length / 4), NumberType.Int32);
        var label = field ?? file.Text(name.At, (int)name.Length);
        if (label.Length == 0)
            label = "variable";
        var isComplex = (kind & 0x800) != 0;
        var what = (type < s_classes.Length ? s_classes[type] : "unknown") + (isComplex ? ", complex" : "");
        Contents.Add($"{(parent.Length == 0 ? "" : parent + ".")}{label} ({what}, {string.Join('×', size)})");
        if (type == 2)
            ReadStructure(file, at, size, parent.Length == 0 ? label : $"{parent}.{label}", depth);
        else if (type is >= 6 and <= 15 && !isComplex && size.Length == 2)
            ReadNumbers(file, at, size, parent, label);
    }

    private void ReadNumbers(ByteReader file, long at, double[] size, string parent, string name)
    {
        var (type, data, _) = Element(file, at);
        if (ToNumberType(type) is not { } number)
            return;
        if (size[0] * size[1] != data.Length / number.Size())
        {
            throw BoundedBytes.Damaged(
                Format, Invariant($"'{name}' has {data.Length / number.Size()} values where {size[0]}×{size[1]} are stated."));
        }

        var values = file.Values(data.At, (int)(data.Length / number.Size()), number);
        if (values.Length > 0)
            Numbers.Add(new NumericArray(parent, name, (int)size[0], (int)size[1], values));
    }

    private void ReadStructure(ByteReader file, long at, double[] size, string path, int depth)
    {
        var (_, width, namesAt) = Element(file, at);
        var (_, names, fieldsAt) = Element(file, namesAt);
        var each = file.I32(width.At);
        if (each is < 1 or > 1024)
            throw BoundedBytes.Damaged(Format, "the names of its fields have no possible length.");
        var fields = Enumerable.Range(0, (int)(names.Length / each))
            .Select(i => file.Text(names.At + ((long)i * each), each, Encoding.UTF8)).ToArray();
        var count = size.Aggregate(1.0, (all, one) => all * one);
        at = fieldsAt;
        for (var element = 0; element < count; element++)
        {
            foreach (var field in fields)
            {
                var (type, data, next) = Element(file, at);
                if (type == Matrix)
                    ReadMatrix(file, data, count == 1 ? path : Invariant($"{path}({element + 1})"), field, depth + 1);
                at = next;
            }

            if (fields.Length == 0)
                break;
        }
    }

    private static NumberType? ToNumberType(int type) => type switch
    {
        1 => NumberType.Int8,
        2 => NumberType.UInt8,
        3 => NumberType.Int16,
        4 => NumberType.UInt16,
        5 => NumberType.Int32,
        6 => NumberType.UInt32,
        7 => NumberType.Float32,
        9 => NumberType.Float64,
        12 => NumberType.Int64,
        _ => null,
    };
}
