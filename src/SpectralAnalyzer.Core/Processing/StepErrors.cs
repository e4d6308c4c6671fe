using System.Globalization;

namespace SpectralAnalyzer.Core.Processing;

/// <summary>The errors of steps, and the checks of spectra that several steps share.</summary>
internal static class StepErrors
{
    // Positions that are rounded to a few decimals lie this near to an even grid, as a part of its step.
    private const double RoundingOfStep = 0.1;

    /// <summary>The step cannot be applied to the spectrum.</summary>
    internal static SpectralException NotApplicable(ProcessingStepInfo step, string why, string? advice = null) => new(
        SpectralErrorIds.StepNotApplicable, SpectralErrorCategory.InvalidData, $"The step '{step}' cannot be applied: {why}",
        advice);

    /// <summary>A parameter of the step has a value that is not allowed.</summary>
    internal static SpectralException Invalid(ProcessingStepInfo step, string why) => new(
        SpectralErrorIds.InvalidStepParameter, SpectralErrorCategory.InvalidArgument, $"The step '{step}' is not valid: {why}");

    /// <summary>Returns the reference, which the step needs.</summary>
    internal static Spectrum Reference(ProcessingStepInfo step, StepContext context) => context.GetReference()
        ?? throw new SpectralException(
            SpectralErrorIds.StepReferenceMissing, SpectralErrorCategory.InvalidArgument,
            $"The step '{step}' needs a reference spectrum, and there is none.",
            "State one: -Reference of Edit-Spectrum; in a batch it is the baseline.");

    /// <summary>Refuses a spectrum that has a point without a value.</summary>
    internal static ReadOnlySpan<double> Complete(ProcessingStepInfo step, Spectrum spectrum)
    {
        var y = spectrum.Ordinates.Span;
        var missing = 0;
        var first = -1;
        for (var i = 0; i < y.Length; i++)
        {
            if (double.IsFinite(y[i]))
                continue;
            missing++;
            first = first < 0 ? i : first;
        }

        if (missing == 0)
            return y;
        var x = spectrum.Abscissae.Span[first].ToString(CultureInfo.InvariantCulture);
        throw NotApplicable(
            step, Invariant($"{missing} of {y.Length} points have no value (the first at x = {x})."),
            "Cut them off with crop, or leave them out with exclude.");
    }

    /// <summary>Refuses a spectrum of fewer points than the step needs.</summary>
    internal static void AtLeast(ProcessingStepInfo step, Spectrum spectrum, int count, string what)
    {
        if (spectrum.Count < count)
            throw NotApplicable(step, Invariant($"{what} needs {count} points, and the spectrum has {spectrum.Count}."));
    }

    /// <summary>Returns the step of x, and refuses a spectrum whose points are not on an even grid.</summary>
    internal static double EvenStep(ProcessingStepInfo step, Spectrum spectrum)
    {
        var x = spectrum.Abscissae.Span;
        var width = x.Length < 2 ? 0 : (x[^1] - x[0]) / (x.Length - 1);
        for (var i = 0; i < x.Length; i++)
        {
            if (width > 0 && Math.Abs(x[i] - (x[0] + (i * width))) <= RoundingOfStep * width)
                continue;
            throw NotApplicable(
                step, Invariant($"it needs even steps of x, and those of the spectrum differ (at x = {x[i]})."),
                "Bring it onto an even grid with resample first, and cut out ranges after this step.");
        }

        return width;
    }

    /// <summary>Refuses a quantity whose bands point down, for algorithms that take bands to point up.</summary>
    internal static void BandsPointUp(ProcessingStepInfo step, Spectrum spectrum)
    {
        if (spectrum.Ordinate.Kind is OrdinateKind.Transmittance or OrdinateKind.PercentTransmittance)
        {
            throw NotApplicable(
                step, $"it takes bands to point up, and those of {spectrum.Ordinate.Title} point down.",
                "Add the step convert to absorbance before it.");
        }

        if (spectrum.Ordinate.Kind is OrdinateKind.Reflectance or OrdinateKind.PercentReflectance)
        {
            throw NotApplicable(
                step, $"it takes bands to point up, and those of {spectrum.Ordinate.Title} point down.",
                "Add the step kubelkaMunk before it.");
        }
    }
}
