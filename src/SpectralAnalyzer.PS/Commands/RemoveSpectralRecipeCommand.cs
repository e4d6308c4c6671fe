using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Removes recipes from the user's store.</summary>
[Cmdlet(
    VerbsCommon.Remove, "SpectralRecipe", SupportsShouldProcess = true, DefaultParameterSetName = "Id",
    HelpUri = OnlineHelp.Page + "Remove-SpectralRecipe")]
[OutputType(typeof(LayoutRecipe))]
public sealed class RemoveSpectralRecipeCommand : SpectralCommand
{
    /// <summary>The ids or names of the recipes; wildcards are allowed.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = "Id",
        HelpMessage = "The ids or names of the recipes; wildcards are allowed.")]
    [SupportsWildcards]
    [Alias("Name")]
    [RecipeCompletion]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    /// <summary>Recipes from Get-SpectralRecipe.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject",
        HelpMessage = "Recipes from Get-SpectralRecipe.")]
    [ValidateNotNull]
    [NoCompletion]
    public LayoutRecipe[] InputObject { get; set; } = [];

    /// <summary>Emits the removed recipes.</summary>
    [Parameter(HelpMessage = "Emits the removed recipes.")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var recipe in ParameterSetName == "Id" ? Named() : [.. InputObject])
        {
            if (!ShouldProcess(ShownText.From(recipe.ToString()), "Remove the recipe"))
                continue;
            RunFor(recipe.Path ?? recipe.Id, () =>
            {
                Engine.Normalization.RemoveRecipe(recipe);
                if (PassThru)
                    WriteObject(recipe);
            });
        }
    }

    private IReadOnlyList<LayoutRecipe> Named() =>
        RecipeNames.Find(this, Engine.Normalization.FindRecipes(new NormalizationOptions(), []), Id);
}
