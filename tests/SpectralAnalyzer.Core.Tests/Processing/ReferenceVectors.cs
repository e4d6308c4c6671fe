using System.Text.Json;

namespace SpectralAnalyzer.Core.Tests.Processing;

/// <summary>
/// What other tools make of spectra that formulas give; TestData/Processing/make-vectors.py has the same formulas.
/// </summary>
internal static class ReferenceVectors
{
    private static readonly Lazy<JsonElement> s_document = new(() => JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "TestData", "Processing", "vectors.json"))).RootElement);

    internal static IReadOnlyList<ReferenceVector> All { get; } =
    [
        .. s_document.Value.GetProperty("vectors").EnumerateArray().Select(v => new ReferenceVector(
            v.GetProperty("tool").GetString()!, v.GetProperty("spectrum").GetString()!, v.GetProperty("reference").GetString(),
            v.GetProperty("step").GetString()!, (Dictionary<string, object?>)Read(v.GetProperty("parameters"))!,
            v.GetProperty("tolerance").GetDouble(),
            [.. v.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())])),
    ];

    internal static IReadOnlyDictionary<string, Spectrum> Spectra { get; } = new Dictionary<string, Spectrum>
    {
        ["infrared"] = Infrared(301, 500, 10),
        ["other"] = Infrared(451, 400, 8),
        ["raman"] = Raman(spiked: false),
        ["spiked"] = Raman(spiked: true),
    };

    internal static (double X, double Y) Sums(string spectrum)
    {
        var sums = s_document.Value.GetProperty("sums").GetProperty(spectrum);
        return (sums.GetProperty("x").GetDouble(), sums.GetProperty("y").GetDouble());
    }

    private static object? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(p => p.Name, p => Read(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(Read).ToArray(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        _ => element.GetString(),
    };

    private static Spectrum Infrared(int count, double first, double step)
    {
        var noise = Noise(count);
        var last = first + (step * (count - 1));
        return Make(count, first, step, (x, i) =>
        {
            var t = (x - first) / (last - first);
            return 0.05 + (0.3 * t) + (0.2 * t * t) + (0.9 * Gauss(x, 1000, 25)) + (0.5 * Gauss(x, 1730, 40))
                + (0.7 * Gauss(x, 2900, 60)) + (0.01 * noise[i]);
        }, OrdinateKind.Absorbance, AxisUnit.Wavenumber);
    }

    private static Spectrum Raman(bool spiked)
    {
        var noise = Noise(400);
        var spikes = new Dictionary<int, double> { [100] = 5000, [250] = 900, [251] = 1500, [397] = 2500 };
        return Make(400, 200, 4, (x, i) => (3000 * Gauss(x, 900, 700)) + 500 + (800 * Gauss(x, 520, 6))
            + (400 * Gauss(x, 1350, 15)) + (600 * Gauss(x, 1580, 10)) + (40 * noise[i])
            + (spiked ? spikes.GetValueOrDefault(i) : 0), OrdinateKind.Intensity, AxisUnit.RamanShift);
    }

    private static Spectrum Make(
        int count, double first, double step, Func<double, int, double> formula, OrdinateKind ordinate, AxisUnit unit)
    {
        double[] x = [.. Enumerable.Range(0, count).Select(i => first + (step * i))];
        return Prepare.Make(x, [.. x.Select(formula)], ordinate, unit);
    }

    private static double Gauss(double x, double center, double width) =>
        Math.Exp(-((x - center) / width * ((x - center) / width)) / 2);

    private static double[] Noise(int count)
    {
        var values = new double[count];
        long state = 12345;
        for (var i = 0; i < count; i++)
        {
            state = ((state * 1103515245) + 12345) % 2147483648;
            values[i] = (state / 2147483648.0) - 0.5;
        }

        return values;
    }
}
