namespace SpectralAnalyzer.Core.Processing;

/// <summary>A step that prepares a spectrum, or one kind of it.</summary>
internal interface IProcessingStep
{
    /// <summary>Gets the name, the parameters, the formula and its source.</summary>
    ProcessingStepInfo Info { get; }

    /// <summary>Prepares the step; reads what it needs beside the spectrum.</summary>
    /// <param name="parameters">The parameters, complete and checked.</param>
    /// <param name="context">What the step may need beside them.</param>
    /// <returns>
    /// A pure function, safe for several threads at once, that leaves <see cref="Spectrum.History"/> as it is.
    /// </returns>
    Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context);
}
