namespace SpectralAnalyzer;

/// <summary>What the x axis of a spectrum counts, and in which unit.</summary>
public enum AxisUnit
{
    /// <summary>The file does not say and nothing else does.</summary>
    Unknown,

    /// <summary>Wavenumber in cm⁻¹ (infrared, NIR).</summary>
    Wavenumber,

    /// <summary>Raman shift in cm⁻¹: the distance from the laser line.</summary>
    RamanShift,

    /// <summary>Wavelength in nm.</summary>
    Nanometer,

    /// <summary>Wavelength in µm.</summary>
    Micrometer,

    /// <summary>Energy in eV (photon, kinetic, binding or loss).</summary>
    ElectronVolt,

    /// <summary>Diffraction angle 2θ in degrees.</summary>
    DegreeTwoTheta,

    /// <summary>A stated unit that is none of the above; <see cref="SpectralAxis.Label"/> has it as the file writes it.</summary>
    Other,
}
