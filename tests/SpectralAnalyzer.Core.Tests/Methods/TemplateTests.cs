using System.Globalization;

namespace SpectralAnalyzer.Core.Tests.Methods;

/// <summary>Each template is a method without a fault, and runs on files of its kind.</summary>
public sealed class TemplateTests
{
    public static TheoryData<string> Names => [.. MethodFile.Methods.Templates.Keys];

    [Fact]
    public void There_is_a_template_for_each_use() => Assert.Equal(
        ["nir-identity", "polymer-identity-atr", "raman-identity", "used-oil-ftir", "uv-vis-purity"],
        MethodFile.Methods.Templates.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_is_a_method_and_comes_back_when_it_is_written(string name)
    {
        var template = MethodFile.Read(MethodFile.Methods.GetTemplate(name));

        var written = MethodFile.Methods.Write(template);

        Assert.Equal(written, MethodFile.Methods.Write(MethodFile.Read(written)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_template_prepares_compares_and_measures_files_of_its_kind(string name)
    {
        using var folder = new TempFolder();
        var engine = new SpectralEngine();
        var stop = TestContext.Current.CancellationToken;
        var method = engine.Methods.Read(folder.Write("a.method.yaml", engine.Methods.GetTemplate(name)));
        var (header, x, bands) = Kind(name);
        var baseline = engine.Read(
            folder.Write("good.csv", Csv(header, x, bands, background: 0)), method.BaselineReading, stop).Spectra[0];
        var sample = engine.Read(
            folder.Write("sample.csv", Csv(header, x, bands, background: name == "raman-identity" ? 3 : 0.01)),
            method.Reading, stop).Spectra[0];

        var effects = engine.Methods.Trace(method, sample, baseline, stop);
        var prepare = engine.Processing.Start(method.Steps, baseline, folder.Path, stop);
        var prepared = prepare(sample);
        var comparison = engine.StartComparing(
            [baseline], method.Comparison ?? new ComparisonOptions(), method, stop)(sample);

        Assert.All(effects, effect => Assert.Null(effect.Error));
        Assert.Equal(method.Steps.Count, effects.Count);
        Assert.Equal(prepared.Y, effects[^1].After!.Y);
        Assert.True(comparison.Correlation > 0.98, $"r = {comparison.Correlation}");
        Assert.All(
            engine.Bands.Measure(method.Bands, prepared, prepare(baseline)),
            band => Assert.True(double.IsFinite(band.Value), $"{band} {band.Note}"));
    }

    // x from, to, step; and position, height and width of each band
    private static (string Header, (double From, double To, double Step) X, (double At, double Height, double Width)[] Bands)
        Kind(string name) => name switch
        {
            "used-oil-ftir" => ("Wavenumber (cm-1),Absorbance", (400, 4000, 2),
                [(2920, 1.5, 20), (2850, 1, 20), (1460, 0.8, 15), (1377, 0.5, 10), (1720, 0.1, 20), (970, 0.2, 12),
                (722, 0.2, 6)]),
            "polymer-identity-atr" => ("Wavenumber (cm-1),Absorbance", (400, 4000, 2),
                [(2916, 0.5, 12), (2848, 0.4, 10), (1740, 0.6, 12), (1465, 0.2, 8), (1150, 0.4, 20), (720, 0.15, 6)]),
            "raman-identity" => ("Raman shift (cm-1),Intensity", (150, 2000, 1),
                [(620, 0.3, 4), (795, 0.2, 4), (1001, 1, 4), (1031, 0.3, 4), (1155, 0.1, 5), (1450, 0.2, 8), (1602, 0.4, 5)]),
            "uv-vis-purity" => ("Wavelength (nm),Absorbance", (200, 400, 1), [(258, 0.9, 16), (205, 0.8, 10)]),
            _ => ("Wavelength (nm),Absorbance", (1000, 2500, 2),
                [(1200, 0.3, 30), (1450, 0.5, 40), (1730, 0.3, 25), (1940, 0.8, 40), (2100, 0.4, 50), (2310, 0.5, 30)]),
        };

    private static string Csv(
        string header, (double From, double To, double Step) x, (double At, double Height, double Width)[] bands,
        double background)
    {
        var lines = new List<string> { header };
        var noise = new Random(15);
        for (var at = x.From; at <= x.To; at += x.Step)
        {
            var y = 0.02 + ((background > 1 || x.From == 150 ? 0.03 : 0.002) * noise.NextDouble())
                + (background * Math.Exp(-Math.Pow((at - x.From) / (x.To - x.From), 2)))
                + bands.Sum(b => b.Height * Math.Exp(-Math.Pow((at - b.At) / b.Width, 2) / 2));
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{at},{y:F6}"));
        }

        return string.Join('\n', lines) + "\n";
    }
}
