namespace SpectralAnalyzer.Core.Processing.Scaling;

/// <summary>Divides a spectrum by a positive number that was found in it.</summary>
internal static class Divided
{
    internal static Spectrum By(ProcessingStepInfo step, Spectrum spectrum, double divisor, string what, string how) =>
        divisor > 0 && double.IsFinite(divisor)
            ? spectrum.WithOrdinates(
                Array.ConvertAll(spectrum.Ordinates.ToArray(), y => y / divisor),
                StepOrdinates.Normalized(spectrum.Ordinate, how))
            : throw StepErrors.NotApplicable(step, Invariant($"{what} is {divisor}, and a positive number is needed."));
}
