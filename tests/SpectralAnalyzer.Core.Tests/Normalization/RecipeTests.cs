using SpectralAnalyzer.Tests;

namespace SpectralAnalyzer.Core.Tests.Normalization;

/// <summary>Recipes: who they are for, which goes first, and that none is taken on trust.</summary>
public sealed class RecipeTests : IDisposable
{
    private readonly AiRun _run = new();
    private readonly ILayoutNormalization _engine = new SpectralEngine().Normalization;

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Files_of_one_layout_have_one_fingerprint_whatever_their_values_are()
    {
        var fingerprints = Enumerable.Range(0, OddFiles.LayoutCount)
            .Select(layout => Enumerable.Range(0, 12).Select(_ => _engine.Fingerprint(_run.Odd(layout), ReadOptions.Default))
                .Distinct().ToList())
            .ToList();
        Assert.All(fingerprints, f => Assert.Single(f));
        Assert.Equal(OddFiles.LayoutCount, fingerprints.SelectMany(f => f).Distinct().Count());
    }

    [Theory]
    [InlineData("Sample: A\nUnits: nm\n", "Sample: Quite another one, 2nd try\nUnits: nm\n", true)]
    [InlineData("Sample: A\nUnits: nm\n", "Sample: A\nUnits: 1/cm\n", false)]
    [InlineData("Wavelength (nm);Absorbance\n", "Wavenumber (cm-1);Absorbance\n", false)]
    [InlineData("Wavelength (nm);Lot 17\n", "Wavelength (nm);Lot 18b\n", true)]
    [InlineData("Sample: A\n", "Sample: A\nRemark: B\n", false)]
    public void A_fingerprint_is_of_what_says_something_of_the_layout(string one, string two, bool alike)
    {
        var a = _engine.Fingerprint(
            _run.Folder.Write("a.txt", one + "400;0.1\n401;0.2\n402;0.3\n403;0.25\n"), ReadOptions.Default);
        var b = _engine.Fingerprint(
            _run.Folder.Write("b.txt", two + "500;1.1\n502;1.2\n504;-1.3\n506;1.2e-1\n508;1.4\n"), ReadOptions.Default);
        Assert.Equal(alike, a == b);
    }

    [Fact]
    public void An_approved_recipe_goes_before_an_AI_and_before_what_looks_certain()
    {
        using var server = new ChatServer(_ => OddFiles.Truth(0));
        Save(_run.Odd(), OddFiles.Truth(0), _run.Store, approved: true);
        Assert.Equal(NormalizedBy.Recipe,
            Assert.Single(_run.Run(_run.Asking(AiRun.Ai(server.Endpoint), NormalizationMode.Ai), _run.Odd())).NormalizedBy);
        // the baseline alone is new to the AI
        Assert.InRange(server.Calls.Count, 1, 2);

        var certain = _run.Folder.Write(
            "in/three.csv", "Wavelength (um);Signal;Dark\n" + string.Join('\n', Enumerable.Range(0, 50)
            .Select(i => FormattableString.Invariant($"{1.1 + (i * 0.001):F4};{3 + (i % 5)}.5;{i % 3}.25"))));
        Save(certain, ChatServer.Layout("semicolon", "point", 1, 2, 1, [3], "um"), _run.Store, approved: true);
        var result = Assert.Single(_run.Run(_run.Asking((AiOptions?)null), certain));
        Assert.Equal(NormalizedBy.Recipe, result.NormalizedBy);
        Assert.Equal([3], result.Layout!.YColumns);
    }

    [Fact]
    public void A_recipe_of_an_AI_is_not_used_where_the_user_wants_none()
    {
        using var server = new ChatServer(_ => OddFiles.Truth(0));
        _run.Run(_run.Asking(server.Endpoint), _run.Odd());
        Assert.Equal(NormalizedBy.Heuristic,
            Assert.Single(_run.Run(_run.Asking(null, NormalizationMode.Heuristic), _run.Odd())).NormalizedBy);
        foreach (var recipe in _engine.FindRecipes(_run.Asking((AiOptions?)null), []))
            _engine.SaveRecipe(recipe with { IsApproved = true }, _run.Store);
        Assert.Equal(NormalizedBy.Recipe,
            Assert.Single(_run.Run(_run.Asking(null, NormalizationMode.Heuristic), _run.Odd())).NormalizedBy);
    }

    [Fact]
    public void A_shared_store_is_read_and_never_written()
    {
        var shared = _run.Folder["shared"];
        Save(_run.Odd(), OddFiles.Truth(0), shared, approved: true);
        var before = Directory.GetFileSystemEntries(shared);
        using var server = new ChatServer(call => OddFiles.Truth(OddFiles.LayoutOf(call)));
        var results = _run.Run(_run.Asking(server.Endpoint) with { RecipePath = shared }, _run.Odd(0), _run.Odd(1));
        Assert.Equal([NormalizedBy.Recipe, NormalizedBy.Ai], results.OrderBy(r => r.Index).Select(r => r.NormalizedBy));
        Assert.Equal(before, Directory.GetFileSystemEntries(shared));
        Assert.Single(Directory.GetFiles(_run.Store, "*.json"));
    }

    [Fact]
    public void A_shared_store_that_is_not_there_is_told_at_once() => Assert.Equal(
        "RecipePathNotFound",
        Assert.Throws<SpectralException>(
            () => _run.Run(_run.Asking((AiOptions?)null) with { RecipePath = _run.Folder["nowhere"] }, _run.Odd())).Error.Id);

    [Fact]
    public void A_file_that_is_no_recipe_is_told_and_does_no_harm()
    {
        _run.Folder.Write("store/broken.json", "{ \"delimiter\": ");
        _run.Folder.Write("store/future.json", OddFiles.Truth(0).Insert(1, "\"version\":2,\"fingerprint\":\"x\","));
        Save(_run.Odd(), OddFiles.Truth(0), _run.Store, approved: true);
        Assert.Equal(NormalizedBy.Recipe, Assert.Single(_run.Run(_run.Asking((AiOptions?)null), _run.Odd())).NormalizedBy);
        Assert.Equal(2, _run.Messages.Count(m => m.Contains("No recipe", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_recipe_that_a_person_wrote_and_named_as_they_like_is_found_by_its_fingerprint()
    {
        var saved = Save(_run.Odd(), OddFiles.Truth(0), _run.Store, approved: false);
        File.Move(saved.Path!, Path.Combine(_run.Store, "our spectrometer.json"));
        var result = Assert.Single(_run.Run(_run.Asking((AiOptions?)null), _run.Odd()));
        Assert.Equal(("our spectrometer", NormalizedBy.Recipe), (result.Decision!.RecipeId, result.NormalizedBy));
    }

    [Fact]
    public void A_recipe_reads_back_as_it_was_saved()
    {
        var saved = Save(_run.Odd(), OddFiles.Truth(3), _run.Store, approved: true);
        var found = Assert.Single(_engine.FindRecipes(_run.Asking((AiOptions?)null), []));
        Assert.Equal(saved with { YColumns = [] }, found with { YColumns = [], Created = saved.Created });
        Assert.Equal(saved.YColumns, found.YColumns);
        _engine.RemoveRecipe(found);
        Assert.Empty(_engine.FindRecipes(_run.Asking((AiOptions?)null), []));
    }

    [Fact]
    public void Many_writers_of_one_store_leave_whole_recipes()
    {
        var recipe = _engine.ParseRecipe(OddFiles.Truth(0)) with { Fingerprint = "r1aabbcc" };
        Parallel.For(0, 60,
            i => _engine.SaveRecipe(recipe with { FirstDataLine = 1 + (i % 6), Reason = new string('r', 400) }, _run.Store));
        var unreadable = new List<string>();
        Assert.Equal(6, _engine.FindRecipes(_run.Asking((AiOptions?)null), unreadable).Count);
        Assert.Empty(unreadable);
        Assert.Equal(6, Directory.GetFiles(_run.Store).Length);
    }

    [Fact]
    public void A_store_that_cannot_be_written_to_is_told_and_the_batch_goes_on()
    {
        File.WriteAllText(_run.Store, "a file where the folder should be");
        using var server = new ChatServer(_ => OddFiles.Truth(0));
        var results = _run.Run(_run.Asking(server.Endpoint), _run.Odd(), _run.Odd());
        Assert.All(results,
            r => Assert.True(r.NormalizedBy is NormalizedBy.Ai or NormalizedBy.Recipe, r.NormalizedBy.ToString()));
        Assert.Single(server.Calls);
        Assert.Single(_run.Messages, m => m.Contains("cannot be saved", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../../../../evil")]
    [InlineData("r1/../../evil")]
    [InlineData("*")]
    [InlineData("..")]
    [InlineData("r1\\u0000abc")]
    public void A_fingerprint_that_could_lead_elsewhere_is_refused_wherever_it_comes_in(string fingerprint)
    {
        var json = "{\"version\":1,\"approved\":true,\"fingerprint\":\"" + fingerprint + "\"," + OddFiles.Truth(0)[1..];
        var file = _run.Folder.Write("store/evil.json", json);
        var unreadable = new List<string>();

        Assert.Empty(_engine.FindRecipes(new NormalizationOptions { OwnRecipes = _run.Store }, unreadable));

        Assert.Contains(file, Assert.Single(unreadable), StringComparison.Ordinal);
        Assert.Contains("fingerprint", unreadable[0], StringComparison.Ordinal);
    }

    private LayoutRecipe Save(string file, string json, string folder, bool approved) => _engine.SaveRecipe(
        _engine.ParseRecipe(json) with
        {
            Fingerprint = _engine.Fingerprint(file, ReadOptions.Default),
            IsApproved = approved,
            Created = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        },
        folder);
}
