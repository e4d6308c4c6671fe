using System.Text.Json.Nodes;

namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>How a server can be made to answer in a given form.</summary>
internal enum AnswerForm
{
    /// <summary>By a JSON schema.</summary>
    Schema,

    /// <summary>By JSON mode; the schema is part of the prompt.</summary>
    Json,

    /// <summary>Not at all; the schema is part of the prompt.</summary>
    Text,
}

/// <summary>What a server accepts. Each rejected request removes one capability.</summary>
/// <param name="Form">The form of answers.</param>
/// <param name="TakesTemperature">Whether the temperature can be set.</param>
/// <param name="LimitName">The name of the field that limits the tokens of an answer; null: none is sent.</param>
internal sealed record ServerCapabilities(AnswerForm Form, bool TakesTemperature, string? LimitName)
{
    private const int MaxAnswerTokens = 2000;
    private const string OldLimit = "max_tokens";
    private const string NewLimit = "max_completion_tokens";

    /// <summary>Returns what is tried first.</summary>
    internal static ServerCapabilities For(Uri endpoint)
    {
        bool IsHostOf(string domain) => endpoint.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase);
        var limit = IsHostOf("openai.com") || IsHostOf("azure.com") ? NewLimit : OldLimit;
        return new ServerCapabilities(AnswerForm.Schema, TakesTemperature: true, limit);
    }

    /// <summary>Returns what is tried after a request was rejected; null if nothing is left.</summary>
    /// <param name="message">The message of the server.</param>
    internal ServerCapabilities? ReduceAfter(string message)
    {
        if (TakesTemperature && message.Contains("temperature", StringComparison.OrdinalIgnoreCase))
            return this with { TakesTemperature = false };
        if (LimitName is not null && message.Contains(LimitName, StringComparison.OrdinalIgnoreCase))
            return this with { LimitName = LimitName == OldLimit ? NewLimit : null };
        return Form switch
        {
            AnswerForm.Schema => this with { Form = AnswerForm.Json },
            AnswerForm.Json => this with { Form = AnswerForm.Text },
            _ => null,
        };
    }

    /// <summary>Creates the body of a request.</summary>
    internal JsonObject CreateBody(string model, JsonArray messages)
    {
        var body = new JsonObject { ["model"] = model, ["messages"] = messages.DeepClone() };
        if (TakesTemperature)
            body["temperature"] = 0;
        if (LimitName is not null)
            body[LimitName] = MaxAnswerTokens;
        if (Form == AnswerForm.Schema)
        {
            body["response_format"] = new JsonObject
            {
                ["type"] = "json_schema",
                ["json_schema"] = new JsonObject { ["name"] = "layout", ["strict"] = true, ["schema"] = LayoutSchema.Create() },
            };
        }
        else if (Form == AnswerForm.Json)
        {
            body["response_format"] = new JsonObject { ["type"] = "json_object" };
        }

        return body;
    }
}
