using System.Text.Json;

namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>An answer as the server gave it.</summary>
/// <param name="Content">The text; empty where there is none.</param>
/// <param name="Flaw">What is wrong with the answer as a whole, or null.</param>
/// <param name="Model">The model that the server names, or null.</param>
/// <param name="Tokens">The tokens that the request took; null where the server does not tell.</param>
/// <param name="Cost">What it cost; null where the server does not tell.</param>
internal sealed record AiAnswer(string Content, string? Flaw, string? Model, long? Tokens, decimal? Cost)
{
    /// <summary>Reads the body of a chat completion. A body that is none is an answer with a flaw.</summary>
    public static AiAnswer Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 64 });
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return new AiAnswer("", body.IsEmpty ? "the answer is empty" : "the answer of the server is cut off or no JSON", null, null, null);
        }
    }

    private static AiAnswer Read(JsonElement root)
    {
        var usage = Property(root, "usage");
        var tokens = Property(usage, "total_tokens") is { ValueKind: JsonValueKind.Number } total && total.TryGetInt64(out var count) && count >= 0 ? count : (long?)null;
        var cost = Property(usage, "cost") is { ValueKind: JsonValueKind.Number } price && price.TryGetDecimal(out var paid) && paid >= 0 ? paid : (decimal?)null;
        var model = Text(Property(root, "model"));
        var choice = Property(root, "choices") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0 ? choices[0] : default;
        var message = Property(choice, "message");
        var content = PartsOf(Property(message, "content"));
        var flaw = Text(Property(choice, "finish_reason")) switch
        {
            "length" => "the answer is cut off",
            "content_filter" => "the answer was held back by the service's filter",
            _ when Text(Property(message, "refusal")) is { Length: > 0 } => "the model refuses to answer",
            _ when content.Length == 0 => "the answer is empty",
            _ => null,
        };
        return new AiAnswer(content, flaw, model, tokens, cost);
    }

    // text, or a list of parts with a text each
    private static string PartsOf(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString() ?? "",
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(part => Text(Property(part, "text")))),
        _ => "",
    };

    private static JsonElement Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;
}
