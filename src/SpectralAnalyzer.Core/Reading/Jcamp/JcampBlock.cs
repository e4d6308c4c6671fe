using System.Text;

namespace SpectralAnalyzer.Core.Reading.Jcamp;

/// <summary>A block from <c>##TITLE</c> to <c>##END</c>.</summary>
internal sealed class JcampBlock
{
    private const int DeepestLink = 4;
    private readonly List<JcampRecord> _records = [];
    private readonly Dictionary<string, JcampRecord> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JcampRecord> _firstNumber = new(StringComparer.Ordinal);
    private bool _hasDecimalComma;

    private JcampBlock(int line, JcampBlock? outer)
    {
        Line = line;
        Outer = outer;
    }

    /// <summary>The 1-based line of its title.</summary>
    public int Line { get; }

    /// <summary>The block that links this one, or null.</summary>
    public JcampBlock? Outer { get; }

    /// <summary>True where its <c>##END</c> is there.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Its records, without those of inner blocks.</summary>
    public IReadOnlyList<JcampRecord> Records => _records;

    /// <summary>What stands before the decimals in this block: a comma where a number of its header has one.</summary>
    public DecimalMark DecimalMark => _hasDecimalComma ? DecimalMark.Comma : DecimalMark.Point;

    /// <summary>The last record of that name, or null. The name is in the form of <see cref="JcampRecord.Key"/>.</summary>
    public JcampRecord? Find(string name) => _last.GetValueOrDefault(name);

    /// <summary>The number of the first record of that name that has one.</summary>
    public JcampRecord? FindNumber(string name) => _firstNumber.GetValueOrDefault(name);

    /// <summary>Finds the blocks of a file, outer before inner.</summary>
    public static IReadOnlyList<JcampBlock> Parse(JcampText text, CancellationToken cancellationToken)
    {
        var blocks = new List<JcampBlock>();
        var open = (JcampBlock?)null;
        var starts = new List<int>();
        for (var line = 0; line < text.LineCount; line++)
        {
            if ((line & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (!text.Label(line).IsEmpty)
                starts.Add(line);
        }

        for (var i = 0; i < starts.Count; i++)
        {
            var record = RecordAt(text, starts[i], i + 1 < starts.Count ? starts[i + 1] : text.LineCount);
            if (record.Name == "END")
            {
                if (open is not null)
                {
                    open.IsClosed = true;
                    open = open.Outer;
                }

                continue;
            }

            if (open is null || (record.Name == "TITLE" && open.Find("TITLE") is not null))
            {
                open = new JcampBlock(record.Line + 1, open);
                blocks.Add(open);
            }

            open.Add(record);
        }

        return blocks;
    }

    // a block may have a hundred thousand pages, and each asks for the same few labels
    private void Add(JcampRecord record)
    {
        _records.Add(record);
        _last[record.Name] = record;
        if (!_firstNumber.ContainsKey(record.Name) && record.Number is not null)
            _firstNumber.Add(record.Name, record);
        _hasDecimalComma |= IsAxisNumber(record.Name) && record.HasDecimalComma;
    }

    /// <summary>Everything that the block says besides its points, and what the blocks around it add.</summary>
    public IReadOnlyDictionary<string, string> Metadata(JcampText text)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var distinct = new DistinctNames(StringComparer.OrdinalIgnoreCase);
        foreach (var record in _records.Where(r => !JcampTable.IsTable(r.Name)))
            metadata[distinct.Take(record.Label)] = FullValue(text, record);

        var depth = 0;
        for (var outer = Outer; outer is not null && depth < DeepestLink; outer = outer.Outer, depth++)
        {
            foreach (var record in outer._records.Where(r => !JcampTable.IsTable(r.Name)))
                metadata.TryAdd(record.Label, FullValue(text, record));
        }

        return metadata;
    }

    // a line that ends where the next word does not fit any more is wrapped, and a full one may end within a word
    private static string FullValue(JcampText text, JcampRecord record)
    {
        if (record.End == record.Line + 1)
            return record.Value;
        const int longestLine = 80;
        var value = new StringBuilder(record.Value);
        var length = text.Decode(text.Line(record.Line)).Length;
        for (int line = record.Line + 1, count = 1; line < record.End && count < 1000; line++)
        {
            var whole = text.Decode(text.Line(line));
            var more = text.Decode(text.Data(line)).Trim();
            if (more.Length > 0)
            {
                var word = more.IndexOf(' ', StringComparison.Ordinal);
                var isWrapped = length + 1 + (word < 0 ? more.Length : word) >= longestLine;
                var between = length == longestLine ? whole[..^whole.TrimStart().Length] : isWrapped ? " " : "; ";
                value.Append(value.Length == 0 ? "" : between).Append(more);
                count++;
            }

            length = whole.Length;
        }

        return value.ToString();
    }

    private static bool IsAxisNumber(string name) => name
        is "FIRSTX" or "LASTX" or "FIRSTY" or "LASTY" or "DELTAX" or "MAXX" or "MINX" or "MAXY" or "MINY"
            or "RESOLUTION" or "XFACTOR" or "YFACTOR";

    private static JcampRecord RecordAt(JcampText text, int line, int end)
    {
        var bytes = text.Label(line)[2..];
        var equals = bytes.IndexOf((byte)'=');
        var label = text.Decode(equals < 0 ? bytes : bytes[..equals]).Trim();
        var value = equals < 0 ? "" : text.Decode(bytes[(equals + 1)..]);
        var comment = value.IndexOf("$$", StringComparison.Ordinal);
        return new JcampRecord(label, (comment < 0 ? value : value[..comment]).Trim(), line, end);
    }
}
