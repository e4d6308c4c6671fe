using System.Collections;
using System.Text.Json.Nodes;
using SpectralAnalyzer.Core.Tests.Comparison;

namespace SpectralAnalyzer.Core.Tests.Models;

/// <summary>What a user relies on: what is odd is found and named, files come back, and what is wrong is refused.</summary>
public sealed class ModelTests : IDisposable
{
    private const int Count = 40;

    private static readonly SpectralEngine s_engine = new();
    private static readonly double[] s_x = Make.Range(1000, 2, 401);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_spectrum_with_a_foreign_band_is_outside_by_Q_at_that_band()
    {
        var model = Learn();
        var measure = Measuring(model);
        Assert.Equal(ModelVerdict.Inside, measure(Lot(Count + 1)).Verdict);

        var result = measure(Lot(Count + 1, x => 0.05 * Band(x, 1600, 8)));
        Assert.Equal(ModelVerdict.Outside, result.Verdict);
        Assert.True(result.Q > result.QLimit);
        var region = result.Regions.First(r => r.Statistic == ModelStatistic.Q);
        Assert.True(region.Range.Contains(1600) && region.Range.Max - region.Range.Min < 40, region.ToString());
        Assert.InRange(region.Share, 0.5, 1);
        Assert.Contains("Q", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spectrum_with_too_much_of_a_known_band_is_outside_by_T2_at_that_band()
    {
        var result = Measuring(Learn())(Lot(Count + 1, x => 1.5 * Band(x, 1250, 30)));
        Assert.True(result.T2 > result.T2Limit);
        Assert.Contains(result.Regions, r => r.Statistic == ModelStatistic.T2 && r.Range.Contains(1250));
        Assert.Contains("T²", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Cross_validation_finds_the_two_bands_that_vary()
    {
        var model = Learn();
        Assert.Equal(2, model.Components);
        Assert.InRange(model.OutsideInValidation!.Value, 0, 0.25);
        Assert.Equal(Count, model.Samples.Count);
        Assert.All(model.Samples, s => Assert.Equal(64, s.Sha256.Length));
    }

    // a limit of 95 % is one that about 95 of 100 good spectra keep
    [Fact]
    public void Good_spectra_that_the_model_does_not_know_keep_the_limits_as_often_as_stated()
    {
        var measure = Measuring(Learn());
        var results = Enumerable.Range(1000, 400).Select(i => measure(Lot(i))).ToArray();
        Assert.InRange(results.Count(r => r.T2 <= r.T2Limit), 360, 396);
        Assert.InRange(results.Count(r => r.Q <= r.QLimit), 360, 400);
    }

    [Fact]
    public void A_file_gives_back_the_model_and_the_same_results_bit_for_bit()
    {
        var method = s_engine.Methods.Create(
            new Hashtable
            {
                ["name"] = "prepared",
                ["prepare"] = new object[]
                {
                    new Hashtable { ["exclude"] = new[] { new[] { 1000.0, 1010.0 }, [1700.0, 1720.0] } },
                    new Hashtable { ["normalize"] = "snv" },
                },
            },
            _folder.Path);
        var model = Learn(o => o with { Method = method, Scaling = ModelScaling.Pareto });
        var path = Path.Combine(_folder.Path, "good.model.json");
        Assert.Equal(path, s_engine.Models.Write(model, path, overwrite: false).Path);

        var read = s_engine.Models.Read(path);
        Assert.Equal(model.Steps.Select(s => s.ToString()), read.Steps.Select(s => s.ToString()));
        Assert.Equal(model.Samples.Select(s => s.ToString()), read.Samples.Select(s => s.ToString()));
        Assert.Equal((model.Method, model.Limits, model.CreatedUtc), (read.Method, read.Limits, read.CreatedUtc));
        var (expected, actual) = (Measuring(model)(Lot(77)), Measuring(read)(Lot(77)));
        Assert.Equal((expected.T2, expected.Q, expected.Reason), (actual.T2, actual.Q, actual.Reason));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_file_that_exists_is_replaced_only_if_that_is_stated()
    {
        var path = Path.Combine(_folder.Path, "good.model.json");
        File.WriteAllText(path, "mine");
        Assert.Equal(SpectralErrorIds.ModelExists, IdOf(() => s_engine.Models.Write(Learn(), path, overwrite: false)));
        Assert.Equal("mine", File.ReadAllText(path));
        s_engine.Models.Write(Learn(), path, overwrite: true);
        Assert.Equal(2, s_engine.Models.Read(path).Components);
    }

    [Theory]
    [InlineData("x[3] = NaN", SpectralErrorIds.InvalidModel)]
    [InlineData("x[3] = 1e999", SpectralErrorIds.InvalidModel)]
    [InlineData("x[3] = 0", SpectralErrorIds.InvalidModel)]
    [InlineData("mean[3] = 0.5", SpectralErrorIds.InvalidModel)]
    [InlineData("scale[3] = 0", SpectralErrorIds.InvalidModel)]
    [InlineData("scoreVariances[0] = -1", SpectralErrorIds.InvalidModel)]
    [InlineData("components = 2000000000", SpectralErrorIds.InvalidModel)]
    [InlineData("components = 1e300", SpectralErrorIds.InvalidModel)]
    [InlineData("loadings = []", SpectralErrorIds.InvalidModel)]
    [InlineData("loadings[0] = null", SpectralErrorIds.InvalidModel)]
    [InlineData("mean = []", SpectralErrorIds.InvalidModel)]
    [InlineData("spectra = []", SpectralErrorIds.InvalidModel)]
    [InlineData("limits = null", SpectralErrorIds.InvalidModel)]
    [InlineData("limits.t2 = -1", SpectralErrorIds.InvalidModel)]
    [InlineData("limits.q = 1", SpectralErrorIds.InvalidModel)]
    [InlineData("kind = \"partialLeastSquares\"", SpectralErrorIds.InvalidModel)]
    [InlineData("kind = 7", SpectralErrorIds.InvalidModel)]
    [InlineData("format = \"else\"", SpectralErrorIds.InvalidModel)]
    [InlineData("version = 2", SpectralErrorIds.UnsupportedModelVersion)]
    [InlineData("prepare = [{\"name\": \"snvv\", \"parameters\": {}}]", SpectralErrorIds.UnknownStep)]
    public void A_file_that_was_changed_is_refused(string change, string id)
    {
        var path = Path.Combine(_folder.Path, "good.model.json");
        s_engine.Models.Write(Learn(), path, overwrite: false);
        var (name, value) = (change.Split(" = ")[0], change.Split(" = ")[1]);
        // a value that is no JSON takes the place of a text
        var root = JsonNode.Parse(File.ReadAllText(path))!;
        var parts = name.Split('.', '[');
        JsonNode parent = parts.SkipLast(1).Aggregate(root, (node, part) => node[part]!);
        JsonNode? mark = JsonValue.Create("~");
        if (parts[^1].EndsWith(']'))
            parent[int.Parse(parts[^1][..^1])] = mark;
        else
            parent[parts[^1]] = mark;
        File.WriteAllText(path, root.ToJsonString().Replace("\"~\"", value, StringComparison.Ordinal));

        Assert.Equal(id, IdOf(() => s_engine.Models.Read(path)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("x,y\n1,2\n")]
    [InlineData("{\"format\": \"spectral-model\", \"version\": 1}")]
    public void What_is_no_model_file_is_refused(string text)
    {
        var path = Path.Combine(_folder.Path, "other.json");
        File.WriteAllText(path, text);
        Assert.Equal(SpectralErrorIds.InvalidModel, IdOf(() => s_engine.Models.Read(path)));
    }

    [Fact]
    public void A_huge_file_is_refused_before_it_is_read()
    {
        var path = Path.Combine(_folder.Path, "huge.json");
        using (var file = File.Create(path))
            file.SetLength(8L << 30);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(SpectralErrorIds.ModelTooLarge, IdOf(() => s_engine.Models.Read(path)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void A_spectrum_that_does_not_reach_the_range_of_the_model_is_refused_and_not_extrapolated()
    {
        var model = Learn();
        double[] x = [.. s_x.Where(v => v < 1500)];
        var error = Assert.Throws<SpectralException>(() => Measuring(model)(Make.Spectrum(x, [.. x.Select(v => 0.5)]))).Error;
        Assert.Equal(SpectralErrorIds.ModelNotApplicable, error.Id);
        Assert.Contains("1500", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spectra_on_another_grid_and_in_another_unit_are_brought_to_that_of_the_model()
    {
        var measure = Measuring(Learn());
        var expected = measure(Lot(77));
        double[] fine = Make.Range(990, 0.5, 1641);
        var resampled = measure(Make.Spectrum(fine, [.. fine.Select(v => Value(77, v))]));
        Assert.Equal(expected.Verdict, resampled.Verdict);
        Assert.Equal(expected.T2, resampled.T2, 0.05);
    }

    [Fact]
    public void The_property_of_new_spectra_is_predicted_and_a_value_beyond_what_was_learned_is_noted()
    {
        var model = Learn(o => o with { Property = "ester", PropertyValues = [.. Enumerable.Range(0, Count).Select(Ester)] });
        Assert.Equal(ModelKind.PartialLeastSquares, model.Kind);
        var measure = Measuring(model);
        var results = Enumerable.Range(1000, 200).Select(i => (Result: measure(Lot(i)), True: Ester(i))).ToArray();
        Assert.InRange(results.Count(r => r.True >= r.Result.Lower && r.True <= r.Result.Upper), 180, 200);
        Assert.InRange(model.Regression!.RSquared, 0.98, 1);

        var beyond = measure(Lot(5, x => 2 * Band(x, 1250, 30)));
        Assert.Contains("beyond", Assert.Single(beyond.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 2, 10, SpectralErrorIds.TooFewModelSpectra)]
    [InlineData(40, 0, 10, SpectralErrorIds.InvalidModelOption)]
    [InlineData(40, 38, 10, SpectralErrorIds.InvalidModelOption)]
    [InlineData(40, 2, 1, SpectralErrorIds.InvalidModelOption)]
    [InlineData(40, null, 0, SpectralErrorIds.InvalidModelOption)]
    public void What_cannot_be_learned_is_refused(int count, int? components, int folds, string id) => Assert.Equal(id, IdOf(
        () => s_engine.Models.Learn(
            Lots(count), new ModelOptions { Name = "m", Components = components, Folds = folds }, CancellationToken.None)));

    [Fact]
    public void Equal_spectra_are_nothing_to_learn_from() => Assert.Equal(
        SpectralErrorIds.TooFewModelSpectra,
        IdOf(() => s_engine.Models.Learn(
            [.. Enumerable.Repeat(Lot(1), 10)], new ModelOptions { Name = "m" }, CancellationToken.None)));

    [Fact]
    public async Task Numbers_do_not_depend_on_the_number_of_threads()
    {
        var model = Learn();
        // one thread of a scheduler: Parallel.For has no other
        var one = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, maxConcurrencyLevel: 1).ConcurrentScheduler;
        var alone = await Task.Factory.StartNew(
            () => Learn(), TestContext.Current.CancellationToken, TaskCreationOptions.None, one);
        Assert.Equal(model.Limits, alone.Limits);
        Assert.Equal(model.Loadings[1], alone.Loadings[1]);
    }

    private static SpectralModel Learn(Func<ModelOptions, ModelOptions>? change = null)
    {
        var options = new ModelOptions { Name = "good" };
        return s_engine.Models.Learn(Lots(Count), change is null ? options : change(options), CancellationToken.None);
    }

    private static Func<Spectrum, SpectralModelResult> Measuring(SpectralModel model) =>
        s_engine.Models.StartMeasuring(model, includeResidual: false, CancellationToken.None);

    private static Spectrum[] Lots(int count) => [.. Enumerable.Range(0, count).Select(i => Lot(i))];

    // two bands that vary, and noise
    private static Spectrum Lot(int number, Func<double, double>? change = null) => Make.Spectrum(
        (double[])s_x.Clone(), [.. s_x.Select(x => Value(number, x) + (change?.Invoke(x) ?? 0))]);

    private static double Value(int number, double x) =>
        ((1 + (0.1 * Normal(number, 1))) * Band(x, 1100, 50)) + (Ester(number) * Band(x, 1250, 30))
        + (0.003 * Normal(number, 10 + (int)Math.Round(x / 2)));

    private static double Ester(int number) => 0.6 + (0.08 * Normal(number, 2));

    private static double Band(double x, double center, double width) => Math.Exp(-Math.Pow((x - center) / width, 2));

    // the same number of a normal distribution for the same place
    private static double Normal(int number, int place)
    {
        return Math.Sqrt(-2 * Math.Log(1 - Uniform(1))) * Math.Cos(2 * Math.PI * Uniform(2));

        // SplitMix64: numbers of neighboring places do not go together, as those of neighboring seeds of Random do
        double Uniform(ulong which)
        {
            var bits = (((((ulong)number * 100_003) + (ulong)place) * 2) + which) * 0x9E3779B97F4A7C15;
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return (bits ^ (bits >> 31)) / (ulong.MaxValue + 1.0);
        }
    }

    private static string IdOf(Action action) => Assert.Throws<SpectralException>(action).Error.Id;
}
