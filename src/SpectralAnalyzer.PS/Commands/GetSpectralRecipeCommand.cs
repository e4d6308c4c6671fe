using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Emits the recipes of the user's store and of a shared store.</summary>
[Cmdlet(VerbsCommon.Get, "SpectralRecipe")]
[OutputType(typeof(LayoutRecipe))]
public sealed class GetSpectralRecipeCommand : SpectralCommand
{
    /// <summary>The ids or names of the recipes; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [Alias("Name")]
    [RecipeCompletion]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = ["*"];

    /// <summary>A file; only the recipes for its layout are emitted.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>A shared store, whose recipes are also emitted.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string RecipePath { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord() => RunFor(Path.Length > 0 ? Path : RecipePath, () =>
    {
        var unreadable = new List<string>();
        var options = new NormalizationOptions { RecipePath = ResolveOptionalPath(RecipePath) };
        var recipes = Engine.Normalization.FindRecipes(options, unreadable);
        var fingerprint = Path.Length > 0 ? Engine.Normalization.Fingerprint(ResolvePath(Path), ReadOptions.Default) : null;
        foreach (var why in unreadable)
            this.Warn("Not a recipe: " + why);
        WriteObject(
            RecipeNames.Find(this, recipes, Id).Where(r => fingerprint is null || r.Fingerprint == fingerprint),
            enumerateCollection: true);
    });
}
