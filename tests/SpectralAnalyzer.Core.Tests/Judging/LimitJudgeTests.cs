using SpectralAnalyzer.Core.Judging;
using SpectralAnalyzer.Core.Tests.Comparison;

namespace SpectralAnalyzer.Core.Tests.Judging;

/// <summary>The verdict by limits: what passes, warns and fails, and in which order it is listed.</summary>
public sealed class LimitJudgeTests
{
    private static readonly SpectralComparison s_comparison =
        new() { Correlation = 0.985, Rmse = 0.02, GlobalShift = -50, SpectralAngle = 0.1 };

    [Fact]
    public void Without_limits_there_is_no_verdict()
    {
        var judgment = LimitJudge.Judge([], s_comparison, []);
        Assert.Equal(SpectralVerdict.None, judgment.Verdict);
        Assert.Empty(judgment.Limits);
    }

    [Theory]
    [InlineData(0.99, SpectralVerdict.Pass, 0)]
    [InlineData(1.0, SpectralVerdict.Pass, -0.01)]
    [InlineData(0.989, SpectralVerdict.Warning, 0.001)]
    [InlineData(0.98, SpectralVerdict.Warning, 0.01)]
    [InlineData(0.9799, SpectralVerdict.Fail, 0.0001)]
    [InlineData(-1, SpectralVerdict.Fail, 1.98)]
    public void A_smallest_value_fails_below_it_and_warns_below_the_warning(double r, SpectralVerdict verdict, double excess)
    {
        var limit = new SpectralLimit { Name = "correlation", Min = 0.98, WarnMin = 0.99 };
        AssertOutcome(LimitJudge.Judge([limit], s_comparison with { Correlation = r }, []), "Correlation", r, verdict, excess);
    }

    [Theory]
    [InlineData(8, SpectralVerdict.Pass, 0)]
    [InlineData(8.5, SpectralVerdict.Warning, 0.5)]
    [InlineData(12, SpectralVerdict.Warning, 4)]
    [InlineData(12.5, SpectralVerdict.Fail, 0.5)]
    [InlineData(1.5, SpectralVerdict.Warning, 0.5)]
    [InlineData(0.5, SpectralVerdict.Fail, 0.5)]
    [InlineData(2.25, SpectralVerdict.Pass, -0.25)]
    public void A_band_within_two_limits_is_held_against_both(double area, SpectralVerdict verdict, double excess)
    {
        var limit = new SpectralLimit { Name = "Oxidation", Min = 1, WarnMin = 2, WarnMax = 8, Max = 12 };
        AssertOutcome(LimitJudge.Judge([limit], null, [Value("oxidation", area)]), "oxidation", area, verdict, excess);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_missing_fails(double value)
    {
        var limit = new SpectralLimit { Name = "a", WarnMin = 0 };
        AssertOutcome(
            LimitJudge.Judge([limit], s_comparison, [Value("a", value)]), "a", double.NaN, SpectralVerdict.Fail, double.NaN);
        AssertOutcome(LimitJudge.Judge([limit], s_comparison, []), "a", double.NaN, SpectralVerdict.Fail, double.NaN);
        AssertOutcome(
            LimitJudge.Judge([new SpectralLimit { Name = "rmse", Max = 1 }], null, []), "Rmse", double.NaN, SpectralVerdict.Fail,
            double.NaN);
    }

    [Fact]
    public void A_largest_shift_applies_to_the_value_with_its_sign()
    {
        var limit = new SpectralLimit { Name = "globalShift", Max = 2 };
        Assert.Equal(SpectralVerdict.Pass, LimitJudge.Judge([limit], s_comparison, []).Verdict);
        Assert.Equal(SpectralVerdict.Fail, LimitJudge.Judge([limit with { Min = -2 }], s_comparison, []).Verdict);
    }

    [Fact]
    public void Every_metric_can_be_limited_by_its_name_in_any_case() =>
        Assert.All(SpectralMetrics.All, metric =>
        {
            var camelCase = char.ToLowerInvariant(metric.Name[0]) + metric.Name[1..];
            var limit = new SpectralLimit { Name = camelCase, Max = double.MaxValue };
            Assert.Empty(LimitRules.FindFaults([limit], []));
            var outcome = Assert.Single(LimitJudge.Judge([limit], s_comparison, []).Limits);
            Assert.Equal(metric.Name, outcome.Name);
            Assert.Equal(metric.Value(s_comparison), outcome.Value);
        });

    [Fact]
    public void The_worst_is_first_and_gives_the_verdict()
    {
        SpectralLimit[] limits =
        [
            new() { Name = "passes", Max = 10 },
            new() { Name = "warns", WarnMax = 0.5, Max = 10 },
            new() { Name = "fails by 10 %", Max = 100 },
            new() { Name = "fails twice", Max = 0.5 },
            new() { Name = "is missing", Max = 1 },
        ];
        BandValue[] values =
        [
            Value("passes", 1), Value("warns", 1), Value("fails by 10 %", 110), Value("fails twice", 1),
            Value("is missing", double.NaN),
        ];
        var judgment = LimitJudge.Judge(limits, s_comparison, values);

        Assert.Equal(SpectralVerdict.Fail, judgment.Verdict);
        Assert.Equal(
            ["is missing", "fails twice", "fails by 10 %", "warns", "passes"], judgment.Limits.Select(outcome => outcome.Name));
        Assert.Equal(SpectralVerdict.Warning, LimitJudge.Judge(limits[..2], s_comparison, values).Verdict);
        Assert.Equal(SpectralVerdict.Pass, LimitJudge.Judge(limits[..1], s_comparison, values).Verdict);
    }

    [Theory]
    [InlineData("rmse", "Absorbance")]
    [InlineData("globalShift", "cm⁻¹")]
    [InlineData("areaDifference", "Absorbance · cm⁻¹")]
    [InlineData("spectralAngle", "rad")]
    [InlineData("correlation", "")]
    public void A_metric_has_the_unit_of_the_baseline(string name, string unit)
    {
        var baseline = Make.Spectrum([1, 2, 3], [1, 2, 3]);
        Assert.Equal(
            unit,
            Assert.Single(LimitJudge.Judge([new() { Name = name, Max = 1 }], s_comparison, [], baseline).Limits).Unit);
    }

    public static TheoryData<SpectralLimit, string> Faults => new()
    {
        { new() { Name = "corelation", Min = 0.9 }, "neither a band of the method nor a metric" },
        { new() { Name = "RMSE", Max = 1 }, "the name of a band and of a metric" },
        { new() { Name = "soot" }, "states no number" },
        { new() { Name = "soot", Max = double.NaN }, "finite" },
        { new() { Name = "soot", Min = 2, Max = 1 }, "not in order" },
        { new() { Name = "soot", Min = 2, WarnMin = 1 }, "not in order" },
        { new() { Name = "soot", Max = 1, WarnMax = 2 }, "not in order" },
        { new() { Name = "CORRELATION", Min = 2 }, "limits twice" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_limit_that_cannot_hold_is_refused_with_its_line(SpectralLimit limit, string message)
    {
        SpectralBand[] bands =
        [
            new() { Name = "Soot", Measure = BandMeasure.Height, Position = 2000 },
            new() { Name = "rmse", Measure = BandMeasure.Height, Position = 2000 },
        ];
        var error = Make.ErrorOf(() => LimitRules.Check(
            [new() { Name = "correlation", Min = 0.9 }, limit with { Line = 7 }], bands));

        Assert.Equal((SpectralErrorIds.InvalidLimit, 7), (error.Id, error.Line));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static BandValue Value(string name, double value) => new(name, BandMeasure.Area, value, double.NaN, "");

    private static void AssertOutcome(
        Judgment judgment, string name, double value, SpectralVerdict verdict, double excess)
    {
        var outcome = Assert.Single(judgment.Limits);
        Assert.Equal(verdict, judgment.Verdict);
        Assert.Equal((name, value, verdict), (outcome.Name, outcome.Value, outcome.Verdict));
        Assert.Equal(excess, outcome.Excess, 1e-12);
    }
}
