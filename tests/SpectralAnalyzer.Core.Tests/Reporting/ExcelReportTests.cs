using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ExcelDataReader;
using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Reporting;

namespace SpectralAnalyzer.Core.Tests.Reporting;

/// <summary>Workbooks, read back by ExcelDataReader 3.6.0, which did not write them.</summary>
public sealed class ExcelReportTests : IDisposable
{
    private static readonly XNamespace s_main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("_x0041_bc")]
    [InlineData("<b>&\"'")]
    public void A_name_that_looks_like_a_formula_is_text(string name)
    {
        var book = Write(new SpectralReport { Results = [Judged(name, 14.25, SpectralVerdict.Fail) with { Series = name }] });
        var results = Read(book)["Results"];

        Assert.Equal((name.Replace('/', '∕'), name), (results[1][2], results[1][3]));
        Assert.Empty(Sheet(book, 1).Descendants(s_main + "f"));
        Assert.All(
            Sheet(book, 1).Descendants(s_main + "c").Where(c => c.Attribute("t")?.Value == "inlineStr"),
            c => Assert.NotEqual("0", c.Attribute("s")!.Value));
    }

    [Fact]
    public void The_sheets_have_the_results_with_the_worst_first_the_statistics_and_the_limits()
    {
        var sheets = Read(Write(new SpectralReport
        {
            Results =
            [
                Judged("pass.csv", 4, SpectralVerdict.Pass), Judged("fail.csv", 14.25, SpectralVerdict.Fail),
                Judged("warn.csv", 9.5, SpectralVerdict.Warning),
                new() { Path = "/data/broken\u0001.csv", Status = SpectralResultStatus.Failed },
            ],
        }));

        Assert.Equal(["Results", "Statistics", "Limits", "Provenance"], sheets.Keys);
        Assert.Equal(["Sample", "broken\uFFFD.csv", "fail.csv", "warn.csv", "pass.csv"], sheets["Results"].Select(row => row[2]));
        var oxidation = Array.IndexOf(sheets["Results"][0], "oxidation (A · cm⁻¹)");
        Assert.Equal([null, 14.25, 9.5, 4.0], sheets["Results"].Skip(1).Select(row => row[oxidation]));
        var statistics = sheets["Statistics"].First(row => (string?)row[0] == "oxidation (A · cm⁻¹)");
        Assert.Equal([3.0, 27.75 / 3], statistics[1..3]);
        // the sample standard deviation of 4, 9.5 and 14.25, by statistics.stdev of Python 3.11
        Assert.Equal(5.129571132170798, (double)statistics[3]!, 1e-12);
        Assert.Equal([9.5, 4.0, 14.25], statistics[4..7]);
        Assert.Equal(
            ["Fail", "fail.csv", null, "oxidation", 14.25, "A · cm⁻¹", "max 12, warn above 8", 2.25], sheets["Limits"][1]);
        Assert.Contains(sheets["Provenance"], row => (string?)row[1] == "Used oil, version 2");
    }

    [Fact]
    public void Limits_color_their_columns_and_graphs_are_links_beside_the_workbook()
    {
        var graph = Path.Combine(_folder.Path, "graphs", "a b#1.png");
        var book = Write(new SpectralReport
        {
            Results = [Judged("a.csv", 14.25, SpectralVerdict.Fail) with { OutputPath = [graph] }],
            MinimumCorrelation = 0.9,
        });
        var rules = Sheet(book, 1).Descendants(s_main + "cfRule")
            .Select(r => (r.Parent!.Attribute("sqref")!.Value, r.Attribute("dxfId")!.Value, r.Attribute("operator")!.Value,
                r.Element(s_main + "formula")!.Value)).ToArray();

        Assert.Contains(("F2:F2", "2", "lessThan", "0.9"), rules);
        Assert.Contains(("L2:L2", "2", "greaterThan", "12"), rules);
        Assert.Contains(("L2:L2", "1", "greaterThan", "8"), rules);
        Assert.Contains(("A2:A2", "2", "equal", "\"Fail\""), rules);
        Assert.Equal("E2", Sheet(book, 1).Descendants(s_main + "hyperlink").Single().Attribute("ref")!.Value);
        using var zip = new ZipArchive(new MemoryStream(book));
        using var relations = zip.GetEntry("xl/worksheets/_rels/sheet1.xml.rels")!.Open();
        Assert.Equal("./graphs/a%20b%231.png", XDocument.Load(relations).Root!.Elements().Single().Attribute("Target")!.Value);
    }

    [Fact]
    public void On_request_the_points_of_the_spectra_are_in_it_and_what_is_not_is_said()
    {
        var sample = Spectrum.FromSource([400, 401, 402], [0.1, 0.2, double.NaN], new()
        {
            Axis = new SpectralAxis(AxisUnit.Wavenumber),
        });
        List<string> warnings = [];
        var report = new SpectralReport
        {
            Results = [Judged("a.csv", 4, SpectralVerdict.Pass), Judged("gone.csv", 5, SpectralVerdict.Pass)],
            IncludeSpectra = true,
            Repeat = (result, _) => result.Path.EndsWith("a.csv", StringComparison.Ordinal)
                ? new SpectralComparison { Sample = sample, Reference = sample }
                : null,
        };
        var points = Read(Write(report, warnings.Add))["Spectra"];

        Assert.Equal(["Wavenumber (cm⁻¹)", "a.csv"], points[0]);
        Assert.Equal([[400.0, 0.1], [401.0, 0.2], [402.0, null]], points.Skip(1));
        Assert.Contains("The points of 1 spectra are not in the workbook", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes()
    {
        var report = new SpectralReport { Results = [Judged("a.csv", 4, SpectralVerdict.Pass)] };
        Assert.Equal(Write(report), Write(report));
    }

    private static SpectralResult Judged(string name, double value, SpectralVerdict verdict) => new()
    {
        Path = "/data/" + name.Replace('/', '∕'),
        Verdict = verdict,
        Method = new MethodStamp("Used oil", "2", new string('a', 64)),
        Limits =
        [
            new LimitOutcome(
                "oxidation", value, "A · cm⁻¹", new SpectralLimit { Name = "oxidation", Max = 12, WarnMax = 8 }, verdict,
                value - 12),
        ],
        Comparison = new SpectralComparison { Correlation = 0.95, Rmse = 0.01, Coverage = 1 },
    };

    private byte[] Write(SpectralReport report, Action<string>? warn = null)
    {
        using var stream = new MemoryStream();
        OutputFormats.Get<ReportContent>(ReportFormat.Excel).Write(
            new ReportContent(report, _folder.Path, OutputFormats.Infos) { Warn = warn ?? (static _ => { }) }, stream,
            TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private static XDocument Sheet(byte[] book, int number)
    {
        using var zip = new ZipArchive(new MemoryStream(book));
        using var part = zip.GetEntry(FormattableString.Invariant($"xl/worksheets/sheet{number}.xml"))!.Open();
        return XDocument.Load(part);
    }

    private static Dictionary<string, object?[][]> Read(byte[] book)
    {
        // the reader asks for a code page, which this kind of workbook does not have
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(book));
        var sheets = new Dictionary<string, object?[][]>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            sheets[reader.Name] = [.. rows];
        }
        while (reader.NextResult());
        return sheets;
    }
}
