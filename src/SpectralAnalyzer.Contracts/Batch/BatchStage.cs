namespace SpectralAnalyzer;

/// <summary>The stages that each file passes, in this order.</summary>
public enum BatchStage
{
    /// <summary>Is it there, may it be read, is there room for it.</summary>
    Validation,

    /// <summary>Its bytes become spectra.</summary>
    Loading,

    /// <summary>An uncertain layout is settled; the sample is brought onto the baseline's grid and compared.</summary>
    Normalization,

    /// <summary>The graph is drawn.</summary>
    GraphGeneration,

    /// <summary>The outputs are written, checked and given their names.</summary>
    Saving,

    /// <summary>What was temporary is removed.</summary>
    Cleanup,
}
