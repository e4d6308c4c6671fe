using System.Text;
using SpectralAnalyzer.Core.Reading.Archives;
using SpectralAnalyzer.Core.Reading.Arrays;

namespace SpectralAnalyzer.Core.Reading.Hdf5;

/// <summary>Reads the groups of an HDF5 file and the arrays of numbers in them. Links to other files are not followed.</summary>
internal sealed class Hdf5Contents(Hdf5Bytes file, CancellationToken cancellationToken)
{
    private const int Deepest = 32;
    private const int MostObjects = 10_000;
    private readonly HashSet<long> _seen = [];
    private readonly Hdf5Data _data = new(file, cancellationToken);

    /// <summary>Gets the arrays of real numbers of at most two dimensions, with their groups' attributes.</summary>
    internal List<(LabelledArray Array, Dictionary<string, string> Group)> Arrays { get; } = [];

    /// <summary>Gets path, type and size of every dataset.</summary>
    internal List<string> Contents { get; } = [];

    internal void Read() => ReadObject(file.Root, "", "", [], 0);

    private void ReadObject(long at, string parent, string name, Dictionary<string, string> group, int depth)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_seen.Add(at))
            return;
        if (depth > Deepest || _seen.Count > MostObjects)
            throw BoundedBytes.Damaged(Hdf5Bytes.Format, "its groups nest too deeply, or are too many.");
        var messages = file.Messages(at);
        var attributes = file.Attributes(messages);
        if (messages.Exists(message => message.Type == 0x08))
        {
            ReadDataset(messages, attributes, parent, name, group);
            return;
        }

        var path = depth == 0 ? "" : parent.Length == 0 ? name : $"{parent}/{name}";
        foreach (var (child, address) in Members(messages))
            ReadObject(address, path, child, attributes, depth + 1);
    }

    private void ReadDataset(
        List<Hdf5Message> messages, Dictionary<string, string> attributes, string parent, string name,
        Dictionary<string, string> group)
    {
        var space = messages.Find(message => message.Type == 0x01);
        var kind = messages.Find(message => message.Type == 0x03);
        if (space.Length == 0 || kind.Length == 0 || space.IsShared || kind.IsShared)
            return;
        var type = file.Type(kind.At);
        var sizes = file.Dimensions(space.At);
        string? why = null;
        var isArray = type.Number is not null && sizes.Any(size => size > 1) && sizes.Count(size => size != 1) <= 2;
        if (isArray && _data.Read(messages, type, sizes, out why) is { } values)
        {
            Arrays.Add((new LabelledArray(parent, name, sizes, values, attributes)
            {
                IsAxis = attributes.ContainsKey("axis") || attributes.GetValueOrDefault("CLASS") == "DIMENSION_SCALE",
            }, group));
        }

        var path = parent.Length == 0 ? name : $"{parent}/{name}";
        var size = sizes.Length == 0 ? "" : ", " + string.Join('×', sizes);
        Contents.Add($"{path} ({type}{size}{(why is null ? "" : ", " + why)})");
    }

    private List<(string Name, long Address)> Members(List<Hdf5Message> messages)
    {
        var members = new List<(string, long)>();
        foreach (var message in messages)
        {
            if (message.Type == 0x11)
                ReadTree(file.Base + file.Address(message.At), Heap(file.Base + file.Address(message.At + file.OffsetSize)),
                    int.MaxValue, members);
            else if (message.Type == 0x06)
                AddLink(message.At, members);
            else if (message.Type == 0x02 && file.Address(message.At + ((file.File.U8(message.At + 1) & 1) != 0 ? 10 : 2)) >= 0)
                throw Hdf5Bytes.NotRead("a group in it has more members than stand in its header.");
        }

        return members;
    }

    private void AddLink(long at, List<(string, long)> members)
    {
        var bytes = file.File;
        int flags = bytes.U8(at + 1), type = 0;
        var place = at + 2;
        if ((flags & 8) != 0)
            type = bytes.U8(place++);
        place += ((flags & 4) != 0 ? 8 : 0) + ((flags & 0x10) != 0 ? 1 : 0);
        var width = 1 << (flags & 3);
        var length = file.Unsigned(place, width);
        place += width;
        var name = Encoding.UTF8.GetString(bytes.Span(place, length));
        if (type == 0)
            members.Add((name, file.Base + file.Address(place + length)));
    }

    /// <summary>Returns where the texts of a local heap stand.</summary>
    private (long At, long Length) Heap(long at)
    {
        if (!file.Is(at, "HEAP"u8))
            throw BoundedBytes.Damaged(Hdf5Bytes.Format, Invariant($"there is no heap at byte {at}."));
        return (file.Base + file.Address(at + 8 + (2 * file.LengthSize)), file.Size(at + 8));
    }

    private void ReadTree(long at, (long At, long Length) heap, int above, List<(string, long)> members)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var bytes = file.File;
        if (file.Is(at, "SNOD"u8))
        {
            ReadSymbols(at, heap, members);
            return;
        }

        int level = bytes.U8(at + 5), entries = bytes.U16(at + 6);
        if (!file.Is(at, "TREE"u8) || bytes.U8(at + 4) != 0 || level >= above || members.Count > MostObjects)
            throw BoundedBytes.Damaged(Hdf5Bytes.Format, Invariant($"there is no index of a group at byte {at}."));
        var place = at + 8 + (2 * file.OffsetSize);
        for (var i = 0; i < entries; i++, place += file.LengthSize + file.OffsetSize)
            ReadTree(file.Base + file.Address(place + file.LengthSize), heap, level, members);
    }

    private void ReadSymbols(long at, (long At, long Length) heap, List<(string, long)> members)
    {
        var bytes = file.File;
        var place = at + 8;
        for (var i = bytes.U16(at + 6); i > 0; i--, place += (2 * file.OffsetSize) + 24)
        {
            var offset = file.Address(place);
            if (offset < 0 || offset >= heap.Length || members.Count > MostObjects)
                throw BoundedBytes.Damaged(Hdf5Bytes.Format, "a name in it is outside its heap.");
            // 2 is a link by name
            if (bytes.U32(place + (2 * file.OffsetSize)) != 2)
                members.Add((NameAt(heap.At + offset), file.Base + file.Address(place + file.OffsetSize)));
        }
    }

    private string NameAt(long at)
    {
        var rest = file.File.Span(at, Math.Max(0, Math.Min(1024, file.File.Length - at)));
        var end = rest.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
    }
}
