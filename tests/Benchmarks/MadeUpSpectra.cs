using System.Globalization;

namespace SpectralAnalyzer.Benchmarks;

/// <summary>Infrared spectra of a hydrocarbon-like substance, made up; the same ones each time.</summary>
internal static class MadeUpSpectra
{
    private static readonly (double Centre, double Width, double Height)[] s_bands =
        [(3400, 120, 0.25), (2925, 22, 0.8), (2855, 18, 0.6), (1740, 16, 0.5), (1460, 14, 0.35), (1377, 9, 0.2), (1160, 30, 0.3),
            (722, 8, 0.12)];

    public static Spectrum Make(int points, int seed)
    {
        var random = new Random(seed);
        var scale = 1 + (0.3 * random.NextDouble());
        var shift = (4 * random.NextDouble()) - 2;
        var x = new double[points];
        var y = new double[points];
        for (var i = 0; i < points; i++)
        {
            x[i] = 4000 - (3600.0 * i / (points - 1));
            y[i] = 0.03 + (1e-3 * (random.NextDouble() - 0.5));
            foreach (var (center, width, height) in s_bands)
                y[i] += scale * height * Math.Exp(-Math.Pow((x[i] - center - shift) / width, 2));
        }

        return Spectrum.FromSource(x, y, new SpectrumDescription
        {
            Name = $"sample {seed}",
            Axis = new SpectralAxis(AxisUnit.Wavenumber),
            Ordinate = new SpectralOrdinate(OrdinateKind.Absorbance),
        });
    }

    public static void Write(string folder, int count, int points)
    {
        Directory.CreateDirectory(folder);
        for (var i = -1; i < count; i++)
            WriteCsv(Path.Combine(folder, i < 0 ? "baseline.csv" : $"sample_{i:D6}.csv"), Make(points, i + 1));
    }

    public static void WriteCsv(string path, Spectrum spectrum)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("Wavenumber (cm-1),Absorbance");
        var (x, y) = (spectrum.SourceX, spectrum.SourceY);
        for (var i = 0; i < x.Length; i++)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{x[i]:F4},{y[i]:F6}"));
    }
}
