using System.Globalization;
using SpectralAnalyzer.Core;

namespace SpectralAnalyzer.Tests.Statistics;

/// <summary>Control charts against another tool, and rule by rule.</summary>
public sealed class ControlChartTests
{
    private static readonly SpectralEngine s_engine = new();

    // qcc 3.0 for R, which TestData/control-charts/make-qcc.R calls
    [Fact]
    public void Limits_averages_and_rules_are_those_of_qcc()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "TestData", "control-charts", "qcc.csv"))
            .SkipWhile(l => !char.IsDigit(l[0]))
            .Select(l => l.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        double[] values = [.. rows.Select(r => r[0])];
        var estimated = s_engine.Chart(values, new ControlChartOptions { ReferenceCount = 60 });
        Assert.Equal(25.0385, estimated.Center, 1e-12);
        // qcc has the mean range of two values as 1.128, and 2 ÷ √π is 1.12838
        Assert.Equal(0.3253996875 * 1.128 / (2 / Math.Sqrt(Math.PI)), estimated.Sigma, 1e-10);

        var options = new ControlChartOptions { Center = 25.0385, Sigma = 0.3253996875 };
        var nelson = s_engine.Chart(values, options).Points;
        var western = s_engine.Chart(values, options with { Rules = ControlRules.WesternElectric }).Points;
        for (var i = 0; i < rows.Length; i++)
        {
            Assert.Equal(rows[i][1], nelson[i].Average, 1e-8);
            Assert.Equal(rows[i][2], nelson[i].AverageLower, 1e-8);
            Assert.Equal(rows[i][3], nelson[i].AverageUpper, 1e-8);
            Assert.Equal((i, (ControlRules)rows[i][4]), (i, nelson[i].Fired));
            Assert.Equal((i, (ControlRules)rows[i][5]), (i, western[i].Fired));
        }

        // each rule fires somewhere in them
        Assert.Equal(ControlRules.Nelson, nelson.Aggregate(ControlRules.None, (all, p) => all | p.Fired));
    }

    // the data of the NIST/SEMATECH e-Handbook 6.3.2.2, the limits of qcc 3.0 for R 4.2.2: qcc(type = "xbar.one")
    [Fact]
    public void Limits_of_single_values_come_from_the_moving_ranges()
    {
        double[] flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
        var chart = s_engine.Chart(flow, new ControlChartOptions());
        Assert.Equal(50.81, chart.Center, 1e-10);
        Assert.Equal(55.8040898345, chart.UpperLimit, 0.002);
        Assert.Equal(45.8159101655, chart.LowerLimit, 0.002);
    }

    // the sums of these round, and so do their averages
    [Theory]
    [InlineData(0.1)]
    [InlineData(1e-7)]
    [InlineData(-123456.789)]
    [InlineData(1e300)]
    public void What_does_not_vary_is_in_control(double value)
    {
        var chart = s_engine.Chart([.. Enumerable.Repeat(value, 1000)], new ControlChartOptions());
        Assert.Equal((value, 0.0), (chart.Center, chart.Sigma));
        Assert.All(chart.Points, p => Assert.Equal(ControlRules.None, p.Fired));
        // what differs from it does so by more than rounding
        var change = s_engine.Chart(
            [.. Enumerable.Repeat(value, 20), value * (1 + 1e-15), value * 1.1], new ControlChartOptions { ReferenceCount = 20 });
        Assert.Equal(
            (ControlRules.None, ControlRules.BeyondLimits),
            (change.Points[20].Fired, change.Points[21].Fired & ControlRules.BeyondLimits));
    }

    // Nelson, Journal of Quality Technology 16 (4), 1984: the last value completes the rule, and no value before does
    [Theory]
    [InlineData(ControlRules.BeyondLimits, new[] { 0.1, 3.1 })]
    [InlineData(ControlRules.SameSide, new[] { -0.5, 0.2, 0.4, 0.1, 0.9, 0.3, 0.2, 0.8, 0.4, 0.6 })]
    [InlineData(ControlRules.Trend, new[] { 0.9, -1.2, -0.7, -0.3, 0.1, 0.5, 0.9 })]
    [InlineData(ControlRules.Trend, new[] { -0.9, 1.2, 0.7, 0.3, -0.1, -0.5, -0.9 })]
    [InlineData(ControlRules.Alternation, new[] { 0.2, -0.2, 0.3, -0.1, 0.4, -0.4, 0.2, -0.3, 0.3, -0.2, 0.2, -0.1, 0.5, -0.5 })]
    [InlineData(ControlRules.TwoOfThree, new[] { 2.1, 0.3, 2.2 })]
    [InlineData(ControlRules.TwoOfThree, new[] { -2.1, -2.2 })]
    [InlineData(ControlRules.FourOfFive, new[] { 1.1, 1.2, -0.1, 1.3, 1.4 })]
    [InlineData(ControlRules.Stratification,
        new[] { 0.1, -0.2, -0.3, 0.4, 0.5, -0.5, 0.2, 0.1, -0.1, 0.3, -0.3, -0.4, 0.2, 0.6, -0.6 })]
    [InlineData(ControlRules.Mixture, new[] { 1.2, -1.3, 1.4, 1.1, -1.2, -1.5, 1.3, -1.1 })]
    public void A_rule_fires_with_the_point_that_completes_it(ControlRules rule, double[] deviations)
    {
        var values = deviations.Select(d => 10 + (0.5 * d)).ToArray();
        var chart = s_engine.Chart(values, new ControlChartOptions { Center = 10, Sigma = 0.5, Rules = rule });
        Assert.Equal(rule, chart.Points[^1].Fired);
        Assert.All(chart.Points.SkipLast(1), p => Assert.Equal(ControlRules.None, p.Fired));
        // and not where the last value is in the middle, or where the process does not change
        var end = rule is ControlRules.Alternation or ControlRules.Stratification ? values[^2] + 0.75 : 10;
        chart = s_engine.Chart([.. values.SkipLast(1), end], new ControlChartOptions { Center = 10, Sigma = 0.5, Rules = rule });
        Assert.Equal(ControlRules.None, chart.Points[^1].Fired);
    }

    [Fact]
    public void Western_Electric_counts_eight_on_one_side()
    {
        double[] values = [0.1, 0.2, 0.1, 0.3, 0.2, 0.1, 0.4, 0.2];
        var options = new ControlChartOptions { Center = 0, Sigma = 1 };
        Assert.Equal(
            ControlRules.SameSide,
            s_engine.Chart(values, options with { Rules = ControlRules.WesternElectric }).Points[^1].Fired);
        Assert.Equal(ControlRules.None, s_engine.Chart(values, options).Points[^1].Fired & ControlRules.SameSide);
    }

    [Fact]
    public void A_missing_value_counts_for_no_rule_and_not_for_the_limits()
    {
        double[] values = [1, 2, double.NaN, 3, 2, 1];
        var with = s_engine.Chart(values, new ControlChartOptions());
        var without = s_engine.Chart([1, 2, 3, 2, 1], new ControlChartOptions());
        Assert.Equal(without.Center, with.Center);
        Assert.Equal(without.Sigma, with.Sigma);
        Assert.Equal(without.Points, with.Points.Where(p => !double.IsNaN(p.Value)));
        Assert.True(double.IsNaN(with.Points[2].Average));
        Assert.Equal(ControlRules.None, with.Points[2].Fired);
    }

    [Fact]
    public void Limits_come_from_the_first_values_where_that_is_asked()
    {
        double[] values = [1, 2, 1, 2, 1, 2, 50];
        var chart = s_engine.Chart(values, new ControlChartOptions { ReferenceCount = 6 });
        Assert.Equal(1.5, chart.Center);
        Assert.Equal(1 / 1.1283791670955126, chart.Sigma, 1e-12);
        Assert.True(chart.Points[^1].Fired.HasFlag(ControlRules.BeyondLimits));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_engine.Chart(values, new ControlChartOptions { Lambda = 0 }));
        Assert.True(double.IsNaN(s_engine.Chart([], new ControlChartOptions()).Center));
    }
}
