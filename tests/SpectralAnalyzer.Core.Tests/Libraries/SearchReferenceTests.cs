using System.Text.Json;
using SpectralAnalyzer.Core.Libraries;

namespace SpectralAnalyzer.Core.Tests.Libraries;

/// <summary>
/// Scores are those of numpy 1.24.2, and non-negative least squares those of scipy 1.10.1: TestData/Libraries/make-golden.py.
/// </summary>
public sealed class SearchReferenceTests
{
    private static readonly JsonElement s_golden = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", "Libraries", "golden.json"))).RootElement;

    private static double[] X => Numbers(s_golden.GetProperty("x"));

    // scores64 are of the spectra as they are, scores of what float32 keeps of them
    [Theory]
    [InlineData(SearchMetric.Correlation, "scores", 1e-12)]
    [InlineData(SearchMetric.Cosine, "scores", 1e-12)]
    [InlineData(SearchMetric.DerivativeCorrelation, "scores", 1e-12)]
    [InlineData(SearchMetric.Euclidean, "scores", 1e-12)]
    [InlineData(SearchMetric.Correlation, "scores64", 5e-8)]
    [InlineData(SearchMetric.Cosine, "scores64", 5e-8)]
    [InlineData(SearchMetric.DerivativeCorrelation, "scores64", 5e-8)]
    [InlineData(SearchMetric.Euclidean, "scores64", 5e-8)]
    public void Scores_are_those_of_numpy(SearchMetric metric, string precision, double tolerance)
    {
        using var folder = new LibraryFolder();
        folder.Make(Library());
        double largest = 0;
        foreach (var query in s_golden.GetProperty("queries").EnumerateArray())
        {
            var match = Find(folder, query, new SpectralSearchOptions { Metric = metric, Top = 14 });
            var expected = Numbers(query.GetProperty(precision).GetProperty(metric.ToString()));
            Assert.Equal(expected.Length, match.Hits.Count);
            foreach (var hit in match.Hits)
                largest = Math.Max(largest, Math.Abs(hit.Score - expected[hit.Item.Index - 1]));
            var sign = metric == SearchMetric.Euclidean ? -1 : 1;
            Assert.Equal(match.Hits.Select(h => sign * h.Score).OrderDescending(), match.Hits.Select(h => sign * h.Score));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{metric} {precision}: largest deviation {largest:E1}");
        Assert.InRange(largest, 0, tolerance);
    }

    [Fact]
    public void Non_negative_least_squares_is_that_of_scipy()
    {
        double largest = 0;
        foreach (var problem in s_golden.GetProperty("nnls").EnumerateArray())
        {
            var columns = problem.GetProperty("columns").EnumerateArray().Select(Numbers).ToArray();
            var b = Numbers(problem.GetProperty("b"));
            var expected = Numbers(problem.GetProperty("x"));

            var x = NonNegativeLeastSquares.Solve(columns, b);

            Assert.Equal(expected.Select(v => v > 0), x.Select(v => v > 0));
            largest = Math.Max(largest, x.Zip(expected, (a, e) => Math.Abs(a - e)).Max());
            var residual = Math.Sqrt(NonNegativeLeastSquares.Residual(columns, b, x).Sum(v => v * v));
            Assert.Equal(problem.GetProperty("residual").GetDouble(), residual, 12);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"largest deviation {largest:E1}");
        Assert.InRange(largest, 0, 1e-12);
    }

    [Fact]
    public void A_mixture_is_taken_apart()
    {
        using var folder = new LibraryFolder();
        folder.Make(Library());
        var query = s_golden.GetProperty("queries").EnumerateArray().Single(q => q.GetProperty("name").GetString() == "mixture");

        var mixture = Find(folder, query, new SpectralSearchOptions { FindsMixture = true }).Mixture;

        Assert.NotNull(mixture);
        Assert.Equal(["s1", "s9"], mixture.Components.Select(c => c.Name));
        Assert.Equal(0.7, mixture.Components[0].Factor, 6);
        Assert.Equal(0.3, mixture.Components[1].Factor, 6);
        Assert.Equal(1, mixture.Components.Sum(c => c.Share), 12);
        Assert.InRange(mixture.Residual, 0, 1e-6);
        Assert.Equal(X.Length, mixture.Remainder.Count);
    }

    [Fact]
    public void Of_a_query_that_covers_a_part_only_that_part_is_compared()
    {
        using var folder = new LibraryFolder();
        folder.Make(Library());
        var query = s_golden.GetProperty("queries").EnumerateArray().Single(q => q.GetProperty("name").GetString() == "partial");

        var match = Find(folder, query, new SpectralSearchOptions());

        Assert.Equal(110.0 / 160, match.Coverage, 12);
        Assert.All(match.Hits, hit => Assert.Equal(110.0 / 160, hit.Coverage, 12));
        Assert.Contains("68.8 %", Assert.Single(match.Warnings), StringComparison.Ordinal);
        Assert.Equal("s7", match.Name);
    }

    private static SpectralMatch Find(LibraryFolder folder, JsonElement query, SpectralSearchOptions options)
    {
        var y = Numbers(query.GetProperty("y"));
        var first = query.GetProperty("first").GetInt32();
        var ranges = query.GetProperty("ranges").EnumerateArray().Select(Numbers).Select(r => new SpectralRange(r[0], r[1]));
        return folder.Find(
            options with { Ranges = [.. ranges] }, LibraryFolder.Make("query", X[first..(first + y.Length)], y)).Single();
    }

    private static IEnumerable<Spectrum> Library() => s_golden.GetProperty("library").EnumerateArray()
        .Select((y, i) => LibraryFolder.Make($"s{i}", X, Numbers(y)));

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(value => value.GetDouble())];
}
