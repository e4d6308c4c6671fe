using System.Globalization;
using System.Text.Json;
using static System.FormattableString;

namespace SpectralAnalyzer.Core.Tests.Models;

/// <summary>
/// Models against scikit-learn 1.2.1, NumPy 1.24.2 and SciPy 1.10.1 (TestData/models/make-models.py) and pls 2.8.1 for R 4.2.2
/// (make-pls.R).
/// </summary>
public sealed class ModelReferenceTests(ITestOutputHelper output)
{
    private const double Precision = 1e-9;

    private static readonly SpectralEngine s_engine = new();
    private static readonly JsonElement s_golden = JsonDocument.Parse(File.ReadAllText(PathOf("models.json"))).RootElement;

    private double _largest;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Principal_components_and_limits_are_those_of_scikit_learn_and_scipy(int index) =>
        AssertPrincipal(s_golden.GetProperty("principal")[index], step: 1);

    // 30 spectra of 15 points: the matrix of the products of the columns is the smaller one
    [Fact]
    public void Fewer_points_than_spectra_give_the_same_model() => AssertPrincipal(s_golden.GetProperty("fewPoints"), step: 4);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Regression_and_the_error_of_predictions_are_those_of_scikit_learn_and_scipy(int index)
    {
        var golden = s_golden.GetProperty("regression")[index];
        var model = Learn(golden, step: 1, Numbers(s_golden.GetProperty("property")));
        AssertNear(golden.GetProperty("standardError").GetDouble(), model.Regression!.StandardError);
        AssertNear(golden.GetProperty("rSquared").GetDouble(), model.Regression.RSquared);
        AssertNear(golden.GetProperty("qLimit").GetDouble(), model.Limits.Q);
        var results = Measure(model, step: 1);
        for (var i = 0; i < results.Length; i++)
        {
            AssertNear(golden.GetProperty("predicted")[i].GetDouble(), results[i].Value);
            AssertNear(golden.GetProperty("predictionError")[i].GetDouble(), results[i].StandardError);
            AssertNear(golden.GetProperty("halfWidth")[i].GetDouble(), results[i].Upper - results[i].Value);
            AssertNear(golden.GetProperty("halfWidth")[i].GetDouble(), results[i].Value - results[i].Lower);
            AssertNear(golden.GetProperty("t2")[i].GetDouble(), results[i].T2);
            AssertNear(golden.GetProperty("q")[i].GetDouble(), results[i].Q);
        }

        foreach (var (found, validation) in golden.GetProperty("validation").EnumerateArray().Zip(model.Validation))
        {
            AssertNear(found[0].GetDouble(), validation.Error);
            Assert.Equal(found[1].GetDouble(), validation.Bias, 1e-10);
            AssertNear(found[2].GetDouble(), validation.RSquared);
        }

        output.WriteLine(Invariant($"largest relative deviation {_largest:G2}"));
    }

    [Fact]
    public void Cross_validated_errors_are_those_of_pls_for_R()
    {
        var model = Learn(s_golden.GetProperty("regression")[0], step: 1, Numbers(s_golden.GetProperty("property")));
        foreach (var line in File.ReadLines(PathOf("pls.csv")).Where(l => l[0] != '#'))
        {
            var row = line.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray();
            var validation = model.Validation[(int)row[0] - 1];
            AssertNear(row[1], validation.Error);
            AssertNear(row[2], validation.Error);
            AssertNear(row[3], validation.RSquared);
        }

        output.WriteLine(Invariant($"largest relative deviation {_largest:G2}"));
    }

    [Fact]
    public void Limits_of_T2_are_those_of_scipy()
    {
        foreach (var row in s_golden.GetProperty("limits").EnumerateArray())
        {
            var (k, n, c) = (row[0].GetInt32(), row[1].GetInt32(), row[2].GetDouble());
            AssertNear(row[3].GetDouble(), Core.Models.LimitFormulas.T2(k, n, c));
            AssertNear(row[4].GetDouble(), Core.Models.LimitFormulas.CalibrationT2(k, n, c));
        }

        var box = s_golden.GetProperty("box");
        AssertNear(box[1].GetDouble(), Core.Models.LimitFormulas.Q(Numbers(box[0]), 0.99));
        output.WriteLine(Invariant($"largest relative deviation {_largest:G2}"));
    }

    private void AssertPrincipal(JsonElement golden, int step)
    {
        var model = Learn(golden, step);
        Assert.Equal(ModelKind.PrincipalComponents, model.Kind);
        AssertNear(golden.GetProperty("t2Limit").GetDouble(), model.Limits.T2);
        AssertNear(golden.GetProperty("calibrationT2Limit").GetDouble(), model.Limits.CalibrationT2);
        AssertNear(golden.GetProperty("qLimit").GetDouble(), model.Limits.Q);
        var results = Measure(model, step);
        for (var a = 0; a < model.Components; a++)
        {
            AssertNear(golden.GetProperty("explained")[a].GetDouble(), model.ExplainedVariance[a]);
            AssertNear(golden.GetProperty("variances")[a].GetDouble(), model.ScoreVariances[a]);
            // an axis may point either way
            var loadings = Numbers(golden.GetProperty("loadings")[a]);
            var sign = Math.Sign(loadings.Zip(model.Loadings[a], (x, y) => x * y).Sum());
            Assert.All(loadings.Zip(model.Loadings[a]), p => Assert.Equal(p.First, sign * p.Second, 1e-10));
            Assert.All(results.Select((r, i) => (r, i)), p => Assert.Equal(
                golden.GetProperty("scores")[p.i][a].GetDouble(), sign * p.r.Scores[a], 1e-9));
        }

        for (var i = 0; i < results.Length; i++)
        {
            AssertNear(golden.GetProperty("t2")[i].GetDouble(), results[i].T2);
            AssertNear(golden.GetProperty("q")[i].GetDouble(), results[i].Q);
        }

        foreach (var (found, validation) in Numbers(golden.GetProperty("validation")).Zip(model.Validation))
            AssertNear(found, validation.Error);
        output.WriteLine(Invariant($"largest relative deviation {_largest:G2}"));
    }

    private void AssertNear(double expected, double actual)
    {
        _largest = Math.Max(_largest, Math.Abs((actual - expected) / expected));
        Assert.Equal(expected, actual, Precision * Math.Abs(expected));
    }

    private static SpectralModel Learn(JsonElement golden, int step, double[]? property = null) => s_engine.Models.Learn(
        Spectra("rows", step),
        new ModelOptions
        {
            Name = "golden",
            Scaling = Enum.Parse<ModelScaling>(golden.GetProperty("scaling").GetString()!),
            Components = golden.GetProperty("components").GetInt32(),
            Confidence = golden.GetProperty("confidence").GetDouble(),
            Folds = golden.GetProperty("folds").GetInt32(),
            MaximumComponents = 6,
            Property = property is null ? null : "water",
            PropertyValues = property ?? [],
        },
        TestContext.Current.CancellationToken);

    private static SpectralModelResult[] Measure(SpectralModel model, int step)
    {
        var measure = s_engine.Models.StartMeasuring(model, includeResidual: false, TestContext.Current.CancellationToken);
        return [.. Spectra("new", step).Select(measure)];
    }

    private static Spectrum[] Spectra(string name, int step)
    {
        var x = Numbers(s_golden.GetProperty("x"));
        return
        [
            .. s_golden.GetProperty(name).EnumerateArray().Select((row, i) => Spectrum.FromSource(
                [.. x.Where((_, j) => j % step == 0)], [.. Numbers(row).Where((_, j) => j % step == 0)],
                new SpectrumDescription { Name = Invariant($"lot {i + 1}") })),
        ];
    }

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(v => v.GetDouble())];

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "TestData", "models", name);
}
