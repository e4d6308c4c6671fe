using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Approves recipes that an AI made, so that they are applied where no AI may decide.</summary>
[Cmdlet(
    VerbsLifecycle.Approve, "SpectralRecipe", SupportsShouldProcess = true, DefaultParameterSetName = IdSet,
    HelpUri = OnlineHelp.Page + "Approve-SpectralRecipe")]
[OutputType(typeof(LayoutRecipe))]
public sealed class ApproveSpectralRecipeCommand : SpectralCommand
{
    private const string IdSet = "Id";
    private const string RecipeSet = "InputObject";

    /// <summary>The ids or names of the recipes; wildcards are allowed.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = IdSet,
        HelpMessage = "The ids or names of the recipes; wildcards are allowed.")]
    [SupportsWildcards]
    [Alias("Name")]
    [RecipeCompletion]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = [];

    /// <summary>A shared store, whose recipes are also found.</summary>
    [Parameter(ParameterSetName = IdSet, HelpMessage = "A shared store, whose recipes are also found.")]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    public string RecipePath { get; set; } = "";

    /// <summary>Recipes from Get-SpectralRecipe.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true, ParameterSetName = RecipeSet,
        HelpMessage = "Recipes from Get-SpectralRecipe.")]
    [ValidateNotNull]
    [NoCompletion]
    public LayoutRecipe[] InputObject { get; set; } = [];

    /// <summary>Emits the approved recipes.</summary>
    [Parameter(HelpMessage = "Emits the approved recipes.")]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IReadOnlyList<LayoutRecipe> recipes = InputObject;
        if (ParameterSetName == IdSet)
            RunRequired(RecipePath, () => recipes = Named());
        foreach (var recipe in recipes)
            RunFor(recipe.Path ?? recipe.Id, () => Approve(recipe));
    }

    private void Approve(LayoutRecipe recipe)
    {
        var approved = recipe;
        if (recipe.IsApproved)
        {
            this.WriteDetail($"The recipe '{recipe}' is approved already.");
        }
        else
        {
            if (!ShouldProcess(ShownText.From(recipe.ToString()), "Approve the recipe"))
                return;
            var store = recipe.Path is { } path ? System.IO.Path.GetDirectoryName(path) : null;
            approved = Engine.Normalization.SaveRecipe(recipe with { IsApproved = true }, store);
        }

        if (PassThru)
            WriteObject(approved);
    }

    private IReadOnlyList<LayoutRecipe> Named()
    {
        var options = new NormalizationOptions { RecipePath = ResolveOptionalPath(RecipePath) };
        return RecipeNames.Find(this, Engine.Normalization.FindRecipes(options, []), Id);
    }
}
