using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Reading.Matlab;

/// <summary>Vectors and matrices of MATLAB data that make spectra; the files are made by scipy.</summary>
public sealed class MatlabFormatTests
{
    [Fact]
    public void Vectors_of_one_length_are_the_columns_of_a_table()
    {
        var content = Read("vectors.mat");

        Assert.Equal(("MATLAB data", AxisUnit.Nanometer), (content.Report.Format, content.Report.XUnit));
        Assert.Equal(["first", "second"], content.Spectra.Select(s => s.Series));
        Assert.All(content.Spectra, spectrum => Assert.Equal(MadeUpBinary.X, spectrum.SourceX));
        Assert.Equal(MadeUpBinary.Y(), content.Spectra[0].SourceY);
        Assert.Equal(Enumerable.Range(0, MadeUpBinary.Count).Select(i => (double)(i * 3 % 7)), content.Spectra[1].SourceY);
        Assert.True(content.Report.Confidence >= 0.9);
    }

    [Fact]
    public void A_matrix_goes_with_the_axis_that_is_as_long()
    {
        var content = Read("matrix.mat");

        Assert.Equal(["spectra 1", "spectra 2", "spectra 3"], content.Spectra.Select(s => s.Series));
        Assert.Equal(AxisUnit.Wavenumber, content.Report.XUnit);
        Assert.Equal(MadeUpBinary.X.Select(x => (double)(float)(4000 - 3 * x)), content.Spectra[0].SourceX);
        Assert.Equal(MadeUpBinary.Y().Select(y => y * 3), content.Spectra[2].SourceY);
    }

    [Fact]
    public void Each_structure_is_a_table_of_its_own()
    {
        var content = Read("structure.mat");

        Assert.Equal(["a", "b"], content.Spectra.Select(s => s.Series));
        Assert.Equal(MadeUpBinary.X.Select(x => x + 1), content.Spectra[1].SourceX);
        Assert.Equal((AxisUnit.Nanometer, OrdinateKind.Absorbance), (content.Report.XUnit, content.Report.Ordinate));
    }

    [Fact]
    public void A_matrix_of_two_columns_is_x_and_y()
    {
        var spectrum = Assert.Single(Read("pair.mat").Spectra);

        Assert.Equal(MadeUpBinary.X, spectrum.SourceX);
        Assert.Equal(MadeUpBinary.Y(), spectrum.SourceY);
    }

    [Fact]
    public void A_file_without_spectra_is_refused_with_what_is_in_it()
    {
        var error = Assert.Throws<SpectralException>(() => Read("nothing.mat")).Error;

        Assert.Equal(SpectralErrorIds.UnsupportedContent, error.Id);
        foreach (var part in (string[])["MATLAB", "image (double, 3×4×5)", "labels (cell, 1×2)", "z (double, complex, 1×5)"])
            Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vectors.mat", 0.5)]
    [InlineData("vectors.mat", 0.95)]
    [InlineData("matrix.mat", 0.6)]
    public void A_cut_file_is_refused_by_name(string name, double share)
    {
        var bytes = MadeUpBinary.Read(name);

        var error = Assert.Throws<SpectralException>(() => Read("cut.mat", bytes[..(int)(share * bytes.Length)])).Error;

        Assert.Equal((SpectralErrorIds.Truncated, true), (error.Id, error.Message.Contains("MATLAB", StringComparison.Ordinal)));
    }

    [Fact]
    public void Numbers_that_are_not_as_many_as_stated_are_refused()
    {
        var bytes = MadeUpBinary.Read("vectors.mat");
        // rows of the first variable, behind its flags
        bytes[128 + 8 + 16 + 8 + 4]++;

        Assert.Equal(SpectralErrorIds.Truncated, Assert.Throws<SpectralException>(() => Read("a.mat", bytes)).Error.Id);
    }

    private static SpectralFileContent Read(string name) => Read(name, MadeUpBinary.Read(name));

    private static SpectralFileContent Read(string name, byte[] bytes) =>
        SpectrumReader.Default.Read(
            new SpectralSource("/" + name, bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
