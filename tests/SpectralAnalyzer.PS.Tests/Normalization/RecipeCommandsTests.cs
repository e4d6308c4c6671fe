using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Tests.Hosting;
using SpectralAnalyzer.Tests;

namespace SpectralAnalyzer.PowerShell.Tests.Normalization;

/// <summary>Get-, Save- and Remove-SpectralRecipe, and what a batch makes of the recipes.</summary>
[Collection(OddFolder.OneAtATime)]
public sealed class RecipeCommandsTests : IDisposable
{
    private const string Save =
        "Save-SpectralRecipe $file -Delimiter Tab -DecimalMark Comma -HeaderLine 0 -FirstDataLine 1 -XColumn 1 -YColumn 2 "
        + "-XUnit um -Ordinate Intensity -Name 'Spectrometer 3' -PassThru";

    private readonly OddFolder _folder = new();
    private readonly ModuleRunspace _shell = new();

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_recipe_that_a_person_saves_is_approved_found_again_and_applied_to_every_file_of_the_layout()
    {
        var saved = _shell.Run(Save, ("file", _folder.Odd())).WithoutErrors().Single<LayoutRecipe>();
        Assert.True(saved.IsApproved);
        Assert.Equal(RecipeOrigin.Human, saved.Origin);
        Assert.Equal([saved.Path], _folder.Recipes);

        foreach (var command in new[]
        {
            "Get-SpectralRecipe", "Get-SpectralRecipe 'spectrometer 3'", "Get-SpectralRecipe -Name Spec*",
                $"Get-SpectralRecipe {saved.Id}",
            "Get-SpectralRecipe -Path $other",
        })
        {
            var found = _shell.Run(command, ("other", _folder.Odd())).WithoutErrors().Single<LayoutRecipe>();
            Assert.Equal((saved.Id, "Spectrometer 3", Delimiter.Tab, DecimalMark.Comma, AxisUnit.Micrometer),
                (found.Id, found.Name, found.Delimiter, found.DecimalMark, found.XUnit));
            Assert.Equal([2], found.YColumns);
        }

        Assert.Empty(_shell.Run("Get-SpectralRecipe -Path $other; Get-SpectralRecipe nothing*", ("other", _folder.Odd(1)))
            .WithoutErrors().Output);

        var results = Batch("").WithoutErrors().As<SpectralResult>();
        Assert.Equal(7, results.Count);
        Assert.All(results.Where(r => r.Path.Contains("odd-0", StringComparison.Ordinal)), r =>
        {
            Assert.Equal((SpectralResultStatus.Succeeded, NormalizedBy.Recipe), (r.Status, r.NormalizedBy));
            Assert.Equal(saved.Id, r.Decision!.RecipeId);
            Assert.InRange(r.Comparison!.OverlapMin, 1.0999, 1.1001);
        });
        Assert.NotEqual(
            NormalizedBy.Recipe, Assert.Single(results, r => r.Path.Contains("odd-1", StringComparison.Ordinal)).NormalizedBy);
    }

    [Fact]
    public void A_recipe_as_JSON_is_checked_against_the_sample_before_it_is_saved()
    {
        var file = _folder.Odd();
        var right = _shell.Run("Save-SpectralRecipe $file -Json $json -PassThru", ("file", file), ("json", OddFiles.Truth(0)))
            .WithoutErrors().Single<LayoutRecipe>();
        Assert.Equal((DecimalMark.Comma, true, null), (right.DecimalMark, right.IsApproved, right.Name));

        foreach (var wrong in new[] { OddFiles.Truth(0).Replace(
            "\"y_columns\":[2]", "\"y_columns\":[9]", StringComparison.Ordinal), "{\"delimiter\":\"tab\"}", "Read it by tabs." })
        {
            var outcome = _shell.Run("Save-SpectralRecipe $file -Json $json -PassThru", ("file", file), ("json", wrong));
            Assert.Empty(outcome.Output);
            Assert.Single(outcome.Errors);
        }

        Assert.Single(_folder.Recipes);
    }

    [Fact]
    public void Nothing_is_saved_or_removed_under_WhatIf()
    {
        var file = _folder.Odd();
        _shell.Run(Save + " -WhatIf", ("file", file)).WithoutErrors();
        Assert.Empty(_folder.Recipes);
        _shell.Run(Save, ("file", file)).WithoutErrors();
        _shell.Run("Remove-SpectralRecipe * -WhatIf").WithoutErrors();
        Assert.Single(_folder.Recipes);
    }

    [Fact]
    public void Recipes_are_removed_by_name_id_wildcard_or_as_objects_and_one_that_is_not_there_is_an_error()
    {
        for (var layout = 0; layout < 4; layout++)
        {
            _shell.Run("Save-SpectralRecipe $file -Json $json -Name $name", ("file", _folder.Odd(layout)),
                ("json", OddFiles.Truth(layout)), ("name", $"device {layout}"))
                .WithoutErrors();
        }

        Assert.Equal(4, _folder.Recipes.Length);
        Assert.Empty(_shell.Run("Remove-SpectralRecipe 'device 0'").WithoutErrors().Output);
        Assert.Equal("device 1", _shell.Run("Remove-SpectralRecipe (Get-SpectralRecipe 'device 1').Id -PassThru").WithoutErrors()
            .Single<LayoutRecipe>().Name);
        Assert.Equal("device 2",
            _shell.Run("Get-SpectralRecipe *2 | Remove-SpectralRecipe -PassThru").WithoutErrors().Single<LayoutRecipe>().Name);
        var error = Assert.Single(_shell.Run("Remove-SpectralRecipe 'device 0'").Errors);
        Assert.StartsWith("RecipeNotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        var sought = _shell.Run("Get-SpectralRecipe nosuch, *nosuch*");
        Assert.Equal(("nosuch", "RecipeNotFound"),
            (Assert.Single(sought.Errors).TargetObject, sought.Errors[0].FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Single(_folder.Recipes);
        _shell.Run("Remove-SpectralRecipe device*; Remove-SpectralRecipe device*").WithoutErrors();
        Assert.Empty(_folder.Recipes);
    }

    [Fact]
    public void A_shared_store_is_read_and_never_written_and_what_is_no_recipe_in_it_is_told()
    {
        var shared = _folder["lab"];
        _shell.Run(Save + " -RecipePath $shared", ("file", _folder.Odd()), ("shared", shared)).WithoutErrors();
        var before = Directory.GetFiles(shared).ToDictionary(f => f, File.ReadAllBytes);
        Assert.Single(before);
        Assert.Empty(_shell.Run("Get-SpectralRecipe").WithoutErrors().Output);
        Assert.Equal(
            "Spectrometer 3", _shell.Run("Get-SpectralRecipe -RecipePath $shared").WithoutErrors().Single<LayoutRecipe>().Name);

        using var server = OddFolder.Truthful();
        _folder.Odd(1);
        var results = Batch("-RecipePath $shared -Ai $ai", ("shared", shared), ("ai", server.Endpoint)).WithoutErrors()
            .As<SpectralResult>();
        Assert.Equal([NormalizedBy.Recipe, NormalizedBy.Ai], results.Select(r => r.NormalizedBy));
        Assert.Single(server.Calls);
        Assert.Single(_folder.Recipes);
        Assert.Equal(before.Keys, Directory.GetFiles(shared));
        Assert.All(before, f => Assert.Equal(f.Value, File.ReadAllBytes(f.Key)));
        // one recipe's file is a store too
        Assert.Equal("Spectrometer 3", _shell.Run("Get-SpectralRecipe Spec* -RecipePath $one", ("one", before.Keys.Single()))
            .WithoutErrors().Single<LayoutRecipe>().Name);

        _folder.Write("lab/notes.json", "not a recipe");
        var outcome = _shell.Run("Get-SpectralRecipe Spec* -RecipePath $shared").WithoutErrors();
        Assert.Single(outcome.Output);
        Assert.Contains("notes.json", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        var missing = Assert.Single(_shell.Run("Get-SpectralRecipe -RecipePath $none", ("none", _folder["none"])).Errors);
        Assert.StartsWith("RecipePathNotFound", missing.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_AI_answered_can_be_approved_and_copied()
    {
        using var server = OddFolder.Truthful();
        _folder.Odd();
        Batch("-Ai $ai", ("ai", server.Endpoint)).WithoutErrors();
        var answered = _shell.Run("Get-SpectralRecipe").WithoutErrors().Single<LayoutRecipe>();
        Assert.Equal((RecipeOrigin.Ai, false), (answered.Origin, answered.IsApproved));
        Assert.Empty(_shell.Run("Get-SpectralRecipe | Approve-SpectralRecipe -WhatIf").WithoutErrors().Output);
        Assert.False(_shell.Run("Get-SpectralRecipe").WithoutErrors().Single<LayoutRecipe>().IsApproved);
        Assert.Empty(_shell.Run("Approve-SpectralRecipe *").WithoutErrors().Output);
        var approved = _shell.Run(
            "Get-SpectralRecipe | Approve-SpectralRecipe -PassThru | Save-SpectralRecipe -Name mine -PassThru")
            .WithoutErrors().Single<LayoutRecipe>();
        Assert.Equal((true, "mine"), (approved.IsApproved, approved.Name));
        Assert.Single(_folder.Recipes);
        _shell.Run("Get-SpectralRecipe mine | Save-SpectralRecipe -RecipePath $lab", ("lab", _folder["lab"])).WithoutErrors();
        Assert.Single(Directory.GetFiles(_folder["lab"]));
        // approved, it is applied where no AI may decide
        Assert.Equal(
            NormalizedBy.Recipe, Batch("-NormalizationMode Heuristic").WithoutErrors().Single<SpectralResult>().NormalizedBy);
    }

    [Theory]
    [InlineData("Get-SpectralRecipe ", "'Device ''4'' `[b`]' Plain {0} 'Spectrometer 3'")]
    [InlineData("Get-SpectralRecipe -Name sp", "'Spectrometer 3'")]
    [InlineData("Get-SpectralRecipe -Id 'Spectrometer", "'Spectrometer 3'")]
    [InlineData("Remove-SpectralRecipe -Name p", "Plain")]
    [InlineData("Remove-SpectralRecipe ", "'Device ''4'' `[b`]' Plain {0} 'Spectrometer 3'")]
    [InlineData("Get-SpectralRecipe -RecipePath '{1}' -Name lab", "'Lab one'")]
    [InlineData("Get-SpectralRecipe -RecipePath '{1}/missing' -Name ", "")]
    public void Tab_offers_the_names_of_recipes_and_the_ids_of_those_without(string line, string expected)
    {
        string[] names = ["Spectrometer 3", "Plain", "Device '4' [b]"];
        for (var layout = 0; layout < names.Length; layout++)
            _shell.Run("Save-SpectralRecipe $file -Json $json -Name $name", ("file", _folder.Odd(layout)),
                ("json", OddFiles.Truth(layout)), ("name", names[layout])).WithoutErrors();
        var nameless = _shell.Run(
            "Save-SpectralRecipe $file -Json $json -PassThru", ("file", _folder.Odd(3)), ("json", OddFiles.Truth(3)))
            .WithoutErrors().Single<LayoutRecipe>();
        _shell.Run("Save-SpectralRecipe $file -Json $json -Name 'Lab one' -RecipePath $lab", ("file", _folder.Odd(4)),
            ("json", OddFiles.Truth(4)), ("lab", _folder["lab"])).WithoutErrors();

        string Filled(string text) =>
            text.Replace("{0}", nameless.Id, StringComparison.Ordinal).Replace("{1}", _folder["lab"], StringComparison.Ordinal);
        var offered = _shell.Run(
            "[System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches",
                ("line", Filled(line)))
            .WithoutErrors().As<CompletionResult>().Select(c => c.CompletionText).ToList();
        Assert.Equal(Filled(expected), string.Join(' ', offered));
        // what is offered is what is found
        foreach (var word in offered.Where(_ => !line.Contains("-RecipePath", StringComparison.Ordinal)))
            Assert.Single(_shell.Run("Get-SpectralRecipe " + word).WithoutErrors().Output);
    }

    private RunOutcome Batch(string more, params (string, object?)[] variables) =>
        _shell.Run($"Invoke-SpectralBatch -Path '{_folder.In}' -Baseline '{_folder.Baseline}' -NoGraph {more}", variables);
}
