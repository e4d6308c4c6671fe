using System.Text;
using System.Xml.Linq;
using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Reporting;

namespace SpectralAnalyzer.Core.Tests.Reporting;

/// <summary>What reports say of verdicts and limits.</summary>
public sealed class JudgedReportTests
{
    private static readonly MethodStamp s_method = new("Used <oil>", "2", new string('a', 64));

    private static readonly SpectralResult[] s_results =
    [
        Result("pass.csv", SpectralVerdict.Pass, Held("oxidation", 4, SpectralVerdict.Pass)),
        Result(
            "warn.csv", SpectralVerdict.Warning, Held("oxidation", 9.5, SpectralVerdict.Warning),
            Held("soot", 0.1, SpectralVerdict.Pass)),
        Result("fail.csv", SpectralVerdict.Fail, Held("oxidation", 14.25, SpectralVerdict.Fail)),
        Result("worst.csv", SpectralVerdict.Fail, Held("oxidation", 40, SpectralVerdict.Fail)),
        Result("missing.csv", SpectralVerdict.Fail, Held("soot", double.NaN, SpectralVerdict.Fail)),
    ];

    [Fact]
    public void The_page_counts_filters_and_sorts_by_verdict()
    {
        var html = Html(s_results);

        Assert.Contains("<p class=\"lead\">3 fail, 1 warning, 1 pass.</p>", html, StringComparison.Ordinal);
        Assert.All(
            (string[])["Pass", "Warning", "Fail"],
            verdict => Assert.Contains($"data-show=\"is-{verdict}\"", html, StringComparison.Ordinal));
        Assert.Equal(3, html.Split("data-verdict=\"is-Fail\"").Length - 1);
        Assert.Contains("data-sort=\"verdict\"", html, StringComparison.Ordinal);
        Assert.Equal(["1", "1", "1", "3", "5"], Cells(html, "status").Select(cell => cell.Split('"')[0].Split(' ')[0]));
    }

    [Fact]
    public void The_worst_comes_first_by_verdict_then_by_how_far_a_value_is_beyond_its_limit()
    {
        SpectralResult[] results =
        [
            .. s_results,
            Result("none.csv", SpectralVerdict.None),
            new() { Path = "/data/failed.csv", Status = SpectralResultStatus.Failed },
            Result("low.csv", SpectralVerdict.None) with { Comparison = new() { Correlation = 0.5 } },
            // the same excess of a smaller limit is worse
            Result("small.csv", SpectralVerdict.Fail, new LimitOutcome(
                "soot", 1, "", new() { Name = "soot", Max = 0.01 }, SpectralVerdict.Fail, 0.99)),
        ];
        var names = Html(results, minimum: 0.9).Split("<td class=\"name\" data-v=\"").Skip(1).Select(cell => cell.Split('"')[0]);

        Assert.Equal(
            ["failed.csv", "missing.csv", "small.csv", "worst.csv", "fail.csv", "low.csv", "warn.csv", "none.csv", "pass.csv"],
            names);
    }

    [Fact]
    public void An_unchanged_spectrum_keeps_its_verdict_and_is_not_skipped()
    {
        SpectralResult[] results =
            [.. s_results.Select(result => result with { Status = SpectralResultStatus.Skipped, Attempts = 0 })];
        var html = Html(results);
        var suite = JUnit(results).Root!.Element("testsuite")!;

        Assert.Contains("<p class=\"lead\">3 fail, 1 warning, 1 pass.</p>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Unchanged</dt><dd>5</dd>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">Skipped<", html, StringComparison.Ordinal);
        Assert.Equal(5, html.Split("<span class=\"tag unchanged\">Unchanged</span>").Length - 1);
        Assert.All(
            Cells(html, "status"), cell => Assert.Matches("class=\"tag (failed|below|succeeded)\">(Fail|Warning|Pass)<", cell));
        Assert.Equal(("0", "3"), (suite.Attribute("skipped")!.Value, suite.Attribute("failures")!.Value));
        Assert.Empty(suite.Descendants("skipped"));
        Assert.Equal(5, suite.Descendants("property").Count(p => p.Attribute("name")!.Value == "unchanged"));
    }

    [Fact]
    public void Limits_are_lines_in_the_histograms_of_metrics_and_bands()
    {
        var charts = Html(s_results, minimum: -0.5).Split("<figure>").Skip(1)
            .ToDictionary(chart => chart.Split("<")[1].Split(">")[1]);

        Assert.Equal(["Correlation r", "RMSE", "oxidation (A · cm⁻¹)", "soot (A · cm⁻¹)"], charts.Keys.Select(k => k.Trim()));
        var oxidation = charts.Single(c => c.Key.StartsWith("oxidation", StringComparison.Ordinal)).Value;
        Assert.Contains("<title>max 12</title>", oxidation, StringComparison.Ordinal);
        Assert.Contains("<title>warn above 8</title>", oxidation, StringComparison.Ordinal);
        // 4 to 40: the line at 12 is at (12 − 4) ÷ 36 of the width of 480
        Assert.Contains("<path class=\"fail\" d=\"M106.67 -4V120\">", oxidation, StringComparison.Ordinal);
        // the minimum is far from the values: it is said, and not drawn
        Assert.Matches("min −0.50000 <small>beyond", charts.First().Value);
    }

    [Fact]
    public void Baseline_and_method_of_piped_results_are_named()
    {
        var stamp = new SpectralFileStamp("/data/fresh <oil>.csv", 1, default, new string('b', 64));
        var html = Html([.. s_results.Select(result => result with { Baseline = stamp })]);
        var head = html.Split("<header>")[1].Split("</header>")[0];

        Assert.Contains("Baseline <strong><bdi>fresh &lt;oil&gt;.csv</bdi></strong>", head, StringComparison.Ordinal);
        Assert.Contains("Method <strong><bdi>Used &lt;oil&gt;, version 2</bdi></strong>", head, StringComparison.Ordinal);
        // in the provenance, and on the sheet to sign
        Assert.Equal(2, html.Split(stamp.Sha256).Length - 1);
        Assert.Equal("fresh <oil>.csv", JUnit([s_results[0] with { Baseline = stamp }]).Root!.Element("testsuite")!
            .Attribute("name")!.Value);
    }

    [Fact]
    public void The_page_lists_the_limits_that_were_not_kept_with_the_worst_spectrum_first()
    {
        var section = Html(s_results).Split("Limits that were not kept</h2>")[1].Split("</section>")[0];

        Assert.Contains("<h3>oxidation <span>2 fail, 1 warning</span></h3>", section, StringComparison.Ordinal);
        Assert.Contains("<h3>soot <span>1 fail</span></h3>", section, StringComparison.Ordinal);
        Assert.Equal(
            ["worst.csv", "fail.csv", "warn.csv", "missing.csv"],
            section.Split("<bdi>").Skip(1).Select(item => item.Split("</bdi>")[0]));
        Assert.Contains("</bdi>: 40 A · cm⁻¹ (max 12)", section, StringComparison.Ordinal);
        Assert.Contains("</bdi>: 9.5 A · cm⁻¹ (warn above 8)", section, StringComparison.Ordinal);
        Assert.Contains("</bdi>: missing (max 12, warn above 8)", section, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_names_the_method_with_its_version_and_hash()
    {
        var html = Html(s_results);
        Assert.Contains("Used &lt;oil&gt;, version 2", html, StringComparison.Ordinal);
        // in the provenance, and on the sheet to sign
        Assert.Equal(2, html.Split(s_method.Sha256).Length - 1);
    }

    [Fact]
    public void A_page_without_a_method_says_nothing_of_verdicts()
    {
        var html = Html([new SpectralResult { Path = "/data/a.csv", Comparison = new() { Correlation = 1 } }]);
        var page = html.Split("<script>")[0];

        Assert.DoesNotContain("verdict", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Limits that", page, StringComparison.Ordinal);
        Assert.Contains("Every spectrum was compared.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void In_junit_each_limit_is_a_test_case_that_fails_or_passes_with_a_text()
    {
        var suite = JUnit(s_results).Root!.Element("testsuite")!;
        var cases = suite.Elements("testcase").ToDictionary(item => item.Attribute("name")!.Value);

        Assert.Equal(
            ("11", "3", "0"),
            (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value));
        Assert.Equal(11, cases.Count);
        Assert.Equal("properties", Assert.Single(cases["pass.csv: oxidation"].Elements()).Name);
        Assert.Equal(
            "oxidation = 9.5 A · cm⁻¹ (warn above 8): Warning", cases["warn.csv: oxidation"].Element("system-out")!.Value);
        Assert.Null(cases["warn.csv: oxidation"].Element("failure"));
        var failure = cases["fail.csv: oxidation"].Element("failure")!;
        Assert.Equal(
            ("LimitNotKept", "oxidation = 14.25 A · cm⁻¹ (max 12): Fail"),
            (failure.Attribute("type")!.Value, failure.Attribute("message")!.Value));
        Assert.NotNull(cases["missing.csv: soot"].Element("failure"));
        Assert.Contains(
            cases["fail.csv"].Descendants("property"),
            p => (p.Attribute("name")!.Value, p.Attribute("value")!.Value) == ("verdict", "Fail"));
    }

    private static LimitOutcome Held(string name, double value, SpectralVerdict verdict) => new(
        name, value, "A · cm⁻¹", new() { Name = name, Max = 12, WarnMax = 8 }, verdict, value - 12);

    private static SpectralResult Result(string name, SpectralVerdict verdict, params LimitOutcome[] limits) => new()
    {
        Path = "/data/" + name,
        Verdict = verdict,
        Limits = limits,
        Method = s_method,
        Comparison = new SpectralComparison { Correlation = 0.99, Rmse = 0.01 },
    };

    private static IEnumerable<string> Cells(string html, string name) =>
        html.Split($"<td class=\"{name}\" data-v=\"").Skip(1).Select(cell => cell.Split("</td>")[0]);

    private static string Html(SpectralResult[] results, double? minimum = null) =>
        Encoding.UTF8.GetString(Write(ReportFormat.Html, results, minimum));

    private static XDocument JUnit(SpectralResult[] results)
    {
        using var stream = new MemoryStream(Write(ReportFormat.JUnit, results));
        return XDocument.Load(stream);
    }

    private static byte[] Write(ReportFormat format, SpectralResult[] results, double? minimum = null)
    {
        using var stream = new MemoryStream();
        var content = new ReportContent(
            new SpectralReport { Results = results, MinimumCorrelation = minimum }, "/data/out", OutputFormats.Infos);
        OutputFormats.Get<ReportContent>(format).Write(content, stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }
}
