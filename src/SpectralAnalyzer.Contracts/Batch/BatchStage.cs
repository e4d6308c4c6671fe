namespace SpectralAnalyzer;

/// <summary>Specifies the stages of the work on a file, in order.</summary>
public enum BatchStage
{
    /// <summary>The file is checked: whether it exists and can be read, and whether there is memory for it.</summary>
    Validation,

    /// <summary>The file is read.</summary>
    Loading,

    /// <summary>An uncertain layout is resolved, and the sample is resampled to the grid of the baseline and compared.</summary>
    Normalization,

    /// <summary>The graph is drawn.</summary>
    GraphGeneration,

    /// <summary>The outputs are written, verified and committed.</summary>
    Saving,

    /// <summary>Temporary files are deleted.</summary>
    Cleanup,
}
