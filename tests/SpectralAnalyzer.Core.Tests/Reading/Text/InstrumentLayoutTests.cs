using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

public sealed class InstrumentLayoutTests
{
    public static TheoryData<string> Names => [.. MadeUpFiles.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_export_is_read_exactly_without_any_hint(string name)
    {
        var file = MadeUpFiles.All.Single(f => f.Name == name);

        var content = SpectrumReader.Default.Read(
            new SpectralSource("/made/up/" + file.FileName, file.Bytes()), ReadOptions.Default,
                TestContext.Current.CancellationToken);

        Assert.Equal(file.SpectrumCount, content.Spectra.Count);
        Assert.Contains(content.Spectra, s => IsWhole(s, file));
        Assert.Equal(file.Unit, content.Report.XUnit);
        Assert.Equal(file.Ordinate, content.Report.Ordinate);
        Assert.True(content.Report.Confidence >= 0.75, $"confidence {content.Report.Confidence}");
    }

    private static bool IsWhole(Spectrum spectrum, MadeUpFile file)
    {
        if (spectrum.Count != file.Count)
            return false;
        var x = spectrum.SourceX;
        var y = spectrum.SourceY;
        return Enumerable.Range(0, 4).Any(k =>
            Enumerable.Range(0, file.Count)
                .All(i => x[i] == file.XValue(i) && (file.IsMissing(i) ? double.IsNaN(y[i]) : y[i] == file.YValue(i, k))));
    }
}
