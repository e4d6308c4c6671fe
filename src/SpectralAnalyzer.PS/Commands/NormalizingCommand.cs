using System.Management.Automation;
using System.Security;
using SpectralAnalyzer.PowerShell.Completion;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of the cmdlets that resolve uncertain layouts with recipes and an AI.</summary>
public abstract class NormalizingCommand : ReadingCommand
{
    private const string KeyVariable = "OPENAI_API_KEY";

    /// <summary>What to do with a file whose layout is uncertain.</summary>
    [Parameter]
    public NormalizationMode NormalizationMode { get; set; }

    /// <summary>
    /// The address of the AI service with its version, for example https://api.openai.com/v1 or http://localhost:11434/v1.
    /// Without it, nothing is sent.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public Uri AiEndpoint { get; set; } = new("https://api.openai.com/v1");

    /// <summary>The name of the model.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string AiModel { get; set; } = "gpt-4o-mini";

    /// <summary>
    /// The key of the service: the password of a PSCredential, or a SecureString; by default the environment variable
    /// OPENAI_API_KEY.
    /// </summary>
    [Parameter]
    [AiCredentialTransformation]
    public AiKey? AiCredential { get; set; }

    /// <summary>Masks header lines that the layout does not need. On unless switched off with -AiRedactMetadata:$false.</summary>
    [Parameter]
    public SwitchParameter AiRedactMetadata { get; set; } = true;

    /// <summary>The maximum number of requests, including retries.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int AiMaxRequests { get; set; } = 100;

    /// <summary>The maximum number of tokens.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int AiMaxTokens { get; set; } = 500_000;

    /// <summary>The time limit for a request in seconds, until the last byte of its answer.</summary>
    [Parameter]
    [ValidateRange(0.1, 3600.0)]
    [DecimalPoint]
    public double AiTimeoutSeconds { get; set; } = 60;

    /// <summary>The number of retries of a request after a transient error.</summary>
    [Parameter]
    [ValidateRange(0, 10)]
    public int AiMaxRetries { get; set; } = 2;

    /// <summary>The maximum number of requests at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int AiThrottleLimit { get; set; } = 4;

    /// <summary>A shared, read-only recipe store: a folder, or the file of one recipe.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string RecipePath { get; set; } = "";

    /// <summary>Returns how to resolve uncertain layouts. To state the address of an AI is the consent to use it.</summary>
    protected NormalizationOptions NormalizationOptions() => new()
    {
        Mode = NormalizationMode,
        RecipePath = RecipePath.Length > 0 ? FullPath(RecipePath) : null,
        Ai = IsStated(nameof(AiEndpoint)) || AiCredential is not null || NormalizationMode == NormalizationMode.Ai
            ? AiOptions()
            : null,
    };

    /// <summary>Gets the host of the AI service, without the secrets of its address.</summary>
    private protected string ServiceName =>
        AiEndpoint is { IsAbsoluteUri: true, Authority.Length: > 0 } ? AiEndpoint.Authority : nameof(AiEndpoint);

    /// <summary>Returns the setting that an error before the first file concerns, or null.</summary>
    private protected string? SettingOf(SpectralError error) => error.Id switch
    {
        SpectralErrorIds.RecipePathNotFound or SpectralErrorIds.InvalidRecipe => RecipePath,
        var id when id.StartsWith("Ai", StringComparison.Ordinal) => ServiceName,
        _ => null,
    };

    private AiOptions? AiOptions()
    {
        var key = AiCredential ?? ReadEnvironmentKey();
        if (key is null && !IsStated(nameof(AiEndpoint)))
            return null;
        return new AiOptions
        {
            Endpoint = AiEndpoint,
            Model = AiModel,
            Key = key,
            RedactMetadata = AiRedactMetadata,
            MaxRequests = AiMaxRequests,
            MaxTokens = AiMaxTokens,
            Timeout = TimeSpan.FromSeconds(AiTimeoutSeconds),
            MaxRetries = AiMaxRetries,
            ThrottleLimit = AiThrottleLimit,
        };
    }

    private static AiKey? ReadEnvironmentKey()
    {
        if (Environment.GetEnvironmentVariable(KeyVariable) is not { Length: > 0 } variable)
            return null;
        using var text = new SecureString();
        foreach (var c in variable.Trim())
            text.AppendChar(c);
        return text.Length > 0 ? new AiKey(text) : null;
    }
}
