using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Reporting;

namespace SpectralAnalyzer.Core.Tests.Reporting;

public sealed partial class ReportLanguageTests
{
    public static TheoryData<string> Languages => [.. SpectralReport.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Each_language_has_every_text_with_its_values(string name)
    {
        var english = ReportLanguage.Create(CultureInfo.InvariantCulture);
        var language = ReportLanguage.Create(CultureInfo.GetCultureInfo(name));

        Assert.Equal(name, language.Name);
        Assert.Equal(english.Keys.Order(), language.Keys.Order());
        Assert.All(english.Keys, key =>
        {
            Assert.NotEmpty(language[key].Trim());
            Assert.Equal((key, Places(english[key])), (key, Places(language[key])));
        });
        // names of other languages that are the same, such as RMSE, are few
        if (name != "en")
            Assert.InRange(english.Keys.Count(key => language[key] == english[key]), 0, english.Keys.Count() / 5);
    }

    [Fact]
    public void No_text_is_left_over()
    {
        var source = string.Concat(Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "src/SpectralAnalyzer.Core/Reporting"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText));
        // keys that are put together of a word and a name
        string[] starts = ["verdict.", "count.", "status.", "metric.", "filter."];
        Assert.All(ReportLanguage.Create(CultureInfo.InvariantCulture).Keys, key => Assert.True(
            starts.Any(start => key.StartsWith(start, StringComparison.Ordinal))
            || source.Contains($"\"{Plural().Replace(key, "")}", StringComparison.Ordinal), key));
    }

    [Fact]
    public void A_culture_gives_the_page_its_language_and_its_numbers_and_leaves_junit_alone()
    {
        var report = new SpectralReport
        {
            Results =
            [
                .. Enumerable.Range(0, 1200).Select(i => new SpectralResult
                {
                    Path = FormattableString.Invariant($"/data/{i}.csv"),
                    Comparison = new SpectralComparison { Correlation = 0.25, Rmse = 0.125, Coverage = 0.995 },
                }),
            ],
            MinimumCorrelation = 0.5,
        };
        var german = Write(report with { Culture = CultureInfo.GetCultureInfo("de-DE") }, ReportFormat.Html);

        Assert.Contains("<html lang=\"de-DE\">", german, StringComparison.Ordinal);
        Assert.Contains("1.200 Spektren aus 1.200 Dateien", german, StringComparison.Ordinal);
        Assert.Contains("data-v=\"0.25\">0,25000<", german, StringComparison.Ordinal);
        Assert.Contains("99,5 %", german, StringComparison.Ordinal);
        Assert.DoesNotContain("Below the limit", german, StringComparison.Ordinal);
        Assert.Contains(
            "1,200 条低于限值", Write(report with { Culture = CultureInfo.GetCultureInfo("zh-CN") }, ReportFormat.Html),
            StringComparison.Ordinal);
        // Portuguese has no texts, and numbers of its own
        var portuguese = Write(report with { Culture = CultureInfo.GetCultureInfo("pt-BR") }, ReportFormat.Html);
        Assert.Contains(">Below the limit<", portuguese, StringComparison.Ordinal);
        Assert.Contains(">0,25000<", portuguese, StringComparison.Ordinal);
        Assert.Equal(
            Write(report, ReportFormat.JUnit),
            Write(report with { Culture = CultureInfo.GetCultureInfo("de-DE") }, ReportFormat.JUnit));
    }

    private static string Places(string text) => string.Concat(Place().Matches(text).Select(m => m.Value).Distinct().Order());

    private static string Write(SpectralReport report, ReportFormat format)
    {
        using var stream = new MemoryStream();
        OutputFormats.Get<ReportContent>(format).Write(
            new ReportContent(report, "/data/out", OutputFormats.Infos), stream, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\.(one|other)$")]
    private static partial Regex Plural();
}
