using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>An A is an absorbance over light, and an ampere over volts or time.</summary>
public sealed class AmpereTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Wavelength (nm),A", OrdinateKind.Absorbance)]
    [InlineData("Wavenumber (cm-1),A", OrdinateKind.Absorbance)]
    [InlineData("E (V),A", OrdinateKind.Other)]
    [InlineData("V vs Ref,A", OrdinateKind.Other)]
    [InlineData("Time (s),A", OrdinateKind.Other)]
    [InlineData("E (V),Current (A)", OrdinateKind.Unknown)]
    [InlineData("E (V),I/A", OrdinateKind.Unknown)]
    public void An_A_is_what_the_axis_makes_it(string header, OrdinateKind kind)
    {
        Assert.Equal(kind, Read(header, ReadOptions.Default).Ordinate.Kind);
    }

    [Fact]
    public void What_the_user_states_wins()
    {
        Assert.Equal(
            OrdinateKind.Absorbance, Read("E (V),A", new ReadOptions { Ordinate = OrdinateKind.Absorbance }).Ordinate.Kind);
    }

    private Spectrum Read(string header, ReadOptions options)
    {
        var rows = Enumerable.Range(0, 60)
            .Select(i => FormattableString.Invariant($"{400 + (5 * i)},{0.1 + (0.01 * (i % 7)):F3}"));
        var path = _folder.Write("a.csv", header + "\n" + string.Join('\n', rows) + "\n");
        return Assert.Single(SpectrumReader.Default.Read(path, options, TestContext.Current.CancellationToken).Spectra);
    }
}
