using System.Text.Json.Nodes;

namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>How strictly a server can be held to the form of its answer.</summary>
internal enum AnswerForm
{
    /// <summary>By a schema.</summary>
    Schema,

    /// <summary>To JSON; the schema stands in the prompt.</summary>
    Json,

    /// <summary>Not at all; the schema stands in the prompt.</summary>
    Text,
}

/// <summary>What a server takes. Each refusal of a request teaches one trait.</summary>
/// <param name="Form">The form of answers.</param>
/// <param name="TakesTemperature">True where the temperature can be set.</param>
/// <param name="LimitName">The name of the limit of an answer's tokens; null: none is sent.</param>
internal sealed record ServerCapabilities(AnswerForm Form, bool TakesTemperature, string? LimitName)
{
    private const int MostAnswerTokens = 2000;

    /// <summary>What is tried first.</summary>
    public static ServerCapabilities For(Uri endpoint) => new(
        AnswerForm.Schema,
        TakesTemperature: true,
        endpoint.Host.EndsWith("openai.com", StringComparison.OrdinalIgnoreCase) || endpoint.Host.EndsWith("azure.com", StringComparison.OrdinalIgnoreCase)
            ? "max_completion_tokens" : "max_tokens");

    /// <summary>The traits after a request was refused as malformed; null where nothing is left to try.</summary>
    /// <param name="complaint">What the server says.</param>
    public ServerCapabilities? After(string complaint)
    {
        if (TakesTemperature && complaint.Contains("temperature", StringComparison.OrdinalIgnoreCase))
            return this with { TakesTemperature = false };
        if (LimitName is not null && complaint.Contains(LimitName, StringComparison.OrdinalIgnoreCase))
            return this with { LimitName = LimitName == "max_tokens" ? "max_completion_tokens" : null };
        return Form switch
        {
            AnswerForm.Schema => this with { Form = AnswerForm.Json },
            AnswerForm.Json => this with { Form = AnswerForm.Text },
            _ => null,
        };
    }

    /// <summary>The body of a request.</summary>
    public JsonObject Body(string model, JsonArray messages)
    {
        var body = new JsonObject { ["model"] = model, ["messages"] = messages.DeepClone() };
        if (TakesTemperature)
            body["temperature"] = 0;
        if (LimitName is not null)
            body[LimitName] = MostAnswerTokens;
        if (Form == AnswerForm.Schema)
        {
            body["response_format"] = new JsonObject
            {
                ["type"] = "json_schema",
                ["json_schema"] = new JsonObject { ["name"] = "layout", ["strict"] = true, ["schema"] = LayoutSchema.Schema() },
            };
        }
        else if (Form == AnswerForm.Json)
        {
            body["response_format"] = new JsonObject { ["type"] = "json_object" };
        }

        return body;
    }
}
