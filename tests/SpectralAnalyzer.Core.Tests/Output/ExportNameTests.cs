namespace SpectralAnalyzer.Core.Tests.Output;

/// <summary>
/// The names of what is exported on its own: nothing replaces a measurement or what the same export made of something else.
/// </summary>
public sealed class ExportNameTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SpectralEngine _engine = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Baselines_of_one_name_never_share_a_graph()
    {
        using var export = Start("{sample}_vs_{baseline}");
        string[] names =
            [.. ((string[])["/2024/ref.csv", "/2025/ref.csv"]).Select(baseline => Name(export, "/in/lot.csv", ".png", baseline))];
        Assert.Equal(["lot_vs_ref.png", "lot_vs_ref_1.png"], names);
    }

    [Theory]
    [InlineData("lot.asd", ".csv")]
    [InlineData("lot.asd", ".jdx")]
    [InlineData("2024/lot.asd", ".csv")]
    public void A_measurement_beside_the_sample_is_not_replaced(string sample, string extension)
    {
        _folder.Write("lot" + extension, "raw");
        using var export = Start("{sample}");
        Assert.Equal("lot_1" + extension, Name(export, _folder[sample], extension));
    }

    [Theory]
    [InlineData(SpectrumFileFormat.Csv, ".csv")]
    [InlineData(SpectrumFileFormat.JcampDx, ".jdx")]
    public void What_was_exported_of_the_sample_before_is(SpectrumFileFormat format, string extension)
    {
        var path = _folder.Write("lot.txt", string.Join('\n', Enumerable.Range(0, 50).Select(i => $"{400 + i}\t{i * i}")));
        var spectrum = Assert.Single(_engine.Read(path, ReadOptions.Default, TestContext.Current.CancellationToken).Spectra);
        for (var run = 0; run < 2; run++)
        {
            using var export = Start("{sample}");
            var name = Assert.Single(export.Name(spectrum.Path, null, "", [extension]));
            Assert.NotNull(export.SaveSpectrum(name, spectrum, format, TestContext.Current.CancellationToken));
        }

        Assert.Equal(((string[])["lot" + extension, "lot.txt"]).Order(StringComparer.Ordinal),
            _folder.Files().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_instrument_exported_of_the_same_numbers_is_not_replaced()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 50).Select(i => $"{400 + i},{i * i}"));
        var sample = _folder.Write("lot.txt", rows);
        _folder.Write("lot.csv", "# operator: A. B.\nx,y\n" + rows);
        using var export = Start("{sample}");
        Assert.Equal("lot_1.csv", Name(export, sample, ".csv"));
    }

    [Fact]
    public void Where_no_samples_lie_overwrite_replaces_what_is_there()
    {
        _folder.Write("lot.csv", "an older export");
        using var export = Start("{sample}");
        Assert.Equal("lot.csv", Name(export, "/in/lot.asd", ".csv"));
    }

    private ISpectralExport Start(string template) => _engine.StartExport(new ExportOptions
    {
        OutputDirectory = _folder.Path,
        FileNameTemplate = template,
        ConflictResolution = ConflictResolution.Overwrite,
    });

    private static string Name(ISpectralExport export, string sample, string extension, string baseline = "") =>
        Path.GetFileName(Assert.Single(export.Name(sample, null, baseline, [extension])).Path);
}
