using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

public sealed class PlainNumbersTests
{
    [Theory]
    [InlineData("", ",", "")]
    [InlineData("", ", ", "")]
    [InlineData(" ", ";", " ")]
    [InlineData("", "\t", "")]
    [InlineData("  ", "   ", " ")]
    [InlineData("", " \t ", "\t")]
    public void Every_plain_decimal_is_the_double_that_its_digits_mean(string before, string between, string behind)
    {
        var random = new Random(11);
        string[] written = [.. Enumerable.Range(0, 20_000).Select(_ => Number(random))];
        var text = new StringBuilder($"Wavenumber/cm-1{between}Absorbance\n");
        for (var i = 0; i < written.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"{before}{400 + (i * 0.125):F3}{between}{written[i]}{behind}\n");
        var source = new SpectralSource("/in/a.csv", Encoding.ASCII.GetBytes(text.ToString()));
        var spectrum = Assert.Single(
            SpectrumReader.Default.Read(source, ReadOptions.Default, TestContext.Current.CancellationToken).Spectra);
        Assert.Equal(
            Array.ConvertAll(written, w => double.Parse(w, NumberStyles.Float, CultureInfo.InvariantCulture)), spectrum.Y);
        Assert.Equal(Enumerable.Range(0, written.Length).Select(i => 400 + (i * 0.125)), spectrum.X);
    }

    // one to twenty digits before and after the point, with and without sign, leading zeros, a point at either end and an
    // exponent
    private static string Number(Random random)
    {
        string Digits(int most) =>
            string.Concat(Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => (char)('0' + random.Next(10))));
        var sign = random.Next(3) == 0 ? "-" : "";
        return sign + random.Next(5) switch
        {
            0 => Digits(17),
            1 => Digits(3) + "." + Digits(20),
            2 => "0." + new string('0', random.Next(12)) + Digits(17),
            3 => Digits(2) + "." + Digits(14) + (random.Next(2) == 0 ? "E" : "e") + (
                random.Next(3) switch { 0 => "", 1 => "+", _ => "-" }) + Digits(2),
            _ => Digits(9) + "." + Digits(9),
        };
    }
}
