namespace SpectralAnalyzer;

/// <summary>What the y values of a spectrum are.</summary>
public enum OrdinateKind
{
    /// <summary>The file does not say and nothing else does.</summary>
    Unknown,

    /// <summary>Absorbance, A = −log₁₀ T.</summary>
    Absorbance,

    /// <summary>Transmittance as a fraction, 0 to 1.</summary>
    Transmittance,

    /// <summary>Transmittance in percent, 0 to 100.</summary>
    PercentTransmittance,

    /// <summary>Reflectance as a fraction, 0 to 1.</summary>
    Reflectance,

    /// <summary>Reflectance in percent, 0 to 100.</summary>
    PercentReflectance,

    /// <summary>Intensity in arbitrary units or detector counts.</summary>
    Intensity,

    /// <summary>Kubelka-Munk function, (1 − R)² / 2R.</summary>
    KubelkaMunk,

    /// <summary>
    /// A stated quantity that is none of the above; <see cref="SpectralOrdinate.Label"/> has it as the file writes it.
    /// </summary>
    Other,
}
