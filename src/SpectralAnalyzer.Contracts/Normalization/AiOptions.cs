using System.Text.Json.Serialization;

namespace SpectralAnalyzer;

/// <summary>
/// The AI that may be asked for layouts, and its limits. Stating one is the user's consent that excerpts of files are sent.
/// </summary>
public sealed record AiOptions
{
    /// <summary>
    /// The address of the service, with its version: <c>https://api.openai.com/v1</c>, <c>http://localhost:11434/v1</c>.
    /// </summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The name of the model at the service.</summary>
    public string Model { get; init; } = "gpt-4o-mini";

    /// <summary>
    /// The key, which no serialiser takes along; null: none is sent, which a service on this machine usually does without.
    /// </summary>
    [JsonIgnore]
    public AiKey? Key { get; init; }

    /// <summary>Whether text of header lines that the layout does not need is masked: operators, sample names, dates.</summary>
    public bool RedactMetadata { get; init; } = true;

    /// <summary>The maximum number of requests of a batch, retries included.</summary>
    public int MaxRequests { get; init; } = 100;

    /// <summary>The maximum number of tokens of a batch.</summary>
    public long MaxTokens { get; init; } = 500_000;

    /// <summary>The time limit of one request, to the last byte of its answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The maximum number of retries of a request after a transient error.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>The maximum number of requests at the same time.</summary>
    public int ThrottleLimit { get; init; } = 4;
}
