using System.Management.Automation;
using System.Security;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Defaults;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of the cmdlets that resolve uncertain layouts with recipes and an AI.</summary>
public abstract class NormalizingCommand : ReadingCommand
{
    private const string KeyVariable = "OPENAI_API_KEY";

    /// <summary>
    /// What to do with a file whose layout is uncertain; it never changes y: SNV, area and the like are the step normalize.
    /// </summary>
    [Parameter(
        HelpMessage = "What to do with a file whose layout is uncertain; it never changes y: SNV, area and the like are the "
            + "step normalize.")]
    [NormalizationModeTransformation]
    public NormalizationMode NormalizationMode { get; set; }

    /// <summary>
    /// The AI that may be asked for layouts: an object of New-SpectralAiOption, or the address of a service. Without it, nothing
    /// is sent.
    /// </summary>
    [Parameter(
        HelpMessage = "The AI that may be asked for layouts: an object of New-SpectralAiOption, or the address of a service.")]
    [ValidateNotNull]
    [AiTransformation]
    [AiEndpointCompletion]
    [SuppliedByDefault]
    public AiOptions? Ai { get; set; }

    /// <summary>A shared, read-only recipe store: a folder, or the file of one recipe.</summary>
    [Parameter(HelpMessage = "A shared, read-only recipe store: a folder, or the file of one recipe.")]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    public string RecipePath { get; set; } = "";

    /// <summary>Returns how to resolve uncertain layouts. To state an AI is the consent to use it.</summary>
    protected NormalizationOptions NormalizationOptions() => new()
    {
        Mode = NormalizationMode,
        RecipePath = RecipePath.Length > 0 ? FullPath(RecipePath) : null,
        Ai = AiWithKey(),
    };

    /// <summary>Gets the host of the AI service, without the secrets of its address.</summary>
    private protected string ServiceName => AiAddress.Host(Ai?.Endpoint ?? AiAddress.Default) is { Length: > 0 } host
        ? host
        : nameof(Ai);

    /// <summary>Returns the setting that an error before the first file concerns, or null.</summary>
    private protected string? SettingOf(SpectralError error) => error.Id switch
    {
        SpectralErrorIds.RecipePathNotFound or SpectralErrorIds.InvalidRecipe => RecipePath,
        var id when id.StartsWith("Ai", StringComparison.Ordinal) => ServiceName,
        _ => null,
    };

    // the mode Ai with a key in the environment is a consent too
    private AiOptions? AiWithKey()
    {
        if (Ai is null && NormalizationMode != NormalizationMode.Ai)
            return null;
        var key = Ai?.Key ?? ReadEnvironmentKey();
        return Ai is null && key is null ? null : (Ai ?? new AiOptions { Endpoint = AiAddress.Default }) with { Key = key };
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
