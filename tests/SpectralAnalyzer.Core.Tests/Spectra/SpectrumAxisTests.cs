namespace SpectralAnalyzer.Core.Tests.Spectra;

public sealed class SpectrumAxisTests
{
    private static readonly SpectralAxis s_wavenumber = new(AxisUnit.Wavenumber);

    [Fact]
    public void A_conversion_that_turns_the_axis_keeps_each_y_with_its_x()
    {
        var converted = Spectrum.FromSource([400, 500, 800], [1, 2, 3]).WithAbscissae([25000, 20000, 12500], s_wavenumber);

        Assert.Equal([12500, 20000, 25000], converted.X);
        Assert.Equal([3, 2, 1], converted.Y);
        Assert.Equal(AxisUnit.Wavenumber, converted.XUnit);
    }

    [Theory]
    [InlineData(new double[] { 400, 500, 800 }, SourceOrder.Descending)]
    [InlineData(new double[] { 800, 500, 400 }, SourceOrder.Ascending)]
    [InlineData(new double[] { 500, 800, 400 }, SourceOrder.Unsorted)]
    public void The_order_of_the_file_survives_a_conversion_that_turns_the_axis(double[] x, SourceOrder order)
    {
        var expectedX = Array.ConvertAll(x, v => 1e7 / v);
        double[] y = [1, 2, 3];
        var spectrum = Spectrum.FromSource([.. x], [.. y]);

        var converted = spectrum.WithAbscissae(Array.ConvertAll(spectrum.X, v => 1e7 / v), s_wavenumber);

        Assert.Equal(expectedX, converted.SourceX);
        Assert.Equal(y, converted.SourceY);
        Assert.Equal(order, converted.SourceOrder);
    }

    [Theory]
    [InlineData(new double[] { 400, 500, 800 }, SourceOrder.Ascending)]
    [InlineData(new double[] { 800, 500, 400 }, SourceOrder.Descending)]
    [InlineData(new double[] { 500, 800, 400 }, SourceOrder.Unsorted)]
    public void The_order_of_the_file_survives_a_conversion_that_keeps_the_direction(double[] x, SourceOrder order)
    {
        var spectrum = Spectrum.FromSource([.. x], [1, 2, 3]);

        var converted = spectrum.WithAbscissae(
            Array.ConvertAll(spectrum.X, v => v / 1000), new SpectralAxis(AxisUnit.Micrometer));

        Assert.Equal(Array.ConvertAll(x, v => v / 1000), converted.SourceX);
        Assert.Equal([1, 2, 3], converted.SourceY);
        Assert.Equal(order, converted.SourceOrder);
    }

    [Fact]
    public void Converted_x_that_go_both_ways_are_refused() =>
        Assert.Throws<ArgumentException>(() => Spectrum.FromSource([1, 2, 3], [1, 2, 3]).WithAbscissae([1, 3, 2], s_wavenumber));
}
