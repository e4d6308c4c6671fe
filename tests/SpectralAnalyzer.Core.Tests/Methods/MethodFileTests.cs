using System.Collections;
using System.Security.Cryptography;
using System.Text;

namespace SpectralAnalyzer.Core.Tests.Methods;

/// <summary>A method file states what a batch does.</summary>
public sealed class MethodFileTests
{
    [Fact]
    public void Every_section_is_read()
    {
        var method = MethodFile.Read(MethodFile.Complete);

        Assert.Equal(("Used engine oil", "2"), (method.Name, method.Version));
        Assert.Equal((AxisUnit.Wavenumber, OrdinateKind.Absorbance), (method.Reading.XUnit, method.Reading.Ordinate));
        Assert.Equal(["Sample*"], method.Reading.Series);
        Assert.Equal(["Fresh*", "2"], method.BaselineReading.Series);
        Assert.Equal(["2", "Absorbance"], method.Reading.YColumns);
        Assert.Equal((Delimiter.Semicolon, DecimalMark.Comma, 3, "1", "latin1"),
            (method.Reading.Delimiter, method.Reading.DecimalMark, method.Reading.SkipLines, method.Reading.XColumn,
                method.Reading.Encoding));
        Assert.Equal((AxisUnit.Nanometer, DecimalMark.Point), (method.BaselineReading.XUnit, method.BaselineReading.DecimalMark));
        Assert.Equal(["crop", "background", "smooth"], method.Steps.Select(s => s.Name));
        Assert.Equal([18, 19, 20], method.Steps.Select(s => s.Line!.Value));
        Assert.Equal(1e6, method.Steps[1].Parameters["lambda"]);
        Assert.Equal([new SpectralRange(2800, 3100), new SpectralRange(650, 1850)], method.Comparison!.Regions);
        Assert.Equal((ResamplingMethod.Pchip, 0.5, 0.05, OrdinateKind.Absorbance, 785.0, true, 2000.0, 2200.0, 10),
            (method.Comparison.Resampling, method.Comparison.MinimumCoverage, method.Comparison.MinimumPeakProminence,
                method.Comparison.CompareAs, method.Comparison.LaserWavelength, method.Comparison.ApplyJacobian,
                method.Comparison.NoiseRegionMin, method.Comparison.NoiseRegionMax, method.Comparison.MinimumOverlapPoints));
        var bands = method.Bands.ToDictionary(b => b.Name);
        Assert.Equal((BandMeasure.Height, 2000.0), (bands["soot"].Measure, bands["soot"].Position));
        Assert.Equal((BandMeasure.Area, BandSource.Difference), (bands["oxidation"].Measure, bands["oxidation"].Of));
        Assert.Equal([1900, 1670], bands["oxidation"].Base);
        Assert.Equal((BandMeasure.Height, new SpectralRange(1670, 1800)), (bands["top"].Measure, bands["top"].Range));
        Assert.Equal(BandMeasure.Centroid, bands["center"].Measure);
        Assert.Equal(BandMeasure.Width, bands["half"].Measure);
        Assert.Equal(("oxidation", "soot"), (bands["relative"].Numerator, bands["relative"].Denominator));
        var limits = method.Limits.ToDictionary(l => l.Name);
        Assert.Equal((0.98, null, 0.99, null), Sides(limits["Correlation"]));
        Assert.Equal((null, 12.0, null, 8.0), Sides(limits["oxidation"]));
        Assert.Equal((0.1, 0.9, 0.2, 0.8), Sides(limits["soot"]));
        Assert.Equal((null, null, null, 3.0), Sides(limits["top"]));
        Assert.Equal((1.0, 2.0, null, 1.5), Sides(limits["half"]));
        Assert.Equal((new SpectralRange(650, 1850), new SpectralRange(0, 2), 8),
            (method.Graph!.XRange, method.Graph.YRange, method.Graph.PeakLabels));
        Assert.Equal(["oxidation", "soot"], method.Graph.Shade);
    }

    [Fact]
    public void What_a_file_does_not_state_is_not_in_the_method()
    {
        var method = MethodFile.Read("name: Nothing else");

        Assert.Equal("1", method.Version);
        Assert.Equal((ReadOptions.Default, ReadOptions.Default), (method.Reading, method.BaselineReading));
        Assert.Empty(method.Steps);
        Assert.Empty(method.Limits);
        Assert.Null(method.Comparison);
        Assert.Null(method.Graph);
    }

    [Fact]
    public void A_method_has_the_hash_of_its_file()
    {
        var method = MethodFile.Read(MethodFile.Complete);

        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(MethodFile.Complete))), method.Stamp.Sha256);
    }

    [Fact]
    public void A_written_method_is_read_as_the_same_method()
    {
        var method = MethodFile.Read(MethodFile.Complete);

        AssertSame(method, MethodFile.Read(MethodFile.Methods.Write(method)));
    }

    [Theory]
    [InlineData("1.10")]
    [InlineData("007")]
    [InlineData("true")]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("- a: b # c")]
    [InlineData("it's \"quoted\"\nand {broken}")]
    [InlineData("*alias")]
    [InlineData("&anchor !tag")]
    [InlineData("Öl 柴油 µ")]
    [InlineData(" leading")]
    [InlineData("1e3")]
    [InlineData("2026-11-28")]
    public void Any_text_comes_back_from_a_file(string text)
    {
        var method = new SpectralMethod
        {
            Name = text,
            Version = text,
            Description = text,
            Reading = new ReadOptions { Series = [text, "2"], XColumn = text },
            Bands = [new SpectralBand { Name = text, Measure = BandMeasure.Height, Position = 1 }],
            Limits = [new SpectralLimit { Name = text, Max = 1 }],
        };

        AssertSame(method, MethodFile.Read(MethodFile.Methods.Write(method)));
    }

    [Theory]
    [InlineData(null, null, null, 1.0)]
    [InlineData(null, null, 1.0, null)]
    [InlineData(null, null, 1.0, 2.0)]
    [InlineData(1.0, null, null, null)]
    [InlineData(1.0, null, 2.0, null)]
    [InlineData(1.0, null, null, 2.0)]
    [InlineData(1.0, null, 2.0, 3.0)]
    [InlineData(null, 3.0, 1.0, null)]
    [InlineData(null, 3.0, 1.0, 2.0)]
    [InlineData(0.0, 3.0, 1.0, null)]
    [InlineData(0.0, 3.0, null, 2.0)]
    [InlineData(0.0, 3.0, 1.0, 2.0)]
    public void Limits_on_any_side_come_back_from_a_file(double? min, double? max, double? warnMin, double? warnMax)
    {
        var limit = new SpectralLimit { Name = "Rmse", Min = min, Max = max, WarnMin = warnMin, WarnMax = warnMax };
        var method = new SpectralMethod { Name = "Limits", Limits = [limit] };

        var read = MethodFile.Read(MethodFile.Methods.Write(method));

        Assert.Equal(limit, read.Limits.Single() with { Line = null });
    }

    [Fact]
    public void Json_is_read_as_well()
    {
        var method = MethodFile.Read("""
            {
              "name": "Oil", "version": "1.10",
              "prepare": [ { "crop": [4000, 550] } ],
              "limits": { "rmse": { "max": 0.05 } }
            }
            """);

        Assert.Equal(("1.10", "crop", 0.05), (method.Version, method.Steps.Single().Name, method.Limits.Single().Max));
    }

    [Fact]
    public void Tables_in_the_words_of_the_file_make_the_same_method()
    {
        var table = new Hashtable
        {
            ["Name"] = "Oil",
            ["version"] = 3,
            ["read"] = new Hashtable { ["xUnit"] = AxisUnit.Wavenumber, ["ordinate"] = "Absorbance" },
            ["prepare"] = new object[]
            {
                new Hashtable { ["crop"] = new object[] { 4000, 550.5 } },
                new Hashtable { ["smooth"] = new Hashtable { ["kind"] = "savitzky-golay", ["window"] = 9, ["order"] = 2 } },
            },
            ["compare"] = new Hashtable { ["regions"] = new[] { new SpectralRange(1850, 650) }, ["resampling"] = "Akima" },
            ["limits"] = new Hashtable { ["Correlation"] = new Hashtable { ["min"] = 0.98f } },
        };

        var method = MethodFile.Methods.Create(table, "");

        AssertSame(
            MethodFile.Read("""
                name: Oil
                version: 3
                read: { xUnit: cm-1, ordinate: absorbance }
                prepare:
                  - crop: [550.5, 4000]
                  - smooth: { kind: savitzky-golay, window: 9, order: 2 }
                compare: { regions: [650, 1850], resampling: akima }
                limits: { correlation: { min: 0.98 } }
                """),
            method with { Limits = [method.Limits[0] with { Min = Math.Round(method.Limits[0].Min!.Value, 6) }] });
    }

    [Fact]
    public void A_wrong_table_is_refused_with_all_faults_and_the_keys_that_lead_to_them()
    {
        var table = new Hashtable
        {
            ["name"] = "Oil",
            ["limits"] = new Hashtable { ["rmse"] = new Hashtable { ["maxx"] = 1, ["warn"] = "high" } },
        };

        var error = Assert.Throws<SpectralException>(() => MethodFile.Methods.Create(table, "")).Error;

        Assert.Equal(SpectralErrorIds.InvalidMethod, error.Id);
        Assert.Contains("limits.rmse: There is no key 'maxx' here. Did you mean 'max'?", error.Message, StringComparison.Ordinal);
        Assert.Contains("limits.rmse.warn: 'high' is not allowed here.", error.Message, StringComparison.Ordinal);
        Assert.Null(error.Line);
    }

    [Fact]
    public void Paths_of_spectra_are_relative_to_the_method_file()
    {
        using var folder = new TempFolder();
        var dark = folder.Write("references/dark.csv", "x,y\n1,2\n2,3\n3,4\n");
        var path = folder.Write("methods/a.yaml", "name: A\nprepare:\n  - subtract: ../references/dark.csv\n");

        var method = MethodFile.Methods.Read(path);

        Assert.Contains(dark, method.Steps.Single().Parameters.Values);
        Assert.Contains("file: ../references/dark.csv", Unquoted(MethodFile.Methods.Write(method)), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_step_of_a_method_shows_what_it_did()
    {
        var method = MethodFile.Read("name: A\nprepare:\n  - crop: [2, 8]\n  - smooth: { kind: moving-average, window: 99 }\n");
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        var sample = Spectrum.FromSource(x, [.. x.Select(v => v * v)]);

        var effects = MethodFile.Methods.Trace(method, sample, null, TestContext.Current.CancellationToken);

        Assert.Equal((9, 7), (effects[0].PointsBefore, effects[0].PointsAfter));
        Assert.Equal((new SpectralRange(1, 9), new SpectralRange(2, 8)), (effects[0].XBefore, effects[0].XAfter));
        Assert.Equal((new SpectralRange(1, 81), new SpectralRange(4, 64)), (effects[0].YBefore, effects[0].YAfter));
        Assert.Equal(2, effects.Count);
        Assert.NotNull(effects[1].Error);
        Assert.Null(effects[1].PointsAfter);
    }

    private static (double? Min, double? Max, double? WarnMin, double? WarnMax) Sides(SpectralLimit limit) =>
        (limit.Min, limit.Max, limit.WarnMin, limit.WarnMax);

    private static string Unquoted(string text) => text.Replace("'", "", StringComparison.Ordinal);

    /// <summary>Two methods state the same, wherever they were stated.</summary>
    private static void AssertSame(SpectralMethod expected, SpectralMethod actual) => Assert.Equivalent(
        WithoutPlace(expected), WithoutPlace(actual), strict: true);

    private static SpectralMethod WithoutPlace(SpectralMethod method) => method with
    {
        Path = "",
        Sha256 = "",
        Steps = [.. method.Steps.Select(s => s with { Line = null })],
        Bands = [.. method.Bands.Select(b => b with { Line = null })],
        Limits = [.. method.Limits.Select(l => l with { Line = null })],
    };
}
