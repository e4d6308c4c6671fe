namespace SpectralAnalyzer;

/// <summary>Prepares spectra step by step.</summary>
public interface ISpectralProcessing
{
    /// <summary>Gets all steps, and all kinds of them.</summary>
    IReadOnlyList<ProcessingStepInfo> Steps { get; }

    /// <summary>Checks the name and the parameters of a step and adds the defaults.</summary>
    /// <param name="name">The name of the step.</param>
    /// <param name="value">
    /// What is stated: a table of parameters by name, or a bare value, which is the first parameter or, of a step of several
    /// kinds, the kind; null for none. Numbers may be any numeric type or, in invariant form, text; lists any enumerable.
    /// </param>
    /// <exception cref="SpectralException">
    /// <c>UnknownStep</c>, <c>UnknownStepParameter</c> or <c>InvalidStepParameter</c>; the message says what is allowed, and the
    /// nearest right word.
    /// </exception>
    SpectralStep CreateStep(string name, object? value);

    /// <summary>
    /// Applies steps to spectra in order. What the steps need beside the spectrum, as that of another file, is read once.
    /// </summary>
    /// <param name="steps">The steps, from <see cref="CreateStep"/>.</param>
    /// <param name="reference">
    /// The spectrum that steps such as <c>normalize: msc</c>, or <c>resample</c> to its grid, refer to, as it was read: a step
    /// refers to it as the steps before have prepared it. Null where there is none.
    /// </param>
    /// <param name="folder">The folder that relative paths start from.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>
    /// A function from a spectrum to the prepared one, whose <see cref="Spectrum.History"/> lists the steps. It is safe for
    /// several threads at once, and throws <see cref="SpectralException"/> where a step cannot be applied.
    /// </returns>
    Func<Spectrum, Spectrum> Start(
        IReadOnlyList<SpectralStep> steps, Spectrum? reference, string folder, CancellationToken cancellationToken);

    /// <summary>
    /// Combines replicates point by point, on the grid of the first. The result is no spectrum of a file: it has no path, and of
    /// the metadata what all have in common. Its history names the replicates.
    /// </summary>
    /// <param name="replicates">At least one spectrum.</param>
    /// <param name="statistic">What is computed at each x.</param>
    /// <param name="name">The name of the result; null for what the names of the replicates begin with in common.</param>
    /// <exception cref="SpectralException">The spectra cannot be brought onto one grid and ordinate.</exception>
    Spectrum Merge(IReadOnlyList<Spectrum> replicates, MergeStatistic statistic, string? name = null);
}
