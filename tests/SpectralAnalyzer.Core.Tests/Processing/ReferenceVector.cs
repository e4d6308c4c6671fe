namespace SpectralAnalyzer.Core.Tests.Processing;

/// <summary>What another tool makes of a spectrum.</summary>
/// <param name="Tool">The tool with its version.</param>
/// <param name="Spectrum">The name of the spectrum.</param>
/// <param name="Reference">The name of the reference; null for none.</param>
/// <param name="Step">The name of the step.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Tolerance">The largest deviation, relative to the largest value.</param>
/// <param name="Values">The values.</param>
internal sealed record ReferenceVector(
    string Tool, string Spectrum, string? Reference, string Step, Dictionary<string, object?> Parameters, double Tolerance,
    double[] Values)
{
    /// <summary>Name and kind of the step.</summary>
    internal string Kind => Parameters.TryGetValue("kind", out var kind) ? $"{Step} {kind}" : Step;

    /// <summary>Returns the largest deviation of the engine, relative to the largest value.</summary>
    internal double Deviation()
    {
        var made = Prepare.Apply(
            ReferenceVectors.Spectra[Spectrum], Step, Parameters, Reference is null ? null : ReferenceVectors.Spectra[Reference]);

        Assert.Equal(Values.Length, made.Count);
        return Values.Zip(made.Y, (expected, actual) => Math.Abs(actual - expected)).Max() / Values.Max(Math.Abs);
    }

    public override string ToString() => $"{Kind} of {Spectrum}: "
        + string.Join(", ", Parameters.Select(pair => $"{pair.Key} = {pair.Value}"));
}
