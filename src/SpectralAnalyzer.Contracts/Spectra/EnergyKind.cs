namespace SpectralAnalyzer;

/// <summary>Which energy an axis in eV counts, as far as its label says.</summary>
public enum EnergyKind
{
    /// <summary>The label does not say; a photon's, as of light and X-rays.</summary>
    Photon,

    /// <summary>The binding energy of an electron (XPS), by convention drawn falling.</summary>
    Binding,

    /// <summary>The kinetic energy of an electron (XPS, AES).</summary>
    Kinetic,

    /// <summary>The energy that an electron lost (EELS).</summary>
    Loss,
}
