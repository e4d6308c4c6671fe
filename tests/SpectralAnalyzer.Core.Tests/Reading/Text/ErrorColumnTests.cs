using System.Globalization;
using Xunit;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>A column is left out as errors only where it is one, and the report says so.</summary>
public sealed class ErrorColumnTests
{
    [Theory]
    [InlineData("Wavelength (nm),Sigma-Aldrich,Merck")]
    [InlineData("Wavelength (nm),Merck,Sigma-Aldrich")]
    [InlineData("Wavelength (nm),Merck,Sigma Aldrich")]
    [InlineData("Wavelength (nm),Monday,Tuesday,Wednesday,Thursday")]
    [InlineData("Wavelength (nm),Tb,Dy,Ho")]
    [InlineData("Wavelength (nm),S,Se,Te")]
    [InlineData("Wavelength (nm),A,B,C,D,E")]
    [InlineData("Wavelength (nm),Terror Bay,Fehlerhafte Probe")]
    [InlineData("Wavelength (nm),Error,Sample")]
    public void A_spectrum_is_not_left_out_for_its_name(string names)
    {
        var count = names.Split(',').Length - 1;

        var content = UnitWordsTests.Read(
            "made.csv", names + "\n" + Rows(count, (i, k) => 0.3 + 0.2 * Math.Sin(0.1 * i * (k + 1))));

        Assert.Equal(names.Split(',')[1..], content.Spectra.Select(s => s.Series ?? names.Split(',')[1]));
    }

    [Theory]
    [InlineData("Wavelength (nm),Reflectance,Std Dev")]
    [InlineData("Wavelength (nm),Sample A,Sample A error")]
    [InlineData("q,I,sigma")]
    [InlineData("q,I,sigma_I")]
    [InlineData("x,y,e")]
    [InlineData("x,y,dy")]
    [InlineData("Wavelength (nm),mean,SD")]
    [InlineData("Wavelength (nm),mean,SE")]
    [InlineData("Wavelength (nm),Counts,Fehler")]
    [InlineData("Wavelength (nm),Counts,±")]
    public void Errors_beside_y_are_left_out_and_told(string names)
    {
        var content = UnitWordsTests.Read(
            "made.csv", names + "\n" + Rows(2, (i, k) => k == 0 ? 0.3 + 0.2 * Math.Sin(0.1 * i) : 0.001 * (1 + i % 7)));

        Assert.Single(content.Spectra);
        var issue = Assert.Single(content.Report.Issues, i => i.Id == "ColumnLeftOut");
        Assert.Contains(names.Split(',')[2], issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_below_zero_is_no_error()
    {
        var content = UnitWordsTests.Read("made.csv", "Wavelength (nm),Counts,Error\n" + Rows(2, (i, k) => Math.Sin(0.1 * i)));

        Assert.Equal(2, content.Spectra.Count);
    }

    private static string Rows(int columns, Func<int, int, double> y) => string.Concat(Enumerable.Range(0, 200).Select(i =>
        (400 + i).ToString(CultureInfo.InvariantCulture) + "," + string.Join(
            ',', Enumerable.Range(0, columns).Select(k => y(i, k).ToString("F5", CultureInfo.InvariantCulture))) + "\n"));
}
