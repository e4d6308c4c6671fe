using SkiaSharp;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Tests.Plotting;

public sealed class JpegTests
{
    // no size is a multiple of 8 or 16
    [Theory]
    [InlineData(5.01, 3.03, 97)]
    [InlineData(3.3, 2.1, 157)]
    [InlineData(3.3, 2.1, 263)]
    [InlineData(10, 6, 300)]
    public void A_jpg_shows_what_the_png_shows(double width, double height, int dpi)
    {
        var options = new FigureOptions { Width = width, Height = height, Dpi = dpi };
        using var png = SKBitmap.Decode(Figures.Render(Figures.Infrared(), GraphFormat.Png, options));
        using var jpg = SKBitmap.Decode(Figures.Render(Figures.Infrared(), GraphFormat.Jpg, options));
        double squares = 0, brightness = 0;
        var (exact, lossy) = (png.Pixels, jpg.Pixels);
        for (var i = 0; i < exact.Length; i++)
        {
            var (a, b) = (exact[i], lossy[i]);
            squares += (Square(a.Red - b.Red) + Square(a.Green - b.Green) + Square(a.Blue - b.Blue)) / 3;
            brightness = Math.Max(brightness, Math.Abs(Brightness(a) - Brightness(b)));
        }

        // a peak signal to noise ratio of 32 dB: no difference is to be seen at that size
        Assert.True(squares / exact.Length < 255 * 255 / Math.Pow(10, 3.2), $"mean square {squares / exact.Length}");
        Assert.True(brightness < 64, $"brightness off by {brightness}");

        static double Square(double value) => value * value;
        static double Brightness(SKColor c) => (0.299 * c.Red) + (0.587 * c.Green) + (0.114 * c.Blue);
    }
}
