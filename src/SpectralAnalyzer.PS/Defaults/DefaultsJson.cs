using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpectralAnalyzer.PowerShell.Defaults;

/// <summary>Defaults as JSON. The key of an AI is never written.</summary>
internal static class DefaultsJson
{
    private static readonly JsonSerializerOptions s_writing = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Returns the values by name.</summary>
    /// <exception cref="JsonException">The JSON does not hold defaults.</exception>
    internal static Dictionary<string, object> Read(JsonElement root)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var item in Items(root, "The file"))
        {
            var (name, value) = item.Name switch
            {
                "baseline" => (DefaultNames.Baseline, Text(item)),
                "outputDirectory" => (DefaultNames.OutputDirectory, Text(item)),
                "format" => (DefaultNames.Format, Formats(item)),
                "method" => (DefaultNames.Method, Text(item)),
                "style" => (DefaultNames.Style, Text(item)),
                "ai" => (DefaultNames.Ai, (object)Ai(item.Value)),
                _ => throw new JsonException(
                    $"'{item.Name}' is unknown; known are baseline, outputDirectory, format, method, style, ai."),
            };
            values[name] = value;
        }

        return values;
    }

    /// <summary>Returns the JSON of values.</summary>
    internal static string Write(Dictionary<string, object> values)
    {
        var root = new JsonObject();
        foreach (var name in DefaultNames.All.Where(values.ContainsKey))
        {
            root[JsonNamingPolicy.CamelCase.ConvertName(name)] = values[name] switch
            {
                GraphFormat[] formats => new JsonArray([.. formats.Select(f => JsonValue.Create(f.ToString()))]),
                AiOptions ai => Ai(ai),
                var text => JsonValue.Create((string)text),
            };
        }

        return root.ToJsonString(s_writing) + "\n";
    }

    private static JsonObject Ai(AiOptions ai) => new()
    {
        ["endpoint"] = ai.Endpoint.OriginalString,
        ["model"] = ai.Model,
        ["sendMetadata"] = !ai.RedactMetadata,
        ["maxRequests"] = ai.MaxRequests,
        ["maxTokens"] = ai.MaxTokens,
        ["timeoutSeconds"] = ai.Timeout.TotalSeconds,
        ["maxRetries"] = ai.MaxRetries,
        ["throttleLimit"] = ai.ThrottleLimit,
    };

    private static AiOptions Ai(JsonElement element)
    {
        AiOptions? ai = null;
        var items = Items(element, "'ai'").ToList();
        foreach (var item in items.Where(i => i.Name == "endpoint"))
        {
            ai = Uri.TryCreate(Text(item), UriKind.Absolute, out var address)
                ? new AiOptions { Endpoint = address }
                : throw new JsonException("'endpoint' is not an address, such as http://localhost:11434/v1.");
        }

        if (ai is null)
            throw new JsonException("'ai' has no 'endpoint'.");
        foreach (var item in items.Where(i => i.Name != "endpoint"))
        {
            ai = item.Name switch
            {
                "model" => ai with { Model = Text(item) },
                "sendMetadata" => ai with { RedactMetadata = !YesOrNo(item) },
                "maxRequests" => ai with { MaxRequests = (int)Number(item, 0, int.MaxValue) },
                "maxTokens" => ai with { MaxTokens = (long)Number(item, 0, 1e15) },
                "timeoutSeconds" => ai with { Timeout = TimeSpan.FromSeconds(Number(item, 0.1, 3600)) },
                "maxRetries" => ai with { MaxRetries = (int)Number(item, 0, 10) },
                "throttleLimit" => ai with { ThrottleLimit = (int)Number(item, 1, 64) },
                _ => throw new JsonException($"'{item.Name}' is unknown in 'ai'."),
            };
        }

        return ai;
    }

    private static JsonElement.ObjectEnumerator Items(JsonElement element, string what) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject()
            : throw new JsonException($"{what} is not a JSON object.");

    private static string Text(JsonProperty item) =>
        item.Value.ValueKind == JsonValueKind.String && item.Value.GetString() is { Length: > 0 } text
            ? text
            : throw new JsonException($"'{item.Name}' is not a text.");

    private static bool YesOrNo(JsonProperty item) => item.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? item.Value.GetBoolean()
        : throw new JsonException($"'{item.Name}' is neither true nor false.");

    private static double Number(JsonProperty item, double min, double max) =>
        item.Value.ValueKind == JsonValueKind.Number && item.Value.TryGetDouble(out var number) && number >= min && number <= max
            ? number
            : throw new JsonException(FormattableString.Invariant($"'{item.Name}' is not a number from {min} to {max}."));

    private static GraphFormat[] Formats(JsonProperty item)
    {
        if (item.Value.ValueKind != JsonValueKind.Array || item.Value.GetArrayLength() == 0)
            throw new JsonException("'format' is not a list, such as [ \"Png\", \"Svg\" ].");
        return
        [
            .. item.Value.EnumerateArray().Select(e =>
                e.ValueKind == JsonValueKind.String && Enum.TryParse<GraphFormat>(e.GetString(), true, out var format)
                    && Enum.IsDefined(format)
                    ? format
                    : throw new JsonException(
                        $"'{e}' is not a format of a graph: {string.Join(", ", Enum.GetNames<GraphFormat>())}.")),
        ];
    }
}
