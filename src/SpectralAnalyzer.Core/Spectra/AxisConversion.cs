using System.Globalization;

namespace SpectralAnalyzer.Core.Spectra;

/// <summary>
/// Converts x between wavenumber (cm⁻¹), wavelength (nm, µm), photon energy (eV) and, where the laser is known, Raman shift
/// (cm⁻¹).
/// Wavelengths are those in vacuum. Each formula is exact but for rounding.
/// </summary>
public static class AxisConversion
{
    /// <summary>
    /// The wavenumber in cm⁻¹ of a photon of 1 eV: e / (100·h·c) with the constants of the SI, which CODATA 2018 gives as
    /// 8065.543937… (elementary charge 1.602176634 × 10⁻¹⁹ C, Planck 6.62607015 × 10⁻³⁴ J s, light 299792458 m/s, all exact).
    /// </summary>
    public const double WavenumbersPerElectronVolt = 1.602176634e-19 / (6.62607015e-34 * 299792458.0 * 100.0);

    private const double NanometersPerCentimeter = 1e7;
    private const double MicrometersPerCentimeter = 1e4;
    private const double NanometersPerMicrometer = 1e3;

    /// <summary>True where one unit can be converted into the other.</summary>
    /// <param name="from">The unit before.</param>
    /// <param name="to">The unit after.</param>
    /// <param name="laserIsKnown">True where the laser's wavelength is known, which Raman shift needs.</param>
    public static bool CanConvert(AxisUnit from, AxisUnit to, bool laserIsKnown) =>
        from == to || (IsConvertible(from) && IsConvertible(to) && (laserIsKnown || !NeedsLaser(from, to)));

    /// <summary>
    /// True where one axis can be converted into the other: as for the units, and an energy must be that of a photon.
    /// </summary>
    /// <param name="from">The axis before.</param>
    /// <param name="to">The axis after.</param>
    /// <param name="laserIsKnown">True where the laser's wavelength is known, which Raman shift needs.</param>
    public static bool CanConvert(SpectralAxis from, SpectralAxis to, bool laserIsKnown)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        from = LabeledUnits.Find(from)?.Axis ?? from;
        to = LabeledUnits.Find(to)?.Axis ?? to;
        return from.Unit == to.Unit
            || (CanConvert(from.Unit, to.Unit, laserIsKnown) && !IsElectronEnergy(from) && !IsElectronEnergy(to));
    }

    /// <summary>
    /// True where the conversion is one between Raman shift and something else, which needs the laser's wavelength.
    /// </summary>
    /// <param name="from">The unit before.</param>
    /// <param name="to">The unit after.</param>
    public static bool NeedsLaser(AxisUnit from, AxisUnit to) =>
        from != to && (from == AxisUnit.RamanShift || to == AxisUnit.RamanShift) && IsConvertible(from) && IsConvertible(to);

    /// <summary>Converts one value.</summary>
    /// <param name="value">The value, in <paramref name="from"/>.</param>
    /// <param name="from">The unit before.</param>
    /// <param name="to">The unit after.</param>
    /// <param name="laserNanometers">The laser's wavelength in nm, or null.</param>
    /// <returns>The value in <paramref name="to"/>; NaN or an infinity where it has none, as 0 cm⁻¹ has no wavelength.</returns>
    /// <exception cref="SpectralException">
    /// <c>AxisMismatch</c>: there is no such conversion. <c>LaserNeeded</c>, <c>LaserInvalid</c>.
    /// </exception>
    public static double Convert(double value, AxisUnit from, AxisUnit to, double? laserNanometers = null) =>
        from == to ? value : Formula(from, to, laserNanometers).Apply(value);

    /// <summary>Converts the x values of a spectrum.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="to">The unit after.</param>
    /// <param name="laserNanometers">The laser's wavelength in nm; needed between Raman shift and anything else.</param>
    /// <exception cref="SpectralException">
    /// <c>AxisMismatch</c>: there is no such conversion. <c>LaserNeeded</c>, <c>LaserInvalid</c>.
    /// <c>AxisOutOfDomain</c>: an x value has no counterpart, as 0 cm⁻¹ has no wavelength.
    /// </exception>
    public static ConvertedSpectrum Convert(Spectrum spectrum, AxisUnit to, double? laserNanometers = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        var from = spectrum.XUnit;
        if (from == to)
            return new ConvertedSpectrum(spectrum, null, []);
        if (LabeledUnits.ToBase(spectrum) is { } based)
            return Both(based, Convert(based.Spectrum, to, laserNanometers));

        if (IsElectronEnergy(spectrum.Axis))
            throw NoConversion(spectrum.Axis.Label!, to.ToString());

        var axis = new SpectralAxis(to, IsInferred: spectrum.Axis.IsInferred);
        var formula = Formula(from, to, laserNanometers);
        var source = spectrum.Abscissae.Span;
        var x = new double[source.Length];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = formula.Apply(source[i]);
            if (!IsInDomain(source[i], from) || !IsInDomain(x[i], to))
                throw OutOfDomain(source[i], spectrum.Axis, axis);
        }

        return new ConvertedSpectrum(
            spectrum.WithAbscissae(x, axis),
            new AppliedConversion("x", spectrum.Axis.Title, axis.Title, formula.Text),
            []);
    }

    /// <summary>Converts the x values of a spectrum to those of an axis, which may have a unit that its label states.</summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="to">The axis after.</param>
    /// <param name="laserNanometers">The laser's wavelength in nm; needed between Raman shift and anything else.</param>
    /// <exception cref="SpectralException">As of the conversion to a unit.</exception>
    internal static ConvertedSpectrum Convert(Spectrum spectrum, SpectralAxis to, double? laserNanometers)
    {
        if (LabeledUnits.Find(to) is not { } unit || spectrum.XUnit == AxisUnit.Other && spectrum.Axis.Symbol == to.Symbol)
            return Convert(spectrum, to.Unit, laserNanometers);
        var converted = Convert(spectrum, unit.Axis.Unit, laserNanometers);
        return Both(converted, LabeledUnits.FromBase(converted.Spectrum, to));
    }

    private static ConvertedSpectrum Both(ConvertedSpectrum first, ConvertedSpectrum second)
    {
        if (first.Applied is not { } before || second.Applied is not { } after)
            return first.Applied is null ? second : second with { Applied = first.Applied };
        return second with
        {
            Applied = new AppliedConversion("x", before.From, after.To, $"{before.Formula}, {after.Formula}"),
            Warnings = [.. first.Warnings, .. second.Warnings],
        };
    }

    /// <summary>
    /// Converts the y values of a spectrum that counts per unit of x, such as an emission per nm, into those per unit of another
    /// axis: y' = y × |dx/dx'|. The x values stay.
    /// </summary>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="to">The unit of the other axis.</param>
    /// <param name="laserNanometers">The laser's wavelength in nm; needed between Raman shift and anything else.</param>
    /// <exception cref="SpectralException">
    /// <c>AxisMismatch</c>: there is no such conversion. <c>LaserNeeded</c>, <c>LaserInvalid</c>.
    /// </exception>
    public static ConvertedSpectrum ConvertPerUnit(Spectrum spectrum, AxisUnit to, double? laserNanometers = null)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        var from = spectrum.XUnit;
        if (from == to || WidthText(from) == WidthText(to))
            return new ConvertedSpectrum(spectrum, null, []);
        if (IsElectronEnergy(spectrum.Axis))
            throw NoConversion(spectrum.Axis.Label!, to.ToString());

        var convert = Formula(from, to, laserNanometers).Apply;
        var x = spectrum.Abscissae.Span;
        var y = spectrum.Ordinates.ToArray();
        for (var i = 0; i < y.Length; i++)
            y[i] *= Width(x[i], from) / Width(convert(x[i]), to);
        string before = new SpectralAxis(from).Symbol, after = new SpectralAxis(to).Symbol, title = spectrum.Ordinate.Title;
        return new ConvertedSpectrum(
            spectrum.WithOrdinates(y, spectrum.Ordinate),
            new AppliedConversion(
                "y", $"{title} per {before}", $"{title} per {after}", $"y' = y × ({WidthText(from)}) ÷ ({WidthText(to)})"),
            []);
    }

    // |dx/dν̃|: how much of an axis goes into a reciprocal centimeter
    private static double Width(double x, AxisUnit unit) => unit switch
    {
        AxisUnit.Nanometer => x * x / NanometersPerCentimeter,
        AxisUnit.Micrometer => x * x / MicrometersPerCentimeter,
        AxisUnit.ElectronVolt => 1 / WavenumbersPerElectronVolt,
        _ => 1,
    };

    private static string WidthText(AxisUnit unit) => unit switch
    {
        AxisUnit.Nanometer => "(λ/nm)² ÷ 10⁷",
        AxisUnit.Micrometer => "(λ/µm)² ÷ 10⁴",
        AxisUnit.ElectronVolt => "1 ÷ 8065.543937",
        _ => "1",
    };

    private static bool IsConvertible(AxisUnit unit) =>
        unit is AxisUnit.Wavenumber or AxisUnit.RamanShift or AxisUnit.Nanometer or AxisUnit.Micrometer or AxisUnit.ElectronVolt;

    // X-ray photoelectron and electron loss spectra count in eV too, but the energy of an electron has no wavelength of light.
    private static bool IsElectronEnergy(SpectralAxis axis) => axis.Energy != EnergyKind.Photon;

    private static bool IsInDomain(double value, AxisUnit unit) =>
        double.IsFinite(value) && (unit == AxisUnit.RamanShift || value > 0);

    private static (Func<double, double> Apply, string Text) Formula(AxisUnit from, AxisUnit to, double? laserNanometers)
    {
        if (!IsConvertible(from) || !IsConvertible(to))
            throw NoConversion(from.ToString(), to.ToString());

        var direct = (from, to) switch
        {
            (AxisUnit.Nanometer, AxisUnit.Micrometer) => (v => v / NanometersPerMicrometer, "λ/µm = λ/nm ÷ 1000"),
            (AxisUnit.Micrometer, AxisUnit.Nanometer) => (v => v * NanometersPerMicrometer, "λ/nm = λ/µm × 1000"),
            (AxisUnit.Nanometer, AxisUnit.Wavenumber) => (v => NanometersPerCentimeter / v, "ν̃/cm⁻¹ = 10⁷ ÷ λ/nm"),
            (AxisUnit.Wavenumber, AxisUnit.Nanometer) => (v => NanometersPerCentimeter / v, "λ/nm = 10⁷ ÷ ν̃/cm⁻¹"),
            (AxisUnit.Micrometer, AxisUnit.Wavenumber) => (v => MicrometersPerCentimeter / v, "ν̃/cm⁻¹ = 10⁴ ÷ λ/µm"),
            (AxisUnit.Wavenumber, AxisUnit.Micrometer) => (v => MicrometersPerCentimeter / v, "λ/µm = 10⁴ ÷ ν̃/cm⁻¹"),
            (AxisUnit.ElectronVolt, AxisUnit.Wavenumber) =>
                (v => v * WavenumbersPerElectronVolt, "ν̃/cm⁻¹ = 8065.543937 × E/eV"),
            (AxisUnit.Wavenumber, AxisUnit.ElectronVolt) =>
                (v => v / WavenumbersPerElectronVolt, "E/eV = ν̃/cm⁻¹ ÷ 8065.543937"),
            (AxisUnit.ElectronVolt, AxisUnit.Nanometer) =>
                (v => NanometersPerCentimeter / WavenumbersPerElectronVolt / v, "λ/nm = 1239.841984 ÷ E/eV"),
            (AxisUnit.Nanometer, AxisUnit.ElectronVolt) =>
                (v => NanometersPerCentimeter / WavenumbersPerElectronVolt / v, "E/eV = 1239.841984 ÷ λ/nm"),
            (AxisUnit.ElectronVolt, AxisUnit.Micrometer) =>
                (v => MicrometersPerCentimeter / WavenumbersPerElectronVolt / v, "λ/µm = 1.239841984 ÷ E/eV"),
            (AxisUnit.Micrometer, AxisUnit.ElectronVolt) =>
                (v => MicrometersPerCentimeter / WavenumbersPerElectronVolt / v, "E/eV = 1.239841984 ÷ λ/µm"),
            _ => default((Func<double, double> Apply, string Text)?),
        };
        return direct ?? WithLaser(from, to, laserNanometers);
    }

    private static (Func<double, double> Apply, string Text) WithLaser(AxisUnit from, AxisUnit to, double? laserNanometers)
    {
        if (laserNanometers is not { } laser)
        {
            throw new SpectralException(
                SpectralErrorIds.LaserNeeded, SpectralErrorCategory.InvalidData,
                "Raman shift and an absolute axis can be converted into each other only where the laser's wavelength is known.",
                "State the laser's wavelength in nm with -LaserWavelength, for example 785.");
        }

        if (!double.IsFinite(laser) || laser <= 0)
        {
            throw new SpectralException(
                SpectralErrorIds.LaserInvalid, SpectralErrorCategory.InvalidArgument,
                Invariant($"A laser of {laser} nm does not exist."),
                    "State its wavelength in nm with -LaserWavelength, for example 785.");
        }

        var line = NanometersPerCentimeter / laser;
        var lineText = $"10⁷ ÷ {laser.ToString(CultureInfo.InvariantCulture)}";
        if (from == AxisUnit.RamanShift)
        {
            return to == AxisUnit.Wavenumber
                ? (v => line - v, $"ν̃/cm⁻¹ = {lineText} − Δν̃/cm⁻¹")
                : (v => Convert(line - v, AxisUnit.Wavenumber, to),
                    $"{Formula(AxisUnit.Wavenumber, to, null).Text}, ν̃/cm⁻¹ = {lineText} − Δν̃/cm⁻¹");
        }

        return from == AxisUnit.Wavenumber
            ? (v => line - v, $"Δν̃/cm⁻¹ = {lineText} − ν̃/cm⁻¹")
            : (v => line - Convert(v, from, AxisUnit.Wavenumber),
                $"Δν̃/cm⁻¹ = {lineText} − ν̃/cm⁻¹, {Formula(from, AxisUnit.Wavenumber, null).Text}");
    }

    private static SpectralException NoConversion(string from, string to) => new(
        SpectralErrorIds.AxisMismatch, SpectralErrorCategory.InvalidData, $"There is no conversion from {from} to {to}.",
        "Compare spectra of the same x quantity, or state the unit where a file states it wrongly: "
            + "-XUnit for the samples, -BaselineXUnit for the baseline.");

    private static SpectralException OutOfDomain(double value, SpectralAxis from, SpectralAxis to) => new(
        SpectralErrorIds.AxisOutOfDomain, SpectralErrorCategory.InvalidData,
        Invariant($"x = {value} in {from.Title} has no value in {to.Title}."),
        "Remove the point, or compare with a baseline that has the same x unit.");
}
