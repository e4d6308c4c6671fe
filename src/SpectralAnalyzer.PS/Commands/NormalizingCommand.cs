using System.Management.Automation;
using System.Security;
using SpectralAnalyzer.PowerShell.Completion;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>What the cmdlets share that settle uncertain layouts: recipes, and the AI that may be asked.</summary>
public abstract class NormalizingCommand : ReadingCommand
{
    private const string KeyVariable = "OPENAI_API_KEY";

    /// <summary>What is done with a file whose layout is not certain.</summary>
    [Parameter]
    public NormalizationMode NormalizationMode { get; set; }

    /// <summary>The address of the AI's service, with its version: https://api.openai.com/v1, http://localhost:11434/v1. Without it nothing is ever sent.</summary>
    [Parameter]
    [ValidateNotNull]
    public Uri AiEndpoint { get; set; } = new("https://api.openai.com/v1");

    /// <summary>The model's name as the service calls it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string AiModel { get; set; } = "gpt-4o-mini";

    /// <summary>The service's key: a PSCredential whose password it is, or a SecureString; without it that of the environment variable OPENAI_API_KEY.</summary>
    [Parameter]
    [AiCredentialTransformation]
    public AiKey? AiCredential { get; set; }

    /// <summary>Masks what header lines hold that the layout does not need. On unless it is switched off with -AiRedactMetadata:$false.</summary>
    [Parameter]
    public SwitchParameter AiRedactMetadata { get; set; } = true;

    /// <summary>How many requests may be made, repeated ones included.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int AiMaxRequests { get; set; } = 100;

    /// <summary>How many tokens may be used.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int AiMaxTokens { get; set; } = 500_000;

    /// <summary>How many seconds one request may take, until the last byte of its answer.</summary>
    [Parameter]
    [ValidateRange(0.1, 3600.0)]
    public double AiTimeoutSeconds { get; set; } = 60;

    /// <summary>How many times a request is repeated that failed for a reason that may pass.</summary>
    [Parameter]
    [ValidateRange(0, 10)]
    public int AiMaxRetries { get; set; } = 2;

    /// <summary>How many requests may be under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int AiThrottleLimit { get; set; } = 4;

    /// <summary>A shared store of recipes, a folder or one recipe's file, that is read and never written.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string RecipePath { get; set; } = "";

    /// <summary>How uncertain layouts are settled. An AI is set up where its address is stated: that is the consent to send excerpts there.</summary>
    protected NormalizationOptions NormalizationOptions() => new()
    {
        Mode = NormalizationMode,
        RecipePath = RecipePath.Length > 0 ? FullPath(RecipePath) : null,
        Ai = IsStated(nameof(AiEndpoint)) || AiCredential is not null || NormalizationMode == NormalizationMode.Ai
            ? AiOptions()
            : null,
    };

    /// <summary>The service that an AI is asked at, without what is secret in its address.</summary>
    private protected string ServiceName => AiEndpoint is { IsAbsoluteUri: true, Authority.Length: > 0 } ? AiEndpoint.Authority : nameof(AiEndpoint);

    /// <summary>What an error is about that ends the work before the first file, where it is one of these settings; else null.</summary>
    /// <param name="error">The error.</param>
    private protected string? SettingOf(SpectralError error) => error.Id switch
    {
        SpectralErrorIds.RecipePathNotFound or SpectralErrorIds.InvalidRecipe => RecipePath,
        var id when id.StartsWith("Ai", StringComparison.Ordinal) => ServiceName,
        _ => null,
    };

    private AiOptions? AiOptions()
    {
        var key = AiCredential ?? KeyOfEnvironment();
        // neither an address nor a key: there is nothing to ask
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

    private static AiKey? KeyOfEnvironment()
    {
        if (Environment.GetEnvironmentVariable(KeyVariable) is not { Length: > 0 } variable)
            return null;
        using var text = new SecureString();
        foreach (var c in variable.Trim())
            text.AppendChar(c);
        return text.Length > 0 ? new AiKey(text) : null;
    }
}
