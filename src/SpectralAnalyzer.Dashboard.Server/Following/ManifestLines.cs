using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>Turns lines of a manifest into what the page is sent. A line that is torn or unknown gives nothing.</summary>
internal static class ManifestLines
{
    private const int LongestText = 1000;
    private const int LongestOther = 1 << 20;
    private const int MostLimits = 50;
    private const int MostBands = 200;

    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.Default };
    private static readonly byte[][] s_metrics = [.. SpectralMetrics.All.Select(m => Encoding.UTF8.GetBytes(CamelCase(m.Name)))];
    private static readonly int s_squared = SpectralMetrics.All.Index().First(m => m.Item.Name == "RSquared").Index;
    private static readonly byte[][] s_kinds =
        [.. new[] { "run", "expected", "result", "kept", "end" }.Select(k => Encoding.UTF8.GetBytes(k + '"'))];

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? s_bytes;

    private static ReadOnlySpan<byte> Peaks => "\"peaks\":["u8;

    /// <summary>The metrics that a row of the table has, as places in <see cref="SpectralMetrics.All"/>.</summary>
    internal static IReadOnlyList<int> Columns { get; } =
        [.. SpectralMetrics.All.Index().Where(m => m.Item.IsUsedIn(MetricUses.ReportColumn)).Select(m => m.Index)];

    /// <summary>Parses a line; null for one that the page does not show.</summary>
    /// <param name="firstId">The id of the first line of its part.</param>
    /// <param name="offset">The offset of the line in the part.</param>
    /// <param name="line">The line.</param>
    internal static ParsedLine? Parse(long firstId, long offset, ReadOnlyMemory<byte> line)
    {
        if (line.Span.StartsWith("{\"kind\":\""u8)
            && !Array.Exists(s_kinds, kind => line.Span["{\"kind\":\"".Length..].StartsWith(kind)))
            return null;
        var shortened = WithoutPeaks(line);
        return ParseJson(firstId, offset, shortened)
            ?? (shortened.Length < line.Length ? ParseJson(firstId, offset, line) : null);
    }

    // The peaks are most of a line, and nothing is shown of them. In the text of a name, the quotation marks would be escaped.
    // Where the array has arrays or texts itself, what is left is no JSON, and the whole line is parsed.
    private static ReadOnlyMemory<byte> WithoutPeaks(ReadOnlyMemory<byte> line)
    {
        var bytes = line.Span;
        if (bytes.IndexOf(Peaks) is not (>= 0 and var at) || bytes[at..].IndexOf((byte)']') is not (> 0 and var length))
            return line;
        var start = at + Peaks.Length;
        return (byte[])[.. bytes[..start], .. bytes[(at + length)..]];
    }

    private static ParsedLine? ParseJson(long firstId, long offset, ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (Text(root, "run") is not { } run)
                return null;
            var kind = Text(root, "kind");
            if (kind != "result" && line.Length > LongestOther)
                return null;
            run = Clip(run);
            ResultFigures? figures = null;
            OpenRun? started = null;
            s_bytes ??= new ArrayBufferWriter<byte>();
            s_bytes.ResetWrittenCount();
            using (var writer = new Utf8JsonWriter(s_bytes, s_writing))
            {
                writer.WriteStartObject();
                writer.WriteNumber("o", firstId + offset);
                writer.WriteString("run", run);
                var time = Time(root, "time");
                writer.WriteString("t", time);
                switch (kind)
                {
                    case "run" when root.TryGetProperty("start", out var start):
                        writer.WriteString("k", "run");
                        writer.WritePropertyName("start");
                        start.WriteTo(writer);
                        started = new OpenRun(run, Text(start, "machine") ?? "", Text(start, "workspace") ?? "");
                        break;
                    case "expected" when root.TryGetProperty("expected", out var expected):
                        writer.WriteString("k", "expected");
                        writer.WritePropertyName("expected");
                        expected.WriteTo(writer);
                        break;
                    case "result" when root.TryGetProperty("result", out var result) && Text(result, "path") is { } path:
                        figures = WriteResult(writer, result, path, run, time);
                        break;
                    case "kept" when root.TryGetProperty("kept", out var kept)
                        && kept.TryGetProperty("at", out var of) && of.TryGetInt64(out var earlier):
                        writer.WriteString("k", "kept");
                        writer.WriteNumber("of", ManifestPart.ToId(firstId, Text(kept, "in"), earlier));
                        break;
                    case "end" when root.TryGetProperty("end", out var end):
                        writer.WriteString("k", "end");
                        writer.WritePropertyName("end");
                        end.WriteTo(writer);
                        break;
                    default:
                        return null;
                }

                writer.WriteEndObject();
            }

            return new ParsedLine(s_bytes.WrittenSpan.ToArray(), figures, started, kind == "end" ? run : null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            // torn, or of other types than the manifest's: lines of other versions are left out, as all readers do
            return null;
        }
    }

    /// <summary>A text of an object, or null.</summary>
    internal static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A finite number of an object; NaN where there is none.</summary>
    internal static double Number(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? Number(value) : double.NaN;

    private static double Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number : double.NaN;

    /// <summary>The items of an array of an object; none where there is no array.</summary>
    internal static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    // what has no offset is UTC, as everything in a manifest is
    private static DateTime Time(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.TryGetDateTime(out var time)
            ? ToUtc(time) : DateTime.SpecifyKind(default, DateTimeKind.Utc);

    /// <summary>Converts a time to UTC; one that does not say what it is, is UTC.</summary>
    internal static DateTime ToUtc(DateTime time) =>
        time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc);

    private static string Clip(string text) => text.Length > LongestText ? text[..LongestText] + "…" : text;

    private static ResultFigures WriteResult(
        Utf8JsonWriter writer, JsonElement result, string path, string run, DateTime time)
    {
        var cut = path.LastIndexOfAny(['/', '\\']);
        writer.WriteString("k", "r");
        writer.WriteString("n", Clip(path[(cut + 1)..]));
        writer.WriteString("d", cut > 0 ? Clip(path[..cut]) : "");
        if (Text(result, "series") is { } series)
            writer.WriteString("s", Clip(series));
        writer.WriteString("st", Clip(Text(result, "status") ?? "Succeeded"));
        if (Text(result, "verdict") is { } verdict)
            writer.WriteString("v", Clip(verdict));
        WriteError(writer, result);
        if (result.TryGetProperty("warnings", out var warnings) && warnings.ValueKind == JsonValueKind.Array)
            writer.WriteNumber("w", warnings.GetArrayLength());
        if (Number(result, "durationMilliseconds") is var milliseconds && !double.IsNaN(milliseconds))
            writer.WriteNumber("ms", Math.Round(milliseconds, 1));
        if (Items(result, "outputPath").Any())
            writer.WriteNumber("g", 1);
        WriteBrokenLimits(writer, result);
        var metrics = ReadMetrics(result);
        writer.WriteStartArray("m");
        foreach (var column in Columns)
            WriteNumber(writer, metrics is null ? double.NaN : metrics[column]);
        writer.WriteEndArray();
        return new ResultFigures(run, time, metrics, ReadBands(result));
    }

    private static void WriteError(Utf8JsonWriter writer, JsonElement result)
    {
        if (!result.TryGetProperty("error", out var error) || error.ValueKind != JsonValueKind.Object)
            return;
        writer.WriteString("e", Clip(Text(error, "id") ?? ""));
        writer.WriteString("em", Clip(Text(error, "message") ?? ""));
        writer.WriteString("ea", Clip(Text(error, "recommendation") ?? ""));
    }

    private static void WriteBrokenLimits(Utf8JsonWriter writer, JsonElement result)
    {
        if (Text(result, "verdict") is not ("Fail" or "Warning"))
            return;
        writer.WriteStartArray("l");
        foreach (var limit in Items(result, "limits").Where(l => Text(l, "verdict") is "Fail" or "Warning").Take(MostLimits))
            limit.WriteTo(writer);
        writer.WriteEndArray();
    }

    private static double[]? ReadMetrics(JsonElement result)
    {
        if (!result.TryGetProperty("comparison", out var comparison) || comparison.ValueKind != JsonValueKind.Object)
            return null;
        var values = new double[s_metrics.Length];
        Array.Fill(values, double.NaN);
        // they are mostly recorded in the order of the list
        var next = 0;
        foreach (var property in comparison.EnumerateObject())
        {
            for (var i = 0; i < s_metrics.Length; i++)
            {
                var at = (next + i) % s_metrics.Length;
                if (!property.NameEquals(s_metrics[at]))
                    continue;
                (values[at], next) = (Number(property.Value), at + 1);
                break;
            }
        }

        // what follows from another number need not be recorded
        if (double.IsNaN(values[s_squared]))
            values[s_squared] = Math.Pow(Number(comparison, "correlation"), 2);
        return values;
    }

    private static Dictionary<string, double>? ReadBands(JsonElement result)
    {
        Dictionary<string, double>? values = null;
        foreach (var band in Items(result, "bands").Take(MostBands))
        {
            if (Text(band, "name") is { } name)
                (values ??= new Dictionary<string, double>(StringComparer.Ordinal))[Clip(name)] = Number(band, "value");
        }

        return values;
    }

    /// <summary>Writes a number, or null for NaN, which JSON does not have.</summary>
    internal static void WriteNumber(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumberValue(value);
        else
            writer.WriteNullValue();
    }

    private static string CamelCase(string name) => new StringBuilder(name) { [0] = char.ToLowerInvariant(name[0]) }.ToString();
}
