using System.Collections.ObjectModel;
using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Processing.Points;

/// <summary>The other spectrum of a step that subtracts or divides.</summary>
internal static class OtherSpectrum
{
    internal static ReadOnlyCollection<StepParameterInfo> Parameters { get; } = Array.AsReadOnly<StepParameterInfo>(
    [
        Parameter.OptionalFile("file", "The file of the other spectrum; left out, the reference is taken."),
        Parameter.OptionalText("series", "The name or number of the series in the file, where it has several."),
        ResamplingChoice.Parameter,
    ]);

    internal static Spectrum Get(ProcessingStepInfo step, StepParameters parameters, StepContext context) =>
        parameters.OptionalText("file") is { } file
            ? context.ReadSpectrum(file, parameters.OptionalText("series"))
            : StepErrors.Reference(step, context);

    /// <summary>Returns the values of another spectrum, in the units of a spectrum, at its points.</summary>
    internal static double[] Values(
        ProcessingStepInfo step, Spectrum other, Spectrum spectrum, ResamplingMethod method)
    {
        var aligned = new UnitAlignment(spectrum, laser: null).Align(other);
        var x = spectrum.Abscissae.Span;
        var y = spectrum.Ordinates.Span;
        var values = StepSpectrum.At(aligned, x, method);
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsFinite(values[i]) || !double.IsFinite(y[i]))
                continue;
            throw StepErrors.NotApplicable(
                step,
                Invariant($"{other.Label} has no value at x = {x[i]}; it goes from {aligned.XMin} to {aligned.XMax}."),
                "Crop the spectrum to the range of the other one before this step.");
        }

        return values;
    }
}
