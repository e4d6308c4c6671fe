using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Export;

namespace SpectralAnalyzer.Core.Tests.Output;

public sealed class CsvFormatTests : IDisposable
{
    private static readonly CsvFormat s_format = new();

    private readonly TempFolder _folder = new();

    private readonly Spectrum _spectrum = Spectrum.FromSource(
        [400, 0.1 + 0.2 + 400, 1e3, 4000], [1 / 3.0, double.NaN, double.Epsilon, -1.7976931348623157e308]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_number_reads_back_to_the_same_double()
    {
        var lines = Lines(_spectrum);
        var rows = lines.SkipWhile(l => l.StartsWith('#')).Skip(1).Select(l => l.Split(',')).ToArray();
        Assert.Equal(_spectrum.X, rows.Select(r => double.Parse(r[0], CultureInfo.InvariantCulture)));
        Assert.Equal(
            _spectrum.Y, rows.Select(r => r[1].Length == 0 ? double.NaN : double.Parse(r[1], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var expected = Lines(_spectrum);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, Lines(_spectrum));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void One_changed_digit_is_found()
    {
        var path = _folder["n.csv"];
        using (var stream = File.Create(path))
            s_format.Write(new SpectrumContent(_spectrum), stream, TestContext.Current.CancellationToken);
        s_format.Verify(new SpectrumContent(_spectrum), path);
        File.WriteAllText(
            path, File.ReadAllText(path).Replace("0.3333333333333333", "0.3333333333333334", StringComparison.Ordinal));
        Assert.Equal("OutputCorrupt",
            Assert.Throws<SpectralException>(() => s_format.Verify(new SpectrumContent(_spectrum), path)).Error.Id);
    }

    [Fact]
    public void A_missing_last_line_is_found()
    {
        var path = _folder["n.csv"];
        File.WriteAllLines(path, Lines(_spectrum)[..^1]);
        Assert.Equal("OutputCorrupt",
            Assert.Throws<SpectralException>(() => s_format.Verify(new SpectrumContent(_spectrum), path)).Error.Id);
    }

    private static string[] Lines(Spectrum spectrum)
    {
        using var stream = new MemoryStream();
        s_format.Write(new SpectrumContent(spectrum), stream, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
    }
}
