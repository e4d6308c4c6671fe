namespace SpectralAnalyzer.Core.Reading.Spe;

/// <summary>The x calibration of a WinSpec header: a polynomial of the pixel's number.</summary>
internal static class SpeCalibration
{
    private const int At = 3000;
    private const int MostTerms = 6;

    /// <summary>
    /// The x values: Σ cₖ pᵏ, p = 1 … width; the pixel numbers themselves where no calibration is stated as valid.
    /// </summary>
    public static (double[] X, SpectralAxis Axis) Of(ByteReader file, int width, ReadingChecks checks)
    {
        int isValid = file.U8(At + 98), unit = file.U8(At + 100), order = file.U8(At + 101);
        if (isValid != 1 || order is 0 or >= MostTerms)
        {
            checks.Warn(SpectralIssueIds.Uncalibrated, "The file states no valid x calibration: x is the number of the pixel.");
            return (Abscissae.Stepped(1, 1, width), new SpectralAxis(AxisUnit.Other, "Pixel"));
        }

        var x = Abscissae.Polynomial(file.F64s(At + 263, order + 1), 1, width);
        checks.Pass("x is the polynomial of the stated calibration.");
        return (x, unit switch
        {
            0 or 1 => new SpectralAxis(AxisUnit.Other, "Pixel"),
            4 => new SpectralAxis(AxisUnit.Nanometer, "nm"),
            5 => new SpectralAxis(AxisUnit.Wavenumber, "cm-1"),
            6 => new SpectralAxis(AxisUnit.RamanShift, "Raman shift (cm-1)"),
            _ => new SpectralAxis(AxisUnit.Unknown),
        });
    }
}
