namespace SpectralAnalyzer;

/// <summary>What a model is made of.</summary>
public enum ModelKind
{
    /// <summary>Principal components of good spectra: whether a spectrum is like them.</summary>
    PrincipalComponents,

    /// <summary>Partial least squares regression: a property's value, and whether a spectrum is like the good ones.</summary>
    PartialLeastSquares,
}
