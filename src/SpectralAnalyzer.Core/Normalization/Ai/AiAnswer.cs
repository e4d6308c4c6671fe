using System.Text.Json;

namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>The answer of a server.</summary>
/// <param name="Content">The text; may be empty.</param>
/// <param name="Problem">What is wrong with the answer as a whole, or null.</param>
/// <param name="Model">The model that the server names, or null.</param>
/// <param name="Tokens">The tokens that the request used; null if the server does not report them.</param>
/// <param name="Cost">The cost; null if the server does not report it.</param>
internal sealed record AiAnswer(string Content, string? Problem, string? Model, long? Tokens, decimal? Cost)
{
    /// <summary>Reads the body of a chat completion. A body that is not one is an answer with a problem.</summary>
    internal static AiAnswer Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 64 });
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            var problem = body.IsEmpty ? "the answer is empty" : "the answer of the server is cut off or not JSON";
            return new AiAnswer("", problem, null, null, null);
        }
    }

    private static AiAnswer Read(JsonElement root)
    {
        var usage = Property(root, "usage");
        long? tokens = IsNumber(usage, "total_tokens", out var total) && total.TryGetInt64(out var count) && count >= 0
            ? count : null;
        decimal? cost = IsNumber(usage, "cost", out var price) && price.TryGetDecimal(out var paid) && paid >= 0 ? paid : null;
        var choices = Property(root, "choices");
        var choice = choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0 ? choices[0] : default;
        var message = Property(choice, "message");
        var content = TextOfParts(Property(message, "content"));
        var problem = Text(Property(choice, "finish_reason")) switch
        {
            "length" => "the answer is cut off",
            "content_filter" => "the answer was held back by the service's filter",
            _ when Text(Property(message, "refusal")) is { Length: > 0 } => "the model refuses to answer",
            _ when content.Length == 0 => "the answer is empty",
            _ => null,
        };
        return new AiAnswer(content, problem, Text(Property(root, "model")), tokens, cost);
    }

    // a text, or a list of parts with a text each
    private static string TextOfParts(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString() ?? "",
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(part => Text(Property(part, "text")))),
        _ => "",
    };

    private static bool IsNumber(JsonElement element, string name, out JsonElement value) =>
        (value = Property(element, name)).ValueKind == JsonValueKind.Number;

    private static JsonElement Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString() : null;
}
