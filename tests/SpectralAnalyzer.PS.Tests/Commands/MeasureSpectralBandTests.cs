using SpectralAnalyzer.PowerShell.Tests.Hosting;

namespace SpectralAnalyzer.PowerShell.Tests.Commands;

public sealed class MeasureSpectralBandTests : IDisposable
{
    // a triangle of height 2 and base 4 on a slope of 1 per x: its area is 4, its width at half height 2
    private const string Triangle = "$s = ConvertTo-Spectrum (0..10) @(0,1,2,3,5,7,7,7,8,9,10) -XUnit nm -Ordinate Absorbance; ";

    private readonly ModuleRunspace _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("-Height 5", 7)]
    [InlineData("-Height 5 -Base 3,7", 2)]
    [InlineData("-Height 3,7 -Base 3,7", 2)]
    [InlineData("-Area 3,7 -Base 3,7", 4)]
    [InlineData("-Centroid 3,7 -Base 3,7", 5)]
    [InlineData("-Width 3,7 -Base 3,7", 2)]
    [InlineData("-Band @{ band = @{ area = 7,3; base = 3,7 } }", 4)]
    public void A_triangle_on_a_slope_has_the_values_of_geometry(string parameters, double value) =>
        Assert.Equal(
            value,
            _shell.Run($"{Triangle} $s | Measure-SpectralBand {parameters}").WithoutErrors().Single<BandValue>().Value,
            1e-9);

    [Fact]
    public void Several_bands_come_in_their_order_with_their_ratio()
    {
        var values = _shell.Run(Triangle + "$s | Measure-SpectralBand -Band ([ordered]@{ a = @{ area = 3,7; base = 3,7 }; "
            + "h = @{ height = 5; base = 3,7 }; r = @{ ratio = 'a','h' } })").WithoutErrors().As<BandValue>();

        Assert.Equal(["a", "h", "r"], values.Select(v => v.Name));
        Assert.Equal([4, 2, 2], values.Select(v => Math.Round(v.Value, 9)));
    }

    [Fact]
    public void A_band_that_the_spectrum_does_not_reach_has_no_value_and_says_why()
    {
        var value = _shell.Run(Triangle + "$s | Measure-SpectralBand -Area 8,12").WithoutErrors().Single<BandValue>();

        Assert.Equal(double.NaN, value.Value);
        Assert.NotEmpty(value.Note!);
    }

    [Fact]
    public void A_word_that_is_not_known_is_an_error_that_names_the_right_one()
    {
        var error = Assert.Single(_shell.Run(Triangle + "$s | Measure-SpectralBand -Band @{ a = @{ aera = 3,7 } }").Errors);

        Assert.Contains("area", error.ErrorDetails?.Message ?? error.Exception.Message, StringComparison.Ordinal);
    }
}
