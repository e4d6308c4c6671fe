using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Tests.Runs;

/// <summary>A run manifest keeps verdicts, limits, bands and the method; lines without a method are as before.</summary>
public sealed class JudgedRunTests
{
    private static readonly MethodStamp s_method = new("Used oil", "2", new string('a', 64));

    [Fact]
    public void A_judged_result_comes_back_as_it_was_written()
    {
        SpectralLimit limit = new() { Name = "oxidation", Max = 12, WarnMax = 8, Line = 14 };
        SpectralResult result = new()
        {
            Path = "/data/a.csv",
            Verdict = SpectralVerdict.Fail,
            Method = s_method,
            Bands =
            [
                new("oxidation", BandMeasure.Area, 14.25, double.NaN, "Absorbance · cm⁻¹"),
                new("soot", BandMeasure.Height, double.NaN, double.NaN, "Absorbance", "The spectrum ends before 2000 cm⁻¹."),
            ],
            Limits =
            [
                new("soot", double.NaN, "Absorbance", new() { Name = "soot", Max = 1 }, SpectralVerdict.Fail, double.NaN),
                new("oxidation", 14.25, "Absorbance · cm⁻¹", limit, SpectralVerdict.Fail, 2.25),
                new("Correlation", 0.999, "", new() { Name = "correlation", Min = 0.98 }, SpectralVerdict.Pass, -0.019),
            ],
        };

        var read = RoundTrip(result);

        Assert.Equal((result.Verdict, result.Method), (read.Verdict, read.Method));
        Assert.Equal(result.Limits, read.Limits);
        Assert.Equal(result.Bands, read.Bands);
        Assert.Equal(
            ["soot is missing (max 1): Fail", "oxidation = 14.25 Absorbance · cm⁻¹ (max 12): Fail",
                "Correlation = 0.999 (min 0.98): Pass"],
            read.Limits.Select(outcome => outcome.ToString()));
    }

    [Fact]
    public void A_line_without_a_method_has_none_of_it_and_reads_as_unjudged()
    {
        var line = ManifestJson.Write(Line(new SpectralResult { Path = "/data/a.csv" }));
        var text = System.Text.Encoding.UTF8.GetString(line);

        Assert.All((string[])["verdict", "limits", "bands", "method"], name =>
            Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase));
        var read = Assert.IsType<ResultLine>(ManifestJson.Read(line)).Result;
        Assert.Equal((SpectralVerdict.None, 0, 0, null), (read.Verdict, read.Limits.Count, read.Bands.Count, read.Method));
    }

    [Fact]
    public void The_regions_of_a_comparison_come_back()
    {
        ComparisonOptions options = new() { Regions = [new(3100, 2800), new(1850, 650.5)] };

        var read = ManifestJson.FromElement<ComparisonOptions>(ManifestJson.ToElement(options));

        Assert.Equal(options.Regions, read!.Regions);
    }

    [Fact]
    public void Verdicts_are_counted_and_come_back_with_the_statistics()
    {
        SpectralVerdict[] verdicts =
            [SpectralVerdict.Pass, SpectralVerdict.Fail, SpectralVerdict.Pass, SpectralVerdict.Warning, SpectralVerdict.None];
        var statistics = new SpectralEngine().Summarize(
            verdicts.Select((verdict, i) => new SpectralResult { Path = $"/data/{i}.csv", Index = i, Verdict = verdict }));

        Assert.Equal(2, statistics.Verdicts[SpectralVerdict.Pass]);
        Assert.Equal(1, statistics.Verdicts[SpectralVerdict.Warning]);
        Assert.Equal(1, statistics.Verdicts[SpectralVerdict.Fail]);
        Assert.Equal(3, statistics.Verdicts.Count);

        EndLine end = new() { Run = "1", End = new RunEnd(SpectralRunEnding.Completed, statistics) };
        var read = Assert.IsType<EndLine>(ManifestJson.Read(ManifestJson.Write(end))).End.Statistics;
        Assert.Equal(statistics.Verdicts, read.Verdicts);
    }

    private static ResultLine Line(SpectralResult result) => new() { Run = "1", Result = result };

    private static SpectralResult RoundTrip(SpectralResult result) =>
        Assert.IsType<ResultLine>(ManifestJson.Read(ManifestJson.Write(Line(result)))).Result;
}
