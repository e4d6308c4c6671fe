using System.Globalization;
using SpectralAnalyzer.Core.Reading;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Spc;

public sealed class SpcCorpusTests
{
    private const string Twins = "text/rohanisaac+spc/";

    [Fact]
    public void Real_files_have_the_stated_points_and_units()
    {
        var rows = Corpus.Of("binary").Where(row => row.Path.EndsWith(".spc", StringComparison.OrdinalIgnoreCase)).ToArray();

        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            var content = Read(row.FullPath);
            Assert.Equal("Galactic SPC", content.Report.Format);
            Assert.Contains(content.Spectra, row.Matches);
            if (row.XUnitNorm == "nm")
                Assert.Equal(AxisUnit.Nanometer, content.Report.XUnit);
            if (row.XUnitNorm == "cm-1")
                Assert.True(content.Report.XUnit is AxisUnit.Wavenumber or AxisUnit.RamanShift);
        });
    }

    // what another reader of the same files wrote as text, x and then one column a subfile; it takes the exponent −1 of the first
    // subfile of m_evenz as 0, which breaks the course of its bands over the subfiles, so that one is left out
    [Theory]
    [InlineData("binary/rohanisaac+spc/s_xy.spc", Twins + "s_xy.spc.txt", 0)]
    [InlineData("binary/rohanisaac+spc/s_evenx.spc", Twins + "s_evenx.spc.txt", 0)]
    [InlineData("binary/rohanisaac+spc/Ft-ir.spc", Twins + "Ft-ir.spc.txt", 0)]
    [InlineData("binary/rohanisaac+spc/HENE25.SPC", Twins + "HENE25.SPC.txt", 0)]
    [InlineData("binary/rohanisaac+spc/DOERNER.spc", Twins + "DOERNER.spc.txt", 0)]
    [InlineData("binary/rohanisaac+spc/m_ordz.spc", Twins + "m_ordz.spc.txt", 0)]
    [InlineData("binary/rohanisaac+spc/m_evenz.spc", Twins + "m_evenz.spc.txt", 1)]
    [InlineData("binary/rohanisaac+spc/nir.spc", Twins + "nir.spc.txt", 0)]
    public void Real_files_have_the_numbers_of_their_text_twins(string path, string twin, int from)
    {
        var content = Read(Corpus.File(path));
        var rows = File.ReadLines(Corpus.File(twin)).Select(Numbers).Where(row => row.Length >= 2).ToArray();

        Assert.Equal(content.Spectra[0].Count, rows.Length);
        if (rows[0][0] != content.Spectra[0].SourceX[0]
            && Math.Sign(rows[1][0] - rows[0][0]) != Math.Sign(content.Spectra[0].SourceX[1] - content.Spectra[0].SourceX[0]))
            Array.Reverse(rows);
        Assert.Equal(content.Spectra.Count, rows[0].Length - 1);
        for (var s = from; s < content.Spectra.Count; s++)
        {
            var x = content.Spectra[s].SourceX;
            var y = content.Spectra[s].SourceY;
            for (var i = 0; i < rows.Length; i++)
            {
                Assert.Equal(rows[i][0], x[i], 2e-4);
                Assert.Equal(rows[i][s + 1], y[i], 1e-6 * Math.Max(1e-3, Math.Abs(y[i])) + 1e-9);
            }
        }
    }

    private static double[] Numbers(string line)
    {
        var numbers = new List<double>();
        foreach (var cell in line.Split([' ', '\t', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return [];
            numbers.Add(number);
        }

        return [.. numbers];
    }

    private static SpectralFileContent Read(string path) =>
        SpectrumReader.Default.Read(path, ReadOptions.Default, TestContext.Current.CancellationToken);
}
