namespace SpectralAnalyzer.Core.Tests.Processing;

/// <summary>The steps make what scipy, pybaselines and numpy make of the same spectra.</summary>
public sealed class ReferenceVectorTests(ITestOutputHelper output)
{
    public static TheoryData<string> Kinds => [.. ReferenceVectors.All.Select(vector => vector.Kind).Distinct()];

    [Fact]
    public void The_formulas_give_the_spectra_that_the_tools_had() => Assert.All(ReferenceVectors.Spectra, pair =>
    {
        var (x, y) = ReferenceVectors.Sums(pair.Key);
        Assert.Equal(x, pair.Value.X.Sum(), 1e-12 * x);
        Assert.Equal(y, pair.Value.Y.Sum(), 1e-12 * y);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_step_makes_what_the_tool_makes(string kind)
    {
        var vectors = ReferenceVectors.All.Where(vector => vector.Kind == kind).ToArray();

        var deviations = vectors.Select(vector => (Vector: vector, Deviation: vector.Deviation())).ToArray();

        output.WriteLine($"{kind} | {vectors[0].Tool} | {vectors.Length} vectors | {deviations.Max(d => d.Deviation):0.0e+0}");
        Assert.All(deviations, d => Assert.True(
            d.Deviation <= d.Vector.Tolerance, $"{d.Vector}: {d.Deviation:0.0e+0} from {d.Vector.Tool}"));
    }

    [Fact]
    public void Every_edge_that_is_offered_is_held()
    {
        var offered = Prepare.Processing.Steps.SelectMany(step => step.Parameters.Where(p => p.Name == "edge")
            .SelectMany(p => p.Choices.Select(choice => $"{step} {choice}"))).Order().ToArray();
        var held = ReferenceVectors.All.Where(vector => vector.Parameters.ContainsKey("edge"))
            .Select(vector => $"{vector.Kind} {vector.Parameters["edge"]}").Distinct().Order();

        Assert.NotEmpty(offered);
        Assert.Equal(offered, held);
    }
}
