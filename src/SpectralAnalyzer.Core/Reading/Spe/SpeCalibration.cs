namespace SpectralAnalyzer.Core.Reading.Spe;

/// <summary>The x calibration of a WinSpec header: a polynomial of the pixel's number.</summary>
internal static class SpeCalibration
{
    private const int At = 3000;
    private const int MostTerms = 6;

    /// <summary>The x values: Σ cₖ pᵏ, p = 1 … width; the pixel numbers themselves where no calibration is stated as valid.</summary>
    public static (double[] X, SpectralAxis Axis) Of(ByteReader file, int width, ReadingChecks checks)
    {
        var x = new double[width];
        int isValid = file.U8(At + 98), unit = file.U8(At + 100), order = file.U8(At + 101);
        if (isValid != 1 || order is 0 or >= MostTerms)
        {
            checks.Warns("Uncalibrated", "The file states no valid x calibration: x is the number of the pixel.");
            for (var i = 0; i < width; i++)
                x[i] = i + 1;
            return (x, new SpectralAxis(AxisUnit.Other, "Pixel"));
        }

        for (var i = 0; i < width; i++)
        {
            double value = 0;
            for (var k = order; k >= 0; k--)
                value = value * (i + 1) + file.F64(At + 263 + 8 * k);
            x[i] = value;
        }

        checks.Holds("x is the polynomial of the stated calibration.");
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
