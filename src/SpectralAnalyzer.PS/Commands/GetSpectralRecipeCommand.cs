using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Loading;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Emits the recipes of the user's own store and of a shared one.</summary>
[Cmdlet(VerbsCommon.Get, "SpectralRecipe")]
[OutputType(typeof(LayoutRecipe))]
public sealed class GetSpectralRecipeCommand : PSCmdlet
{
    /// <summary>The ids or names of the recipes; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [Alias("Name")]
    [RecipeCompletion]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = ["*"];

    /// <summary>Only the recipes of this file's layout.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>A shared store whose recipes are emitted too.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string RecipePath { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var paths = new FilePaths(this, static () => []);
        var unreadable = new List<string>();
        IReadOnlyList<LayoutRecipe> recipes;
        string? fingerprint;
        try
        {
            var options = new NormalizationOptions { RecipePath = RecipePath.Length > 0 ? paths.Single(RecipePath) : null };
            recipes = EngineHost.Engine.Normalization.FindRecipes(options, unreadable);
            fingerprint = Path.Length > 0 ? EngineHost.Engine.Normalization.Fingerprint(paths.Single(Path), ReadOptions.Default) : null;
        }
        catch (SpectralException e)
        {
            WriteError(ErrorRecords.From(e, Path.Length > 0 ? Path : RecipePath));
            return;
        }

        foreach (var why in unreadable)
            WriteWarning("No recipe: " + why);
        WriteObject(
            RecipeNames.Find(this, recipes, Id).Where(r => fingerprint is null || r.Fingerprint == fingerprint),
            enumerateCollection: true);
    }
}
