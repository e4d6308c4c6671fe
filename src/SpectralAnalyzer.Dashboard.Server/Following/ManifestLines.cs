using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>Turns lines of a manifest into what the page is sent. A line that is torn or unknown gives nothing.</summary>
internal static class ManifestLines
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JavaScriptEncoder.Default };
    private static readonly string[] s_metrics = [.. SpectralMetrics.All.Select(m => CamelCase(m.Name))];

    /// <summary>The metrics that a row of the table has, as places in <see cref="SpectralMetrics.All"/>.</summary>
    internal static IReadOnlyList<int> Columns { get; } =
        [.. SpectralMetrics.All.Index().Where(m => m.Item.IsUsedIn(MetricUses.ReportColumn)).Select(m => m.Index)];

    /// <summary>Parses a line: what the page is sent of it, and the values of a result.</summary>
    internal static (byte[] Payload, ResultFigures? Figures)? Parse(long offset, ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "run") is not { } run)
                return null;
            var time = root.TryGetProperty("time", out var t) && t.TryGetDateTime(out var at) ? at : default;
            ResultFigures? figures = null;
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, s_writing))
            {
                writer.WriteStartObject();
                writer.WriteNumber("o", offset);
                writer.WriteString("run", run);
                writer.WriteString("t", time);
                switch (Text(root, "kind"))
                {
                    case "run" when root.TryGetProperty("start", out var start):
                        writer.WriteString("k", "run");
                        writer.WritePropertyName("start");
                        start.WriteTo(writer);
                        break;
                    case "expected" when root.TryGetProperty("expected", out var expected):
                        writer.WriteString("k", "expected");
                        writer.WritePropertyName("expected");
                        expected.WriteTo(writer);
                        break;
                    case "result" when root.TryGetProperty("result", out var result) && Text(result, "path") is not null:
                        figures = WriteResult(writer, result, run, time);
                        break;
                    case "kept" when root.TryGetProperty("kept", out var kept)
                        && kept.TryGetProperty("at", out var of) && of.TryGetInt64(out var earlier):
                        writer.WriteString("k", "kept");
                        writer.WriteNumber("of", earlier);
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

            return (stream.ToArray(), figures);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // torn, or of other types than the manifest's: lines of other versions are left out, as all readers do
            return null;
        }
    }

    /// <summary>A text of an object, or null.</summary>
    internal static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A number of an object, which may be written as "NaN"; NaN where there is none.</summary>
    internal static double Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.NaN;

    private static ResultFigures WriteResult(Utf8JsonWriter writer, JsonElement result, string run, DateTime time)
    {
        var path = Text(result, "path")!;
        var cut = path.LastIndexOfAny(['/', '\\']);
        writer.WriteString("k", "r");
        writer.WriteString("n", path[(cut + 1)..]);
        writer.WriteString("d", cut > 0 ? path[..cut] : "");
        if (Text(result, "series") is { } series)
            writer.WriteString("s", series);
        writer.WriteString("st", Text(result, "status") ?? "Succeeded");
        if (Text(result, "verdict") is { } verdict)
            writer.WriteString("v", verdict);
        WriteError(writer, result);
        if (result.TryGetProperty("warnings", out var warnings) && warnings.ValueKind == JsonValueKind.Array)
            writer.WriteNumber("w", warnings.GetArrayLength());
        if (Number(result, "durationMilliseconds") is var milliseconds && !double.IsNaN(milliseconds))
            writer.WriteNumber("ms", Math.Round(milliseconds, 1));
        if (result.TryGetProperty("outputPath", out var outputs) && outputs.ValueKind == JsonValueKind.Array
            && outputs.GetArrayLength() > 0)
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
        writer.WriteString("e", Text(error, "id") ?? "");
        writer.WriteString("em", Text(error, "message") ?? "");
        writer.WriteString("ea", Text(error, "recommendation") ?? "");
    }

    private static void WriteBrokenLimits(Utf8JsonWriter writer, JsonElement result)
    {
        if (Text(result, "verdict") is not ("Fail" or "Warning")
            || !result.TryGetProperty("limits", out var limits) || limits.ValueKind != JsonValueKind.Array)
            return;
        writer.WriteStartArray("l");
        foreach (var limit in limits.EnumerateArray().Where(l => Text(l, "verdict") is "Fail" or "Warning"))
            limit.WriteTo(writer);
        writer.WriteEndArray();
    }

    private static double[]? ReadMetrics(JsonElement result)
    {
        if (!result.TryGetProperty("comparison", out var comparison) || comparison.ValueKind != JsonValueKind.Object)
            return null;
        var values = new double[s_metrics.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = Number(comparison, s_metrics[i]);
        // what follows from another number is not recorded
        var squared = Array.IndexOf(s_metrics, "rSquared");
        if (squared >= 0 && double.IsNaN(values[squared]))
            values[squared] = Math.Pow(Number(comparison, "correlation"), 2);
        return values;
    }

    private static Dictionary<string, double>? ReadBands(JsonElement result)
    {
        if (!result.TryGetProperty("bands", out var bands) || bands.ValueKind != JsonValueKind.Array)
            return null;
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var band in bands.EnumerateArray())
        {
            if (Text(band, "name") is { } name)
                values[name] = Number(band, "value");
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
