using SpectralAnalyzer.Core.Tests.Normalization;
using SpectralAnalyzer.Tests;

namespace SpectralAnalyzer.Core.Tests.Runs;

/// <summary>What was read by a guess is read again once somebody knows better, and not before.</summary>
public sealed class IncrementalLayoutTests : IDisposable
{
    private readonly AiRun _run = new();
    private readonly ILayoutNormalization _engine = new SpectralEngine().Normalization;

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_guess_is_replaced_once_there_is_a_recipe(bool isApproved)
    {
        var file = _run.Odd();
        Assert.Equal(NormalizedBy.Heuristic, Run(null, file).NormalizedBy);
        Assert.Equal(SpectralResultStatus.Skipped, Run(null, file).Status);

        Save(file, OddFiles.Truth(0), isApproved);

        var read = Run(null, file);
        Assert.Equal((SpectralResultStatus.Succeeded, NormalizedBy.Recipe), (read.Status, read.NormalizedBy));
        Assert.Equal(SpectralResultStatus.Skipped, Run(null, file).Status);
    }

    [Fact]
    public void A_recipe_that_does_not_hold_for_the_file_changes_nothing()
    {
        var file = _run.Odd();
        Run(null, file);
        Save(file, ChatServer.Layout("semicolon", "comma", null, 1, 5, [6]), isApproved: true);
        Assert.Equal(SpectralResultStatus.Skipped, Run(null, file).Status);
    }

    [Fact]
    public void A_guess_is_replaced_once_an_AI_may_be_asked_and_what_that_taught_makes_nothing_anew()
    {
        using var server = new ChatServer(_ => OddFiles.Truth(0));
        string[] files = [_run.Odd(), _run.Odd(), _run.Odd()];
        _run.Run(Options(null), files);

        var asked = _run.Run(Options(AiRun.Ai(server.Endpoint)), files);
        Assert.All(asked, r => Assert.Equal(SpectralResultStatus.Succeeded, r.Status));
        Assert.Equal([NormalizedBy.Recipe, NormalizedBy.Recipe, NormalizedBy.Ai], asked.Select(r => r.NormalizedBy).Order());

        Assert.All(
            _run.Run(Options(AiRun.Ai(server.Endpoint)), files), r => Assert.Equal(SpectralResultStatus.Skipped, r.Status));
        Assert.Single(server.Calls);
    }

    [Fact]
    public void What_looked_certain_is_read_again_once_a_person_vouches_for_another_layout()
    {
        var certain = _run.Folder.Write(
            "in/three.csv",
            "Wavelength (um);Signal;Dark\n" + string.Join('\n', Enumerable.Range(0, 50).Select(
                i => FormattableString.Invariant($"{1.1 + (i * 0.001):F4};{3 + (i % 5)}.5;{i % 3}.25"))));
        var before = _run.Run(Options(null), certain);
        Assert.All(_run.Run(Options(null), certain), r => Assert.Equal(SpectralResultStatus.Skipped, r.Status));

        Save(certain, ChatServer.Layout("semicolon", "point", 1, 2, 1, [3], "um"), isApproved: true);

        var after = Run(null, certain);
        Assert.Equal((SpectralResultStatus.Succeeded, NormalizedBy.Recipe), (after.Status, after.NormalizedBy));
        Assert.NotEqual(before[0].Layout!.YColumns, after.Layout!.YColumns);
        Assert.Equal(SpectralResultStatus.Skipped, Run(null, certain).Status);
    }

    [Fact]
    public void A_baseline_that_is_read_by_a_recipe_now_makes_all_anew()
    {
        var baseline = _run.Odd();
        var file = _run.Folder.Write("in/plain.csv", OddFiles.Baseline());
        BatchOptions options = Options(null) with { Baseline = baseline };
        var before = Assert.Single(_run.Run(options, file)).Status;
        Save(baseline, OddFiles.Truth(0), isApproved: true);
        var after = Assert.Single(_run.Run(options, file));
        Assert.NotEqual(SpectralResultStatus.Skipped, before);
        Assert.Equal(SpectralResultStatus.Succeeded, after.Status);
        Assert.Equal(SpectralResultStatus.Skipped, Assert.Single(_run.Run(options, file)).Status);
    }

    private SpectralResult Run(AiOptions? ai, string file) => Assert.Single(_run.Run(Options(ai), file));

    private BatchOptions Options(AiOptions? ai) => _run.Options(_run.Asking(ai)) with { Incremental = true };

    private void Save(string file, string layout, bool isApproved) => _engine.SaveRecipe(
        _engine.ParseRecipe(layout) with
        {
            Fingerprint = _engine.Fingerprint(file, ReadOptions.Default),
            IsApproved = isApproved,
            Created = DateTime.UtcNow,
        },
        _run.Store);
}
