using System.Text.Json;
using SpectralAnalyzer.Core.Bands;

namespace SpectralAnalyzer.Core.Tests.Bands;

/// <summary>
/// Bands have the values that numpy 1.24.2 (interp, trapz) and SciPy 1.10.1 (signal.peak_widths, integrate.fixed_quad,
/// optimize.brentq) compute; TestData/bands/make-bands.py made them.
/// </summary>
public sealed class IndependentBandTests
{
    [Theory]
    [InlineData("even", 27)]
    [InlineData("uneven", 27)]
    public void Each_measure_has_the_value_that_numpy_and_scipy_compute(string grid, int count)
    {
        using var file = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", "bands", "bands.json")));
        var data = file.RootElement.GetProperty("cases").EnumerateArray()
            .Single(item => item.GetProperty("name").GetString() == grid);
        var x = Numbers(data.GetProperty("x"));
        var expected = data.GetProperty("bands").EnumerateArray().ToList();
        var bands = expected.Select(ToBand).ToArray();

        var values = BandMeasurement.Measure(
            bands,
            Comparison.Make.Spectrum(x, Numbers(data.GetProperty("sample"))),
            Comparison.Make.Spectrum(x, Numbers(data.GetProperty("baseline"))));

        Assert.Equal(count, values.Count);
        Assert.All(expected.Zip(values), pair => Same(pair.First.GetProperty("value").GetDouble(), pair.Second.Value));
        Assert.All(expected.Zip(values), pair => Same(Position(pair.First), pair.Second.Position));
    }

    private static double Position(JsonElement band) =>
        band.GetProperty("position") is { ValueKind: JsonValueKind.Number } position ? position.GetDouble() : double.NaN;

    private static void Same(double expected, double actual) =>
        Assert.True(
            double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(actual - expected) <= 1e-11 * Math.Abs(expected),
            $"{actual:R} is not {expected:R}.");

    private static SpectralBand ToBand(JsonElement band, int index)
    {
        var place = Numbers(band.GetProperty("place"));
        return new SpectralBand
        {
            Name = $"band {index}",
            Measure = Enum.Parse<BandMeasure>(band.GetProperty("measure").GetString()!, ignoreCase: true),
            Of = Enum.Parse<BandSource>(band.GetProperty("of").GetString()!, ignoreCase: true),
            Position = place.Length == 1 ? place[0] : null,
            Range = place.Length == 2 ? new SpectralRange(place[0], place[1]) : null,
            Base = Numbers(band.GetProperty("base")),
        };
    }

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];
}
