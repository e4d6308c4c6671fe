namespace SpectralAnalyzer.Core.Tests.Processing;

/// <summary>Prepares spectra through the engine.</summary>
internal static class Prepare
{
    internal static ISpectralProcessing Processing { get; } = new SpectralEngine().Processing;

    internal static Spectrum Apply(Spectrum spectrum, string step, object? value = null, Spectrum? reference = null) =>
        Start(reference, (step, value))(spectrum);

    internal static Func<Spectrum, Spectrum> Start(Spectrum? reference, params (string Name, object? Value)[] steps) =>
        Processing.Start(
            [.. steps.Select(step => Processing.CreateStep(step.Name, step.Value))], reference, Path.GetTempPath(),
            TestContext.Current.CancellationToken);

    internal static Dictionary<string, object?> Table(params (string Name, object? Value)[] pairs) =>
        pairs.ToDictionary(pair => pair.Name, pair => pair.Value);

    internal static SpectralError Refused(Action action) => Assert.Throws<SpectralException>(action).Error;

    internal static Spectrum Make(
        double[] x, double[] y, OrdinateKind ordinate = OrdinateKind.Absorbance, AxisUnit unit = AxisUnit.Wavenumber) =>
        Spectrum.FromSource(x, y, new SpectrumDescription
        {
            Name = "made",
            Axis = new SpectralAxis(unit),
            Ordinate = new SpectralOrdinate(ordinate),
        });

    internal static Spectrum Even(int count, Func<double, double> y, double first = 0, double step = 1)
    {
        double[] x = [.. Enumerable.Range(0, count).Select(i => first + (i * step))];
        return Make(x, Array.ConvertAll(x, v => y(v)));
    }
}
