namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>The values of a spectrum at stated x.</summary>
internal static class PointValues
{
    /// <summary>Returns the values at rising positions, and refuses a position without one.</summary>
    internal static double[] At(ProcessingStepInfo step, Spectrum spectrum, double[] positions)
    {
        var values = StepSpectrum.At(spectrum, positions, ResamplingMethod.Linear);
        var missing = Array.FindIndex(values, value => !double.IsFinite(value));
        return missing < 0 ? values : throw StepErrors.NotApplicable(step, Invariant(
            $"there is no value at x = {positions[missing]}; the spectrum goes from {spectrum.XMin} to {spectrum.XMax}."));
    }
}
