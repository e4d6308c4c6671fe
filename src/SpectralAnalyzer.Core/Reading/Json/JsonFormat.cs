using System.Text.Json;

namespace SpectralAnalyzer.Core.Reading.Json;

/// <summary>JSON that holds one table: arrays of equal length, records, rows, and what pandas writes with to_json.</summary>
internal sealed class JsonFormat : ISpectrumFormat
{
    public FormatDescriptor Descriptor { get; } = new("JSON", ".json")
    {
        Evidence = "The file is JSON and holds one table.",
        Advice = "Write x and y as two arrays of the same length, or export CSV.",
    };

    public bool Recognizes(SpectralSource source)
    {
        var head = TextHead.Read(source, 4096);
        if (head.IsEmpty || head[0] is not ((byte)'{' or (byte)'['))
            return false;
        var next = head[1..].TrimStart(" \t\r\n"u8);
        return !next.IsEmpty && (head[0] == '{' ? next[0] is (byte)'"' : next[0] is (byte)'{' or (byte)'[')
            && !next.StartsWith("\"\""u8);
    }

    public SpectralFileContent Read(SpectralSource source, ReadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            using var json = JsonDocument.Parse(Utf8(source));
            var tables = JsonTables.Find(json.RootElement);
            if (tables.Count == 1)
                return TextBridge.Read(Descriptor.Name, source, tables[0].Rows, options, cancellationToken);
            throw new SpectralException(SpectralErrorIds.UnsupportedContent, SpectralErrorCategory.Unsupported, tables.Count == 0
                ? "The JSON file holds no table of numbers in a known form."
                : $"The JSON file holds several tables ({Names(tables)}); one is read.",
                Descriptor.Advice);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new SpectralException(SpectralErrorIds.Truncated, SpectralErrorCategory.InvalidData,
                $"The JSON file is cut off or damaged: {e.Message}", "Copy or export it again.", innerException: e);
        }
    }

    private static string Names(List<JsonTables.Table> tables) => string.Join(", ", tables.Take(5).Select(table => table.Name));

    private static ReadOnlyMemory<byte> Utf8(SpectralSource source)
    {
        var head = TextHead.Read(source, source.Bytes.Length);
        return head.Length == source.Bytes.Length ? source.Bytes : head.ToArray();
    }
}
