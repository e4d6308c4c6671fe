namespace SpectralAnalyzer.Core.Reading.Units;

/// <summary>What an x axis counts, the one to prefer last.</summary>
internal enum AxisQuantity
{
    /// <summary>Nothing that is known.</summary>
    None,

    /// <summary>Time.</summary>
    Time,

    /// <summary>An axis of some other name.</summary>
    Other,

    /// <summary>Energy.</summary>
    Energy,

    /// <summary>A diffraction angle or momentum transfer.</summary>
    Angle,

    /// <summary>Wavelength.</summary>
    Wavelength,

    /// <summary>Wavenumber.</summary>
    Wavenumber,

    /// <summary>Raman shift.</summary>
    RamanShift,
}
