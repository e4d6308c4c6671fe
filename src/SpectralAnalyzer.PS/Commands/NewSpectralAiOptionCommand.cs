using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Makes an object for -Ai: which AI may be asked for uncertain layouts, and its limits. Nothing is sent.</summary>
[Cmdlet(VerbsCommon.New, "SpectralAiOption", HelpUri = OnlineHelp.Page + "New-SpectralAiOption")]
[OutputType(typeof(AiOptions))]
public sealed class NewSpectralAiOptionCommand : SpectralCommand
{
    private static readonly AiOptions s_defaults = new() { Endpoint = AiAddress.Default };

    /// <summary>
    /// The address of the AI service with its version, for example https://api.openai.com/v1 or http://localhost:11434/v1.
    /// </summary>
    [Parameter(
        Position = 0,
        HelpMessage = "The address of the AI service with its version, for example https://api.openai.com/v1 or "
            + "http://localhost:11434/v1.")]
    [ValidateNotNull]
    [AiEndpointCompletion]
    public Uri Endpoint { get; set; } = s_defaults.Endpoint;

    /// <summary>The name of the model.</summary>
    [Parameter(Position = 1, HelpMessage = "The name of the model.")]
    [ValidateNotNullOrEmpty]
    [AiModelCompletion]
    public string Model { get; set; } = s_defaults.Model;

    /// <summary>
    /// The key of the service: the password of a PSCredential, or a SecureString; by default the environment variable
    /// OPENAI_API_KEY.
    /// </summary>
    [Parameter(
        HelpMessage = "The key of the service: the password of a PSCredential, or a SecureString; by default the environment "
            + "variable OPENAI_API_KEY.")]
    [AiCredentialTransformation]
    [PSDefaultValue(Help = "the environment variable OPENAI_API_KEY")]
    [NoCompletion]
    public AiKey? Credential { get; set; }

    /// <summary>Sends header lines as they are. Without it, text that the layout does not need is masked.</summary>
    [Parameter(HelpMessage = "Sends header lines as they are.")]
    public SwitchParameter SendMetadata { get; set; }

    /// <summary>The maximum number of requests of a batch, including retries.</summary>
    [Parameter(HelpMessage = "The maximum number of requests of a batch, including retries.")]
    [ValidateRange(0, int.MaxValue)]
    [NoCompletion]
    public int MaxRequests { get; set; } = s_defaults.MaxRequests;

    /// <summary>The maximum number of tokens of a batch.</summary>
    [Parameter(HelpMessage = "The maximum number of tokens of a batch.")]
    [ValidateRange(0, int.MaxValue)]
    [NoCompletion]
    public int MaxTokens { get; set; } = (int)s_defaults.MaxTokens;

    /// <summary>The time limit for a request, until the last byte of its answer.</summary>
    [Parameter(HelpMessage = "The time limit for a request, until the last byte of its answer.")]
    [TimeSpanTransformation]
    [ValidateTimeSpan(0.1, 3600)]
    [NoCompletion]
    public TimeSpan Timeout { get; set; } = s_defaults.Timeout;

    /// <summary>The number of retries of a request after a transient error.</summary>
    [Parameter(HelpMessage = "The number of retries of a request after a transient error.")]
    [ValidateRange(0, 10)]
    [NoCompletion]
    public int MaxRetries { get; set; } = s_defaults.MaxRetries;

    /// <summary>The maximum number of requests at once.</summary>
    [Parameter(HelpMessage = "The maximum number of requests at once.")]
    [ValidateRange(1, 64)]
    [NoCompletion]
    public int ThrottleLimit { get; set; } = s_defaults.ThrottleLimit;

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(new AiOptions
    {
        Endpoint = Endpoint,
        Model = Model,
        Key = Credential,
        RedactMetadata = !SendMetadata,
        MaxRequests = MaxRequests,
        MaxTokens = MaxTokens,
        Timeout = Timeout,
        MaxRetries = MaxRetries,
        ThrottleLimit = ThrottleLimit,
    });
}
