using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Jcamp;

public sealed class JcampCorpusTests
{
    [Fact]
    public void Real_files_are_read_exactly()
    {
        var wrong = new List<string>();
        var rows = Corpus.Of("jcamp");
        foreach (var row in rows)
        {
            var content = SpectrumReader.Default.Read(row.FullPath, ReadOptions.Default, TestContext.Current.CancellationToken);
            Assert.Equal("JCAMP-DX", content.Report.Format);
            if (!content.Spectra.Any(row.Matches))
                wrong.Add(row.Path);
            var unit = row.XUnitNorm switch
            {
                "nm" => [AxisUnit.Nanometer],
                "cm-1" => [AxisUnit.Wavenumber, AxisUnit.RamanShift],
                "eV" => [AxisUnit.ElectronVolt],
                _ => Array.Empty<AxisUnit>(),
            };
            if (unit.Length > 0)
                Assert.Contains(content.Report.XUnit, unit);
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Bad_files_are_refused()
    {
        var bad = Corpus.Of("bad").Where(row => row.Path.EndsWith(".jdx", StringComparison.OrdinalIgnoreCase)).ToArray();

        Assert.NotEmpty(bad);
        Assert.All(bad, row => Assert.Throws<SpectralException>(
            () => SpectrumReader.Default.Read(row.FullPath, ReadOptions.Default, TestContext.Current.CancellationToken)));
    }
}
