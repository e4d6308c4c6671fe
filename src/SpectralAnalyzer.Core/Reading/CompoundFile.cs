using System.Text;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>The streams of a Microsoft compound file, found by name or path.</summary>
/// <remarks>After [MS-CFB]. Only what is asked for is put together, and no chain may be longer than the file.</remarks>
internal sealed class CompoundFile
{
    private const uint EndOfChain = 0xFFFFFFFA;
    private const int EntrySize = 128;
    private const int ListedInHeader = 109;
    private const byte StreamEntry = 2;
    private const uint NoEntry = 0xFFFFFFFF;
    private readonly ByteReader _file;
    private readonly int _sectorSize;
    private readonly int _smallSize;
    private readonly uint _cutoff;
    private readonly uint[] _next;
    private readonly Dictionary<string, (uint First, long Length)> _streams = new(StringComparer.Ordinal);
    private readonly uint _smallFirst;
    private readonly uint _smallTable;
    private ReadOnlyMemory<byte>? _small;
    private uint[]? _smallNext;

    /// <summary>Reads the directory.</summary>
    /// <exception cref="SpectralException">The file is cut off or damaged.</exception>
    public CompoundFile(ReadOnlyMemory<byte> bytes, string format)
    {
        _file = new ByteReader(bytes, format);
        int sectorPower = _file.U16(30), smallPower = _file.U16(32);
        if (sectorPower is < 7 or > 16 || smallPower < 2 || smallPower >= sectorPower)
            throw Damaged("its sectors have no possible size");
        _sectorSize = 1 << sectorPower;
        _smallSize = 1 << smallPower;
        _cutoff = _file.U32(56);
        _smallTable = _file.U32(60);
        _next = Table();
        var directory = new ByteReader(Chain(_file.U32(48), long.MaxValue), format);
        var folders = Folders(directory);
        for (uint entry = 0; (entry + 1) * EntrySize <= directory.Length; entry++)
        {
            var at = entry * EntrySize;
            if (entry == 0)
                _smallFirst = directory.U32(at + 116);
            if (directory.U8(at + 66) == StreamEntry)
            {
                _streams.TryAdd(folders.GetValueOrDefault(entry, "") + Name(directory, at),
                    (directory.U32(at + 116), directory.U32(at + 120)));
            }
        }
    }

    /// <summary>The signature of every compound file.</summary>
    internal static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The streams with their storages before them, between slashes.</summary>
    internal IReadOnlyCollection<string> Paths => _streams.Keys;

    /// <summary>True for a compound file that has a word among the names of its streams and storages.</summary>
    internal static bool IsWith(SpectralSource source, params ReadOnlySpan<string> words)
    {
        var bytes = source.Bytes.Span;
        if (!bytes.StartsWith(Signature))
            return false;
        foreach (var word in words)
        {
            if (bytes.IndexOf(Encoding.Unicode.GetBytes(word)) < 0)
                return false;
        }

        return true;
    }

    /// <summary>True where there is a stream of the name.</summary>
    public bool Has(string name) => _streams.ContainsKey(name);

    /// <summary>The bytes of a stream.</summary>
    /// <exception cref="SpectralException">There is none, or it is cut off.</exception>
    public ReadOnlyMemory<byte> Stream(string name)
    {
        if (!_streams.TryGetValue(name, out var stream))
            throw Damaged($"it has no part '{name}'");
        var bytes = stream.Length >= _cutoff ? Chain(stream.First, stream.Length) : SmallChain(stream.First, stream.Length);
        return bytes.Length >= stream.Length ? bytes[..(int)stream.Length] : throw Damaged($"its part '{name}' is cut off");
    }

    // the table of following sectors has its own sectors; the header lists the first of them
    private uint[] Table()
    {
        var sectors = _file.U32(44);
        if (sectors > (uint)(_file.Length / _sectorSize))
            throw Damaged("its table is longer than the file");
        var next = new List<uint>();
        var each = _sectorSize / 4;
        var list = (At: 76L, Left: ListedInHeader);
        var further = _file.U32(68);
        for (var i = 0; i < sectors; i++)
        {
            if (list.Left == 0)
            {
                list = (Place(further), each - 1);
                further = _file.U32(list.At + (4L * (each - 1)));
            }

            var at = Place(_file.U32(list.At));
            for (var k = 0; k < each; k++)
                next.Add(_file.U32(at + 4L * k));
            list = (list.At + 4, list.Left - 1);
        }

        return [.. next];
    }

    private long Place(uint sector) => (sector + 1L) * _sectorSize;

    private ReadOnlyMemory<byte> Chain(uint first, long length)
    {
        using var bytes = new MemoryStream();
        for (var sector = first; sector < EndOfChain && bytes.Length < length; sector = sector < _next.Length
            ? _next[sector]
            : throw Damaged("its sectors lead nowhere"))
        {
            if (bytes.Length > _file.Length)
                throw Damaged("its sectors lead in a circle");
            var at = Place(sector);
            bytes.Write(_file.Span(at, Math.Min(_sectorSize, Math.Max(1, _file.Length - at))));
        }

        return bytes.ToArray();
    }

    private ReadOnlyMemory<byte> SmallChain(uint first, long length)
    {
        var small = new ByteReader(_small ??= Chain(_smallFirst, long.MaxValue), "compound");
        if (_smallNext is null)
        {
            var table = new ByteReader(Chain(_smallTable, long.MaxValue), "compound");
            _smallNext = [.. Enumerable.Range(0, table.Length / 4).Select(i => table.U32(4L * i))];
        }

        using var bytes = new MemoryStream();
        for (var sector = first; sector < EndOfChain && bytes.Length < length; sector = sector < _smallNext.Length
            ? _smallNext[sector]
            : throw Damaged("its sectors lead nowhere"))
        {
            if (bytes.Length > small.Length)
                throw Damaged("its sectors lead in a circle");
            bytes.Write(small.Span((long)sector * _smallSize, _smallSize));
        }

        return bytes.ToArray();
    }

    private static SpectralException Damaged(string why) => new(
        SpectralErrorIds.Truncated, SpectralErrorCategory.InvalidData, $"The compound file is cut off or damaged: {why}.",
            "Copy or export it again.");

    private static string Name(ByteReader directory, long at) =>
        Encoding.Unicode.GetString(directory.Span(at, Math.Clamp(directory.U16(at + 64) - 2, 0, 62)));

    // the entries of a storage are a tree: each has one on its left and one on its right; a storage has one below
    private static Dictionary<uint, string> Folders(ByteReader directory)
    {
        var folders = new Dictionary<uint, string>();
        var left = new Stack<(uint Entry, string Folder)>();
        if (directory.Length >= EntrySize)
            left.Push((directory.U32(76), ""));
        while (left.TryPop(out var next))
        {
            var at = next.Entry * (long)EntrySize;
            if (next.Entry is 0 or NoEntry || at + EntrySize > directory.Length || next.Folder.Length > EntrySize * 64
                || !folders.TryAdd(next.Entry, next.Folder))
                continue;
            left.Push((directory.U32(at + 76), $"{next.Folder}{Name(directory, at)}/"));
            left.Push((directory.U32(at + 72), next.Folder));
            left.Push((directory.U32(at + 68), next.Folder));
        }

        return folders;
    }
}
