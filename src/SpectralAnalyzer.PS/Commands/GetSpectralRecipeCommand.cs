using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Emits the recipes of the user's store and of a shared store.</summary>
[Cmdlet(VerbsCommon.Get, "SpectralRecipe", DefaultParameterSetName = PathSet, HelpUri = OnlineHelp.Page + "Get-SpectralRecipe")]
[OutputType(typeof(LayoutRecipe))]
public sealed class GetSpectralRecipeCommand : SpectralCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The ids or names of the recipes; wildcards are allowed.</summary>
    [Parameter(Position = 0, HelpMessage = "The ids or names of the recipes; wildcards are allowed.")]
    [SupportsWildcards]
    [Alias("Name")]
    [RecipeCompletion]
    [ValidateNotNullOrEmpty]
    public string[] Id { get; set; } = ["*"];

    /// <summary>Files; only the recipes for their layouts are emitted. Wildcards are allowed.</summary>
    [Parameter(ParameterSetName = PathSet, HelpMessage = "Files; only the recipes for their layouts are emitted.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [SpectralFileCompletion]
    public string[] Path { get; set; } = [];

    /// <summary>Files without wildcards; only the recipes for their layouts are emitted.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet,
        HelpMessage = "Files without wildcards; only the recipes for their layouts are emitted.")]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>A shared store, whose recipes are also emitted.</summary>
    [Parameter(HelpMessage = "A shared store, whose recipes are also emitted.")]
    [ValidateNotNullOrEmpty]
    [FolderCompletion]
    public string RecipePath { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Path.Length == 0 && LiteralPath.Length == 0)
        {
            RunFor(RecipePath, () => Emit(null));
            return;
        }

        foreach (var file in FindItems(Path, LiteralPath))
            RunFor(file, () => Emit(file));
    }

    private void Emit(string? file)
    {
        var unreadable = new List<string>();
        var options = new NormalizationOptions { RecipePath = ResolveOptionalPath(RecipePath) };
        var recipes = Engine.Normalization.FindRecipes(options, unreadable);
        var fingerprint = file is null ? null : Engine.Normalization.Fingerprint(file, ReadOptions.Default);
        foreach (var why in unreadable)
            this.Warn("Not a recipe: " + why);
        WriteObject(
            RecipeNames.Find(this, recipes, Id).Where(r => fingerprint is null || r.Fingerprint == fingerprint),
            enumerateCollection: true);
    }
}
