using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Reading.Hdf5;

/// <summary>Arrays of HDF5 that make spectra; the files are made by h5py and netCDF4.</summary>
public sealed class Hdf5FormatTests
{
    [Fact]
    public void What_NXdata_plots_is_read_with_its_axis_and_nothing_else()
    {
        var content = Read("nexus.h5");

        var spectrum = Assert.Single(content.Spectra);
        Assert.Equal(("HDF5", AxisUnit.ElectronVolt), (content.Report.Format, content.Report.XUnit));
        Assert.Equal(OrdinateKind.Absorbance, content.Report.Ordinate);
        Assert.Equal(MadeUpBinary.X, spectrum.SourceX);
        Assert.Equal(MadeUpBinary.Y(), spectrum.SourceY);
        Assert.True(content.Report.Confidence >= 0.9);
    }

    [Fact]
    public void A_matrix_in_packed_chunks_gives_a_spectrum_a_row()
    {
        var content = Read("nexus2d.h5");

        Assert.Equal(["counts 1", "counts 2", "counts 3"], content.Spectra.Select(s => s.Series));
        Assert.Equal(AxisUnit.RamanShift, content.Report.XUnit);
        Assert.All(content.Spectra, s => Assert.Equal(MadeUpBinary.X, s.SourceX));
        Assert.Equal(MadeUpBinary.Y().Select(y => y * 3 * 100), content.Spectra[2].SourceY);
    }

    [Fact]
    public void Each_group_is_a_table_of_its_own()
    {
        var content = Read("plain.h5");

        Assert.Equal(["a: first", "a: second", "b: spectra 1", "b: spectra 2"], content.Spectra.Select(s => s.Series));
        Assert.Equal(
            [AxisUnit.Nanometer, AxisUnit.Nanometer, AxisUnit.Wavenumber, AxisUnit.Wavenumber],
            content.Spectra.Select(s => s.Axis.Unit));
        Assert.Equal(Enumerable.Range(0, MadeUpBinary.Count).Select(i => (double)(i * 3 % 7)), content.Spectra[1].SourceY);
        Assert.Equal(MadeUpBinary.X.Select(x => 4000 - (3 * x)), content.Spectra[3].SourceX);
        Assert.Equal(MadeUpBinary.Y().Select(y => y * 2), content.Spectra[3].SourceY);
    }

    [Fact]
    public void NetCDF_4_is_read_with_its_scale_and_its_gaps()
    {
        var content = Read("netcdf4.nc");

        Assert.Equal(AxisUnit.Nanometer, content.Report.XUnit);
        Assert.Equal(MadeUpBinary.X, content.Spectra[0].SourceX);
        Assert.Equal(MadeUpBinary.Y().Select(y => Math.Round(y, 2)), content.Spectra[0].SourceY.Select(y => Math.Round(y, 2)));
        Assert.Equal(double.NaN, content.Spectra[1].SourceY[5]);
        Assert.Contains(content.Report.Issues, issue => issue.Id == SpectralIssueIds.MissingValues);
    }

    [Theory]
    [InlineData("nothing.h5", "image (float64, 3×4×5)")]
    [InlineData("latest.h5", "chunks with an index of HDF5 1.10 or later")]
    [InlineData("linked.h5", "It holds nothing")]
    public void A_file_without_spectra_is_refused_with_what_is_in_it(string name, string part)
    {
        var error = Assert.Throws<SpectralException>(() => Read(name)).Error;

        Assert.Equal((SpectralErrorIds.UnsupportedContent, SpectralErrorCategory.Unsupported), (error.Id, error.Category));
        Assert.Contains("HDF5", error.Message, StringComparison.Ordinal);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Recommendation!);
    }

    [Theory]
    [InlineData("nexus.h5", 0.3)]
    [InlineData("nexus2d.h5", 0.5)]
    [InlineData("netcdf4.nc", 0.7)]
    public void A_cut_file_is_refused_by_name(string name, double share)
    {
        var bytes = MadeUpBinary.Read(name);

        var error = Assert.Throws<SpectralException>(() => Read("cut.h5", bytes[..(int)(share * bytes.Length)])).Error;

        Assert.Equal((SpectralErrorIds.Truncated, true), (error.Id, error.Message.Contains("HDF5", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_block_of_the_user_may_come_first()
    {
        byte[] bytes = [.. new byte[512], .. MadeUpBinary.Read("nexus.h5")];
        // the address that all others count from
        bytes[512 + 24 + 1] = 2;

        Assert.Equal(MadeUpBinary.Y(), Assert.Single(Read("block.h5", bytes).Spectra).SourceY);
    }

    private static SpectralFileContent Read(string name) => Read(name, MadeUpBinary.Read(name));

    private static SpectralFileContent Read(string name, byte[] bytes) =>
        SpectrumReader.Default.Read(
            new SpectralSource("/" + name, bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
