using System.Text;

namespace SpectralAnalyzer.Core.Reading.WiTec;

/// <summary>A tag of a WITec file: a name, a type, and its bytes, which may be further tags.</summary>
internal sealed class WitTag
{
    private const int Subtree = 0;
    private const int Deepest = 48;
    private const int MostTags = 1_000_000;
    private const int LongestName = 4096;
    private readonly ByteReader _file;
    private readonly Dictionary<string, WitTag> _children = new(StringComparer.Ordinal);

    private WitTag(ByteReader file, int type, long start, long end) => (_file, Type, Start, End) = (file, type, start, end);

    internal int Type { get; }

    internal long Start { get; }

    internal long End { get; }

    /// <summary>Reads the tag that begins at a place, with all below it.</summary>
    internal static WitTag Parse(FormatReading reading, ByteReader file, long at)
    {
        var count = 0;
        return Read(at, file.Length, 0).Tag;

        (string Name, WitTag Tag) Read(long place, long most, int depth)
        {
            long length = file.U32(place);
            if (length > LongestName || depth > Deepest || ++count > MostTags)
                throw Damaged();
            var name = Encoding.Latin1.GetString(file.Span(place + 4, length));
            var header = place + 4 + length;
            int type = file.I32(header);
            long start = file.I64(header + 4), end = file.I64(header + 12);
            if (start != header + 20 || end < start || end > most)
                throw Damaged();
            var tag = new WitTag(file, type, start, end);
            for (var next = start; type == Subtree && next < end;)
            {
                reading.CancellationToken.ThrowIfCancellationRequested();
                var (childName, child) = Read(next, end, depth + 1);
                tag._children.TryAdd(childName, child);
                next = child.End;
            }

            return (name, tag);
        }

        SpectralException Damaged() => reading.Damaged(SpectralErrorIds.Truncated,
            "The WITec file is cut off or damaged: its tags do not follow each other.");
    }

    /// <summary>Returns the tag at a path of names, or null.</summary>
    internal WitTag? Child(params ReadOnlySpan<string> path)
    {
        var tag = this;
        foreach (var name in path)
        {
            if (!tag._children.TryGetValue(name, out var child))
                return null;
            tag = child;
        }

        return tag;
    }

    /// <summary>Returns the numbers of the tag at a path; none where there is no such tag.</summary>
    internal double[] Numbers(params ReadOnlySpan<string> path)
    {
        if (Child(path) is not { } tag)
            return [];
        NumberType? type = tag.Type switch
        {
            2 => NumberType.Float64,
            3 => NumberType.Float32,
            4 => NumberType.Int64,
            5 => NumberType.Int32,
            7 or 8 => NumberType.UInt8,
            _ => null,
        };
        return type is { } known ? _file.Values(tag.Start, (int)((tag.End - tag.Start) / known.Size()), known) : [];
    }

    /// <summary>Returns the first number of the tag at a path, or null.</summary>
    internal double? Number(params ReadOnlySpan<string> path) => Numbers(path) is [var first, ..] ? first : null;

    /// <summary>Returns the text of the tag at a path, or null.</summary>
    internal string? Text(params ReadOnlySpan<string> path) =>
        Child(path) is { Type: 9 } tag && tag.End - tag.Start >= 4
            ? _file.Text(tag.Start + 4, (int)Math.Min(_file.U32(tag.Start), tag.End - tag.Start - 4))
            : null;
}
