using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;
using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Reporting;

namespace SpectralAnalyzer.Core.Tests.Reporting;

public sealed partial class ReportTests : IDisposable
{
    private const string Hostile = "<img src=x onerror=alert(1)>&\"'</script><script>alert(2)</script>\u0001\u202E.csv";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_comes_from_files_is_never_markup()
    {
        var result = new SpectralResult
        {
            Path = Path.Combine(_folder.Path, "in", Hostile.Replace('/', '∕')),
            Series = Hostile,
            Status = SpectralResultStatus.Failed,
            Warnings = [Hostile],
            Conversions = [new AppliedConversion(Hostile, Hostile, Hostile, Hostile)],
            OutputPath = [Path.Combine(_folder.Path, "javascript:alert(3).png")],
            Error = new SpectralError("NoNumbers", SpectralErrorCategory.InvalidData, Hostile, Hostile),
        };
        var html = Html(new SpectralReport { Results = [result], Title = Hostile, Run = Run(Hostile) });
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\u0001", html, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("<script").Length - 1);
        Assert.Equal(["./javascript%3Aalert%283%29.png"], Links().Matches(html).Select(m => m.Groups[1].Value).Distinct());
    }

    [Fact]
    public void The_page_runs_its_own_script_alone()
    {
        var html = Html(new SpectralReport { Results = [] });
        var script = html.Split("<script>")[1].Split("</script>")[0];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.Contains($"script-src &#39;sha256-{System.Net.WebUtility.HtmlEncode(hash)}&#39;".Replace("&#43;", "+"), html,
            StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"https?:", html);
    }

    [Fact]
    public void Every_result_is_a_row_with_its_whole_figures_to_sort_by()
    {
        var html = Html(new SpectralReport
        {
            Results =
            [Good("a.csv", 0.123456789012345), Good("b.csv", 0.99999999), Failed("c.csv")],
            MinimumCorrelation = 0.5
        });
        Assert.Equal(3, html.Split("<tr data-status=").Length - 1);
        Assert.Contains("data-v=\"0.123456789012345\">0.12346<", html, StringComparison.Ordinal);
        Assert.Contains(">0.99999999<", html, StringComparison.Ordinal);
        Assert.Contains("<tr data-status=\"below\"", html, StringComparison.Ordinal);
        Assert.Contains("1 failed, 1 is below the limit", html, StringComparison.Ordinal);
        Assert.Contains("Export x and y together.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_depends_on_the_culture()
    {
        var report = new SpectralReport { Results = [Good("a.csv", 0.25)] };
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        var expected = WithoutTime(Html(report));
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, WithoutTime(Html(report)));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_graph_is_made_small_and_linked_beside_the_report()
    {
        var graph = Path.Combine(_folder.Path, "graphs", "a b#1.png");
        Directory.CreateDirectory(Path.GetDirectoryName(graph)!);
        using (var bitmap = new SKBitmap(1000, 600))
        using (var png = bitmap.Encode(SKEncodedImageFormat.Png, 100))
            File.WriteAllBytes(graph, png.ToArray());
        var done = 0;
        var report = new SpectralReport
        {
            Results = [Good("a.csv", 1) with { OutputPath = [graph] }],
            GraphDone = () => Interlocked.Increment(ref done)
        };
        var html = Html(report);
        Assert.Contains("href=\"./graphs/a%20b%231.png\"", html, StringComparison.Ordinal);
        var picture = Convert.FromBase64String(html.Split("data:image/webp;base64,")[1].Split('"')[0]);
        using var small = SKBitmap.Decode(picture);
        Assert.Equal((264, 158, 1), (small.Width, small.Height, done));
        Assert.Contains("data-whole=\"data:image/png;base64,", html, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "data:image/", Html(report with { Thumbnails = false, EmbedLimit = 0 }).Split("<script>")[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_run_is_told()
    {
        var html = Html(new SpectralReport { Results = [], Run = Run("reference.csv") });
        Assert.All(
            (string[])["2026-01-02 03:04:05 UTC, Completed", "abc123", "DEADBEEF", "a-machine", "reference.csv",
                "There are no results."],
            text => Assert.Contains(text, html, StringComparison.Ordinal));
    }

    [Fact]
    public void JUnit_tells_errors_failures_and_skips_apart()
    {
        var skipped = Good("s.csv", 1) with { Status = SpectralResultStatus.Skipped, Comparison = null };
        var xml = JUnit(new SpectralReport
        {
            Results = [Good("a.csv", 0.99), Good("b.csv", 0.25) with { Series = Hostile }, Failed("c.csv"), skipped],
            MinimumCorrelation = 0.9,
            Title = Hostile,
            Run = Run("reference.csv"),
        });
        var suite = xml.Root!.Element("testsuite")!;
        Assert.Equal(
            ("4", "1", "1", "1"), (Of(suite, "tests"), Of(suite, "failures"), Of(suite, "errors"), Of(suite, "skipped")));
        var cases = suite.Elements("testcase").ToArray();
        Assert.Equal("b.csv [" + Hostile.Replace('\u0001', '\uFFFD') + "]", Of(cases[1], "name"));
        Assert.Equal("CorrelationTooLow", Of(cases[1].Element("failure")!, "type"));
        Assert.Equal(("OneColumn", "line 2: One column. Export x and y together."),
            (Of(cases[2].Element("error")!, "type"), cases[2].Element("error")!.Value));
        Assert.NotNull(cases[3].Element("skipped"));
        Assert.Equal("0.25", Of(cases[1].Descendants("property").First(p => Of(p, "name") == "correlation"), "value"));
    }

    [Fact]
    public void What_failed_after_it_was_compared_counts_once()
    {
        var unsaved = Failed("a.csv") with { Comparison = Good("a.csv", 0.25).Comparison };
        var report = new SpectralReport { Results = [unsaved], MinimumCorrelation = 0.9 };
        var suite = JUnit(report).Root!.Element("testsuite")!;
        Assert.Equal(("1", "0", "1"), (Of(suite, "tests"), Of(suite, "failures"), Of(suite, "errors")));
        Assert.Equal(["properties", "error"], suite.Element("testcase")!.Elements().Select(e => e.Name.LocalName));
        Assert.Contains("data-status=\"failed\"", Html(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new double[0], 0)]
    [InlineData(new[] { double.NaN }, 0)]
    [InlineData(new[] { 1.0, 1, 1 }, 1)]
    [InlineData(new[] { 0.95, 0.96, 1 }, 3)]
    [InlineData(new[] { -1e-9, 0, 5e-9 }, 3)]
    public void A_distribution_counts_every_number_once(double[] numbers, int expected)
    {
        var histogram = ReportHistogram.Create(numbers);
        if (expected == 0)
        {
            Assert.Null(histogram);
            return;
        }

        Assert.Equal(numbers.Length, histogram!.Counts.Sum());
        Assert.True(histogram.Counts.Count(c => c > 0) <= expected);
        Assert.InRange(histogram.Start(histogram.Counts.Count), numbers.Max() - 1e-12, numbers.Max() + histogram.Step + 1e-12);
    }

    [Theory]
    [InlineData("out/a.png", true)]
    [InlineData("elsewhere/a.png", false)]
    [InlineData("out/../elsewhere/a.png", false)]
    [InlineData("out/below/a.png", false)]
    [InlineData("out/link.png", false)]
    public void Of_a_run_only_what_lies_in_its_folder_is_taken_into_the_report(string name, bool isTaken)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows links need a right.");
        using var bitmap = new SKBitmap(100, 60);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        foreach (var folder in (string[])["out", "elsewhere", "out/below"])
        {
            Directory.CreateDirectory(Path.Combine(_folder.Path, folder));
            File.WriteAllBytes(Path.Combine(_folder.Path, folder, "a.png"), png.ToArray());
        }

        File.CreateSymbolicLink(Path.Combine(_folder.Path, "out", "link.png"), Path.Combine(_folder.Path, "elsewhere", "a.png"));
        var report = new SpectralReport
        {
            Results = [Good("a.csv", 1) with { OutputPath = [Path.Combine(_folder.Path, name)] }],
            Run = Run("reference.csv") with { Manifest = Path.Combine(_folder.Path, "out", "spectral-run.jsonl") },
        };

        Assert.Equal(isTaken, Html(report).Split("<script>")[0].Contains("data:image/", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_run_with_vectors_the_page_contains_those()
    {
        string[] paths = [Path.Combine(_folder.Path, "a.png"), Path.Combine(_folder.Path, "a.svg")];
        foreach (var path in paths)
            File.WriteAllText(path, "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
        var html = Html(new SpectralReport { Results = [Good("a.csv", 1) with { OutputPath = paths }] });

        Assert.Contains("data-whole=\"data:image/svg+xml;base64,", html, StringComparison.Ordinal);
        // an image runs no script, and none is in the page as such
        Assert.Equal(1, html.Split("<script").Length - 1);
    }

    [Fact]
    public void What_does_not_fit_is_linked_and_the_page_and_a_warning_say_so()
    {
        SpectralResult[] results =
        [
            .. Enumerable.Range(1, 9).Select(i =>
            {
                var path = Path.Combine(_folder.Path, FormattableString.Invariant($"graph {i}.svg"));
                File.WriteAllText(path, new string(' ', 300));
                return Good(FormattableString.Invariant($"{i}.csv"), i / 10.0) with { OutputPath = [path] };
            }),
        ];
        // 300 bytes are 400 in Base64, and the head of an address
        List<string> warnings = [];
        var html = Html(new SpectralReport { Results = results, EmbedLimit = 4 * 450 }, warnings.Add);

        var embedded = html.Split("<td class=\"pic\">").Skip(1)
            .Select(cell => cell.Contains("data-whole", StringComparison.Ordinal));
        Assert.Equal([true, true, true, true, false, false, false, false, false], embedded);
        Assert.Equal(9, html.Split("href=\"./graph%20").Length - 1 - html.Split("<li><a href").Length + 1);
        var warning = Assert.Single(warnings);
        Assert.Contains("4 of 9 graphs are in this file", warning, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, warning, StringComparison.Ordinal);
        Assert.Contains("<p class=\"note\">4 of 9 graphs", html, StringComparison.Ordinal);

        warnings.Clear();
        Assert.Contains(
            "All graphs are in this file", Html(new SpectralReport { Results = results }, warnings.Add),
            StringComparison.Ordinal);
        Assert.Empty(warnings);
    }

    [Fact]
    public void A_graph_that_is_drawn_for_the_page_has_its_points_and_names_as_text()
    {
        var report = new SpectralReport
        {
            Results = [Good("a.csv", 1)],
            Repeat = (_, _) => Compared(Hostile),
        };
        var html = Html(report);
        var packed = Convert.FromBase64String(html.Split("data-drawn=\"")[1].Split('"')[0]);
        using var unpacked = new System.IO.Compression.GZipStream(
            new MemoryStream(packed), System.IO.Compression.CompressionMode.Decompress);
        using var drawn = System.Text.Json.JsonDocument.Parse(unpacked);
        var svg = XDocument.Parse(drawn.RootElement.GetProperty("svg").GetString()!);

        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName is "script" or "foreignObject");
        Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "text" && e.Value.Contains("<img", StringComparison.Ordinal));
        var curves = drawn.RootElement.GetProperty("curves").EnumerateArray().ToArray();
        Assert.Equal(3, curves.Length);
        // the map leads from the first and the last point to the edges of the panel
        double[] panel = Numbers(curves[0], "panel"), map = Numbers(curves[0], "map"), x = Numbers(curves[0], "x");
        Assert.Equal(panel[0], (x[^1] * map[0]) + map[1], 1e-3);
        Assert.Equal(panel[2], (x[0] * map[0]) + map[1], 1e-3);
        Assert.All(Numbers(curves[1], "y"), y => Assert.InRange((y * map[2]) + map[3], panel[1], panel[3]));

        static double[] Numbers(System.Text.Json.JsonElement of, string name) =>
            [.. of.GetProperty(name).EnumerateArray().Select(n => n.GetDouble())];
    }

    private static string Of(XElement element, string attribute) => element.Attribute(attribute)!.Value;

    private static SpectralResult Good(string name, double correlation) => new()
    {
        Path = Path.Combine(Path.GetTempPath(), name),
        Comparison = new SpectralComparison { Correlation = correlation, Rmse = 0.01, Coverage = 1 },
        Confidence = 0.99,
        DurationMilliseconds = 12,
    };

    private static SpectralComparison Compared(string name)
    {
        var x = Enumerable.Range(0, 3000).Select(i => 400.0 + i).ToArray();
        double[] y = [.. x.Select(v => Math.Sin(v / 50))];
        var axis = new SpectralAxis(AxisUnit.Wavenumber);
        var baseline = Spectrum.FromSource([.. x], [.. y], new() { Name = "baseline", Axis = axis });
        var sample = Spectrum.FromSource(x, y, new() { Name = name, Axis = axis });
        return SpectrumComparer.Compare(new PreparedBaseline(baseline), sample, new(), default).Comparison with
        {
            Reference = baseline,
            Sample = sample,
        };
    }

    private static SpectralResult Failed(string name) => new()
    {
        Path = Path.Combine(Path.GetTempPath(), name),
        Status = SpectralResultStatus.Failed,
        Error = new SpectralError("OneColumn", SpectralErrorCategory.InvalidData, "One column.", "Export x and y together.", 2),
    };

    private static SpectralRun Run(string baseline) => new()
    {
        Id = "abc123",
        Manifest = "/runs/spectral-run.jsonl",
        StartedUtc = new DateTime(2026, 1, 2, 3, 4, 0, DateTimeKind.Utc),
        EndedUtc = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        Ending = SpectralRunEnding.Completed,
        Machine = "a-machine",
        Baseline = new SpectralFileStamp("/spectra/" + baseline, 1, default, "DEADBEEF"),
    };

    private static string WithoutTime(string html) => Written().Replace(html, "");

    private string Html(SpectralReport report, Action<string>? warn = null)
    {
        using var stream = new MemoryStream();
        var content = new ReportContent(report, _folder.Path, OutputFormats.Infos) { Warn = warn ?? (static _ => { }) };
        new HtmlReportFormat().Write(content, stream, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static XDocument JUnit(SpectralReport report)
    {
        using var stream = new MemoryStream();
        new JUnitReportFormat()
            .Write(new ReportContent(report, "", OutputFormats.Infos), stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        return XDocument.Load(stream);
    }

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("written [^<]*")]
    private static partial Regex Written();
}
