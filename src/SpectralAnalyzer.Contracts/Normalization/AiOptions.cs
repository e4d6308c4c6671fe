using System.Text.Json.Serialization;

namespace SpectralAnalyzer;

/// <summary>The AI that may be asked for layouts, and within which bounds. To have one is the user's consent that excerpts of files are sent.</summary>
public sealed record AiOptions
{
    /// <summary>The address of the service, with its version: <c>https://api.openai.com/v1</c>, <c>http://localhost:11434/v1</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The model's name as the service calls it.</summary>
    public string Model { get; init; } = "gpt-4o-mini";

    /// <summary>The key, which no serialiser takes along; null: none is sent, which a service on this machine usually does without.</summary>
    [JsonIgnore]
    public AiKey? Key { get; init; }

    /// <summary>Masks what header lines hold that the layout does not need: operators, sample names, dates.</summary>
    public bool RedactMetadata { get; init; } = true;

    /// <summary>How many requests a batch may make, repeated ones included.</summary>
    public int MaxRequests { get; init; } = 100;

    /// <summary>How many tokens a batch may use.</summary>
    public long MaxTokens { get; init; } = 500_000;

    /// <summary>How long one request may take, until the last byte of its answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many times a request is repeated that failed for a reason that may pass.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>How many requests may be under way at once.</summary>
    public int ThrottleLimit { get; init; } = 4;
}
