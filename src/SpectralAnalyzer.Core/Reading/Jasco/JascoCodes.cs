namespace SpectralAnalyzer.Core.Reading.Jasco;

/// <summary>The codes of axes and channels in JWS files.</summary>
internal static class JascoCodes
{
    /// <summary>What x is.</summary>
    public static SpectralAxis Axis(uint code, ReadingChecks checks)
    {
        switch (code)
        {
            case 0x10000100:
                return new SpectralAxis(AxisUnit.Wavenumber, "Wavenumber (cm-1)");
            case 0x10000103:
                return new SpectralAxis(AxisUnit.Nanometer, "Wavelength (nm)");
            default:
                checks.Assume(Invariant($"What x is (code {code:X}) is not known here."), 0.05);
                return SpectralAxis.Unknown;
        }
    }

    /// <summary>What a channel is.</summary>
    public static SpectralOrdinate Ordinate(uint code, ReadingChecks checks)
    {
        switch (code)
        {
            case 3:
                return new SpectralOrdinate(OrdinateKind.Absorbance, "Absorbance");
            case 14:
                return new SpectralOrdinate(OrdinateKind.Intensity, "Fluorescence");
            case 0x1001:
                return new SpectralOrdinate(OrdinateKind.Other, "CD (mdeg)");
            case 0x2001:
                return new SpectralOrdinate(OrdinateKind.Other, "HT (V)");
            default:
                checks.Assume(Invariant($"What y is (code {code:X}) is not known here; state -Ordinate."), 0.05);
                return SpectralOrdinate.Unknown;
        }
    }
}
