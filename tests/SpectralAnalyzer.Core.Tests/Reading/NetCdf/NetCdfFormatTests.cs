using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Reading.NetCdf;

/// <summary>Variables of NetCDF that make spectra; the files are made by netCDF4.</summary>
public sealed class NetCdfFormatTests
{
    [Theory]
    [InlineData("classic.nc")]
    [InlineData("offset64.nc")]
    public void A_variable_over_an_axis_gives_a_spectrum_a_row(string name)
    {
        var content = Read(name);

        Assert.Equal(("NetCDF", AxisUnit.Nanometer), (content.Report.Format, content.Report.XUnit));
        Assert.Equal(["reflectance 1", "reflectance 2"], content.Spectra.Select(s => s.Series));
        Assert.All(content.Spectra, s => Assert.Equal(MadeUpBinary.X, s.SourceX));
        Assert.Equal(MadeUpBinary.Y().Select(y => Math.Round(y, 2)), content.Spectra[0].SourceY.Select(y => Math.Round(y, 2)));
        Assert.Equal(double.NaN, content.Spectra[1].SourceY[5]);
    }

    [Fact]
    public void Records_are_joined()
    {
        var spectrum = Assert.Single(Read("records.nc").Spectra);

        Assert.Equal(MadeUpBinary.X, spectrum.SourceX);
        Assert.Equal(MadeUpBinary.Y().Select(y => (double)(float)(100 * y)), spectrum.SourceY);
        Assert.Equal("keV", spectrum.Axis.Label?.Split('[', ']')[1]);
    }

    [Fact]
    public void A_record_over_time_is_refused_with_what_is_in_it()
    {
        var error = Assert.Throws<SpectralException>(() => Read("nothing.nc")).Error;

        Assert.Equal(SpectralErrorIds.UnsupportedContent, error.Id);
        Assert.Contains("total_intensity (double, 24)", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("classic.nc", 0.2)]
    [InlineData("classic.nc", 0.9)]
    [InlineData("records.nc", 0.8)]
    public void A_cut_file_is_refused_by_name(string name, double share)
    {
        var bytes = MadeUpBinary.Read(name);

        var error = Assert.Throws<SpectralException>(() => Read("cut.nc", bytes[..(int)(share * bytes.Length)])).Error;

        Assert.Equal((SpectralErrorIds.Truncated, true), (error.Id, error.Message.Contains("NetCDF", StringComparison.Ordinal)));
    }

    private static SpectralFileContent Read(string name) => Read(name, MadeUpBinary.Read(name));

    private static SpectralFileContent Read(string name, byte[] bytes) =>
        SpectrumReader.Default.Read(
            new SpectralSource("/" + name, bytes), ReadOptions.Default, TestContext.Current.CancellationToken);
}
