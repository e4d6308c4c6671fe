namespace SpectralAnalyzer.Core.Processing.Smoothing;

/// <summary>The parameters and checks that steps with a window share.</summary>
internal static class Windows
{
    internal const int Largest = 100_001;

    internal static StepParameterInfo Window(int byDefault, int minimum = 3) =>
        Parameter.Integer("window", "The number of points of the window, an odd number.", byDefault, minimum, Largest);

    internal static StepParameterInfo Edge { get; } = Parameter.Choice(
        "edge", "What stands for the points beyond the ends: the spectrum reflected about the end (d c b a | a b c d) or about "
            + "its last point (d c b | a b c d), or the last point.",
        EdgeModes.Reflect, [EdgeModes.Reflect, EdgeModes.Mirror, EdgeModes.Nearest]);

    /// <summary>Returns half of the window, without its middle.</summary>
    internal static int Half(ProcessingStepInfo step, StepParameters parameters)
    {
        var window = parameters.Integer("window");
        return window % 2 == 1
            ? window / 2
            : throw StepErrors.Invalid(step, Invariant($"a window of {window} points has no middle; an odd number is needed."));
    }

    /// <summary>Refuses a window that is longer than the spectrum.</summary>
    internal static void Fits(ProcessingStepInfo step, Spectrum spectrum, int half) =>
        StepErrors.AtLeast(step, spectrum, (2 * half) + 1, Invariant($"a window of {(2 * half) + 1} points"));
}
