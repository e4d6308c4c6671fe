using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

public sealed class BareNumbersTests
{
    [Fact]
    public void EveryPlainDecimalIsTheDoubleThatItsDigitsMean()
    {
        var random = new Random(11);
        string[] written = [.. Enumerable.Range(0, 20_000).Select(_ => Number(random))];
        var text = new StringBuilder("Wavenumber (cm-1),Absorbance\n");
        for (var i = 0; i < written.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"{400 + (i * 0.125):F3},{written[i]}\n");
        var source = new SpectralSource("/in/a.csv", Encoding.ASCII.GetBytes(text.ToString()));
        var spectrum = Assert.Single(SpectrumReader.Default.Read(source, ReadOptions.Default, TestContext.Current.CancellationToken).Spectra);
        Assert.Equal(Array.ConvertAll(written, w => double.Parse(w, NumberStyles.Float, CultureInfo.InvariantCulture)), spectrum.Y);
        Assert.Equal(Enumerable.Range(0, written.Length).Select(i => 400 + (i * 0.125)), spectrum.X);
    }

    // one to twenty digits before and after the point, with and without sign, leading zeros and a point at either end
    private static string Number(Random random)
    {
        string Digits(int most) => string.Concat(Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => (char)('0' + random.Next(10))));
        var sign = random.Next(3) == 0 ? "-" : "";
        return sign + random.Next(4) switch
        {
            0 => Digits(17),
            1 => Digits(3) + "." + Digits(20),
            2 => "0." + new string('0', random.Next(12)) + Digits(17),
            _ => Digits(9) + "." + Digits(9),
        };
    }
}
