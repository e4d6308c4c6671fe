namespace SpectralAnalyzer.Core.Reading.WiTec;

/// <summary>x of a graph: a calibration of the pixels to wavelengths, shown in the unit that the graph names.</summary>
internal static class WitecAxis
{
    private const double NanometersOfAnElectronVolt = 1239.84193;

    /// <summary>Returns x of each of the pixels, which are counted from 0.</summary>
    /// <param name="transformation">The entry with the calibration, or null.</param>
    /// <param name="interpretation">The entry with the unit, or null.</param>
    /// <param name="count">The number of pixels.</param>
    /// <param name="checks">Where doubts are noted.</param>
    internal static (double[] X, SpectralAxis Axis) Create(WitTag? transformation, WitTag? interpretation, int count,
        ReadingChecks checks)
    {
        if (transformation?.Child("TDSpectralTransformation") is not { } spectral || Wavelength(spectral) is not { } wavelength)
        {
            checks.Warn(SpectralIssueIds.Uncalibrated,
                "A graph of the WITec file has no spectral calibration: x is the number of the pixel.");
            return (Abscissae.Stepped(0, 1, count), new SpectralAxis(AxisUnit.Other, "Pixel"));
        }

        var x = new double[count];
        for (var i = 0; i < count; i++)
            x[i] = wavelength(i);
        var laser = interpretation?.Number("TDSpectralInterpretation", "ExcitationWaveLength") is { } stated and > 0
            ? stated
            : double.NaN;
        var unit = interpretation?.Child("TDSpectralInterpretation") is null
            ? 0
            : interpretation.Number("TDInterpretation", "UnitIndex");
        var (axis, convert) = Unit((int)(unit ?? 0), laser);
        var shown = Array.ConvertAll(x, convert);
        return Array.TrueForAll(shown, double.IsFinite)
            ? (shown, axis)
            : (x, new SpectralAxis(AxisUnit.Nanometer, "Wavelength (nm)"));
    }

    private static (SpectralAxis Axis, Converter<double, double> Convert) Unit(int unit, double laser) => unit switch
    {
        1 => (new(AxisUnit.Micrometer, "Wavelength (µm)"), nm => nm / 1000),
        2 => (new(AxisUnit.Wavenumber, "Wavenumber (1/cm)"), nm => 1e7 / nm),
        3 => (new(AxisUnit.RamanShift, "rel. 1/cm"), nm => 1e7 / laser - 1e7 / nm),
        4 => (new(AxisUnit.ElectronVolt, "Energy (eV)"), nm => NanometersOfAnElectronVolt / nm),
        5 => (new(AxisUnit.Other, "Energy (meV)"), nm => 1000 * NanometersOfAnElectronVolt / nm),
        6 => (new(AxisUnit.Other, "rel. eV"), nm => NanometersOfAnElectronVolt * (1 / laser - 1 / nm)),
        7 => (new(AxisUnit.Other, "rel. meV"), nm => 1000 * NanometersOfAnElectronVolt * (1 / laser - 1 / nm)),
        _ => (new(AxisUnit.Nanometer, "Wavelength (nm)"), nm => nm),
    };

    private static Func<int, double>? Wavelength(WitTag spectral)
    {
        switch (spectral.Number("SpectralTransformationType"))
        {
            case 0 when spectral.Numbers("Polynom") is { Length: > 1 } polynomial:
                return pixel => Abscissae.Polynomial(polynomial.AsSpan(0, Math.Min(3, polynomial.Length)), pixel);
            case 1:
                return Grating(spectral);
            case 2 when spectral.Numbers("FreePolynom") is { Length: > 1 } all
                && spectral.Number("FreePolynomOrder") is { } order and >= 1
                && spectral.Number("FreePolynomStartBin") is { } first && spectral.Number("FreePolynomStopBin") is { } last:
                var terms = all[..(int)Math.Min(all.Length, order + 1)];
                return pixel => Abscissae.Polynomial(terms, Math.Clamp(pixel, first, Math.Max(first, last)));
            default:
                return null;
        }
    }

    // the grating equation with the angles of the spectrograph
    private static Func<int, double>? Grating(WitTag spectral)
    {
        double[] stated = [Of("nC"), Of("LambdaC"), Of("Gamma"), Of("Delta"), Of("m"), Of("d"), Of("x"), Of("f")];
        if (!Array.TrueForAll(stated, double.IsFinite) || stated[4] == 0 || stated[5] == 0)
            return null;
        var (center, wavelength, gamma, delta, order, grooves, width, focal) =
            (stated[0], stated[1], stated[2], stated[3], stated[4], stated[5], stated[6], stated[7]);
        var alpha = Math.Asin(wavelength * order / grooves / (2 * Math.Cos(gamma / 2))) - gamma / 2;
        return pixel =>
        {
            var beta = gamma + alpha - delta
                - Math.Atan2(width * (center - pixel) - focal * Math.Sin(delta), focal * Math.Cos(delta));
            return grooves / order * (Math.Sin(alpha) + Math.Sin(beta));
        };

        double Of(string name) => spectral.Number(name) ?? double.NaN;
    }
}
