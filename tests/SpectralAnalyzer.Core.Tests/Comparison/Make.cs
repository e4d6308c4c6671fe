using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Tests.Comparison;

internal static class Make
{
    public static Spectrum Spectrum(
        double[] x,
        double[] y,
        AxisUnit unit = AxisUnit.Wavenumber,
        OrdinateKind kind = OrdinateKind.Absorbance,
        bool axisInferred = false,
        bool ordinateInferred = false) =>
        SpectralAnalyzer.Spectrum.FromSource((double[])x.Clone(), (double[])y.Clone(), new SpectrumDescription
        {
            Axis = new SpectralAxis(unit, IsInferred: axisInferred),
            Ordinate = new SpectralOrdinate(kind, IsInferred: ordinateInferred),
        });

    public static double[] Range(double from, double step, int count) =>
        [.. Enumerable.Range(0, count).Select(i => from + (step * i))];

    public static double[] Map(double[] x, Func<double, double> f) => Array.ConvertAll(x, v => f(v));

    public static double Band(double x, double center, double width, double height) =>
        height * Math.Exp(-4 * Math.Log(2) * (x - center) * (x - center) / (width * width));

    public static ComparisonOutcome Compare(Spectrum baseline, Spectrum sample, ComparisonOptions? options = null) =>
        SpectrumComparer.Compare(
            new PreparedBaseline(baseline, options ?? new()), sample, options ?? new(), TestContext.Current.CancellationToken);

    public static SpectralError ErrorOf(Action action) => Assert.Throws<SpectralException>(action).Error;

    /// <summary>
    /// White noise of variance 1 from a generator that is the same on every machine (xorshift64*, Box and Muller).
    /// </summary>
    public static double[] Noise(int count, ulong seed)
    {
        var state = seed;
        double Uniform()
        {
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            return ((state * 2685821657736338717UL >> 11) + 0.5) / (1UL << 53);
        }

        return [.. Enumerable.Range(0, count)
            .Select(_ => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform()))];
    }
}
