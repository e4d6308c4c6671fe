using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading.Archives;
using SpectralAnalyzer.Core.Reading.Arrays;

namespace SpectralAnalyzer.Core.Reading.NetCdf;

/// <summary>
/// NetCDF classic and with 64-bit offsets: variables over a dimension that has a variable of its own name as axis.
/// </summary>
/// <remarks>After "NetCDF Classic and 64-bit Offset File Formats" (Unidata). AnDI files are such files.</remarks>
internal sealed class NetCdfFormat : ISpectrumFormat
{
    private const int MostItems = 10_000;
    private const long MostValues = 8L << 20;

    /// <inheritdoc/>
    public FormatDescriptor Descriptor { get; } = new("NetCDF", ".nc", ".cdf")
    {
        Signature = "CDF"u8.ToArray(),
        Evidence = "The file is NetCDF, whose variables with an axis are read as tables.",
        Advice = "Write the spectra as CSV, or give their dimension a variable of its name that holds x.",
    };

    /// <inheritdoc/>
    public bool Recognizes(SpectralSource source) =>
        source.Bytes.Length > 8 && source.Bytes.Span.StartsWith(Descriptor.Signature) && source.Bytes.Span[3] is 1 or 2;

    /// <inheritdoc/>
    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        var contents = new List<string>();
        var arrays = new Header(source.Bytes, cancellationToken).Read(contents);
        return ArrayTables.Read(
            (Descriptor, source, options), arrays.Where(array => !(array.IsAxis && array.OnlyCounts))
                .Select(array => array.ToNumeric()), onlyNamed: true, cancellationToken)
            ?? throw new SpectralException(
                SpectralErrorIds.UnsupportedContent,
                SpectralErrorCategory.Unsupported,
                "No variables of the NetCDF file make a spectrum: none goes with an axis of its length. "
                + $"It holds {ArrayTables.Describe(contents)}.",
                Descriptor.Advice);
    }

    /// <summary>The header of the file: dimensions, attributes and variables, one after the other.</summary>
    private sealed class Header(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        private readonly ByteReader _file = new(bytes, "NetCDF", isBigEndian: true);
        private long _at = 8;
        private long _values;

        internal List<LabelledArray> Read(List<string> contents)
        {
            var isLarge = _file.U8(3) == 2;
            long records = _file.U32(4);
            var sizes = Enumerable.Range(0, Count(10)).Select(_ => (Name: Name(), Size: (long)Next())).ToArray();
            _ = Attributes();
            var variables = Enumerable.Range(0, Count(11)).Select(_ => Variable(isLarge, sizes.Length)).ToArray();
            var inRecords = variables.Where(v => v.Dimensions.Length > 0 && sizes[v.Dimensions[0]].Size == 0).ToArray();
            // a single variable of bytes or short numbers is not padded
            var record = inRecords.Length == 1 ? Bytes(inRecords[0]) : inRecords.Sum(v => (Bytes(v) + 3) & ~3L);
            var arrays = new List<LabelledArray>();
            foreach (var variable in variables)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var isRecord = inRecords.Contains(variable);
                var shape = variable.Dimensions.Select(d => sizes[d].Size == 0 ? records : sizes[d].Size).ToArray();
                var size = shape.Length == 0 ? "" : ", " + string.Join('×', shape);
                contents.Add($"{variable.Name} ({TypeName(variable.Type)}{size})");
                if (ToNumberType(variable.Type) is not { } type || !shape.Any(s => s > 1) || shape.Count(s => s != 1) > 2)
                    continue;
                var values = isRecord
                    ? Records(variable, type, records, record)
                    : Values(variable.At, Elements(variable), type);
                arrays.Add(new LabelledArray("", variable.Name, shape, values, variable.Attributes)
                {
                    IsAxis = variable.Dimensions is [var only] && sizes[only].Name == variable.Name && !IsTime(variable),
                });
            }

            return arrays;

            long Elements(Item variable) => variable.Dimensions.Aggregate(
                1L, (all, d) => Math.Min(long.MaxValue >> 33, all) * Math.Max(1, sizes[d].Size));
            long Bytes(Item variable) => Elements(variable) * (ToNumberType(variable.Type)?.Size() ?? 1);
            double[] Records(Item variable, NumberType type, long count, long width)
            {
                var each = Elements(variable);
                if (count * (double)each > MostValues)
                    throw BoundedBytes.TooLarge("NetCDF", variable.Name);
                var all = new List<double>();
                for (var r = 0L; r < count; r++)
                    all.AddRange(Values(variable.At + (r * width), each, type));
                return [.. all];
            }
        }

        private static bool IsTime(Item variable) => variable.Name.Contains("time", StringComparison.OrdinalIgnoreCase)
            || variable.Attributes.GetValueOrDefault("units")?.Contains("since", StringComparison.Ordinal) == true;

        private double[] Values(long at, long count, NumberType type)
        {
            _ = _file.Span(at, count * type.Size());
            if ((_values += count) > MostValues)
                throw BoundedBytes.TooLarge("NetCDF", Invariant($"{_values} values"));
            return _file.Values(at, (int)count, type);
        }

        private Item Variable(bool isLarge, int dimensions)
        {
            var name = Name();
            var count = Next();
            if (count > 32)
                throw BoundedBytes.Damaged("NetCDF", Invariant($"'{name}' has {count} dimensions."));
            var ids = new int[count];
            for (var i = 0; i < count; i++)
            {
                ids[i] = (int)Next();
                if (ids[i] < 0 || ids[i] >= dimensions)
                    throw BoundedBytes.Damaged("NetCDF", Invariant($"'{name}' has a dimension that is not there."));
            }

            var attributes = Attributes();
            var type = (int)Next();
            _ = Next();
            var at = isLarge ? _file.I64(_at) : _file.U32(_at);
            _at += isLarge ? 8 : 4;
            return new Item(name, ids, attributes, type, at);
        }

        private Dictionary<string, string> Attributes()
        {
            var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = Count(12); i > 0; i--)
            {
                var name = Name();
                var type = (int)Next();
                long count = Next();
                var size = type == 2 ? 1 : ToNumberType(type)?.Size() ?? throw BoundedBytes.Damaged(
                    "NetCDF", Invariant($"the attribute '{name}' has type {type}."));
                _ = _file.Span(_at, count * size);
                if (type == 2)
                    attributes[name] = Encoding.UTF8.GetString(_file.Span(_at, count)).TrimEnd('\0');
                else if (count == 1)
                    attributes[name] = _file.Values(_at, 1, ToNumberType(type)!.Value)[0].ToString(
                        "R", CultureInfo.InvariantCulture);
                _at += ((count * size) + 3) & ~3L;
            }

            return attributes;
        }

        private string Name()
        {
            long length = Next();
            var name = Encoding.UTF8.GetString(_file.Span(_at, length));
            _at += (length + 3) & ~3L;
            return name;
        }

        /// <summary>Reads how many items a list has; it is absent, or begins with its tag.</summary>
        private int Count(uint tag)
        {
            var (found, count) = (Next(), Next());
            return (found == tag || (found == 0 && count == 0)) && count <= MostItems ? (int)count
                : throw BoundedBytes.Damaged("NetCDF", Invariant($"a list in its header is not as it should be at byte {_at}."));
        }

        private uint Next()
        {
            _at += 4;
            return _file.U32(_at - 4);
        }
    }

    private static NumberType? ToNumberType(int type) => type switch
    {
        1 => NumberType.Int8,
        3 => NumberType.Int16,
        4 => NumberType.Int32,
        5 => NumberType.Float32,
        6 => NumberType.Float64,
        _ => null,
    };

    private static string TypeName(int type) => type switch
    {
        1 => "byte",
        2 => "text",
        3 => "short",
        4 => "int",
        5 => "float",
        6 => "double",
        _ => "unknown",
    };

    /// <summary>A variable of the header.</summary>
    private sealed record Item(string Name, int[] Dimensions, Dictionary<string, string> Attributes, int Type, long At);
}
