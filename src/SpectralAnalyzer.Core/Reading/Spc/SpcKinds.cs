using System.Globalization;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Spc;

/// <summary>The kinds of axes and experiments that SPC files number.</summary>
internal static class SpcKinds
{
    private static readonly string[] s_axes =
    [
        "Arbitrary", "Wavenumber (cm-1)", "Micrometers (um)", "Nanometers (nm)", "Seconds", "Minutes", "Hertz (Hz)",
            "Kilohertz (KHz)",
        "Megahertz (MHz)", "Mass (M/z)", "Parts per million (PPM)", "Days", "Years", "Raman Shift (cm-1)", "eV", "",
            "Diode number",
        "Channel", "Degrees", "Temperature (F)", "Temperature (C)", "Temperature (K)", "Data points", "Milliseconds (mSec)",
        "Microseconds (uSec)", "Nanoseconds (nSec)", "Gigahertz (GHz)", "Centimeters (cm)", "Meters (m)", "Millimeters (mm)",
            "Hours",
    ];

    private static readonly string[] s_ordinates =
    [
        "Arbitrary intensity", "Interferogram", "Absorbance", "Kubelka-Munk", "Counts", "Volts", "Degrees", "Milliamps",
            "Millimeters",
        "Millivolts", "Log (1/R)", "Percent", "Intensity", "Relative intensity", "Energy", "", "Decibel", "", "",
            "Temperature (F)",
        "Temperature (C)", "Temperature (K)", "Index of refraction [N]", "Extinction coefficient [K]", "Real", "Imaginary",
            "Complex",
    ];

    private const int Raman = 11;

    /// <summary>The name of an x or z kind.</summary>
    public static string AxisName(int kind) => kind == 255 ? "Double interferogram" : kind < s_axes.Length ? s_axes[kind] : "";

    /// <summary>The axis of a file.</summary>
    public static SpectralAxis Axis(SpcHeader header)
    {
        var isRaman = header.Experiment == Raman;
        if (header.Labels.X.Length > 0)
            return UnitWords.ToAxis(header.Labels.X, isRaman);
        var name = AxisName(header.Kinds.X);
        return header.Kinds.X switch
        {
            0 => new SpectralAxis(AxisUnit.Unknown, name),
            1 => new SpectralAxis(isRaman ? AxisUnit.RamanShift : AxisUnit.Wavenumber, name),
            2 => new SpectralAxis(AxisUnit.Micrometer, name),
            3 => new SpectralAxis(AxisUnit.Nanometer, name),
            13 => new SpectralAxis(AxisUnit.RamanShift, name),
            14 => new SpectralAxis(AxisUnit.ElectronVolt, name),
            _ => name.Length == 0 ? SpectralAxis.Unknown : new SpectralAxis(AxisUnit.Other, name),
        };
    }

    /// <summary>The ordinate of a file's spectrum.</summary>
    public static SpectralOrdinate Ordinate(SpcHeader header, ReadOnlySpan<double> values, ReadingChecks checks)
    {
        if (header.Labels.Y.Length > 0)
            return UnitWords.ToOrdinate(header.Labels.Y);
        return header.Kinds.Y switch
        {
            0 or 4 or 12 or 13 or 130 or 131 => new SpectralOrdinate(OrdinateKind.Intensity, header.Kinds.Y switch
            {
                130 => "Arbitrary or single beam with valley peaks",
                131 => "Emission",
                var kind => s_ordinates[kind],
            }),
            2 => new SpectralOrdinate(OrdinateKind.Absorbance, "Absorbance"),
            3 => new SpectralOrdinate(OrdinateKind.KubelkaMunk, "Kubelka-Munk"),
            128 => UnitWords.ToOrdinate("Transmission"),
            129 => UnitWords.ToOrdinate("Reflectance"),
            var kind when kind < s_ordinates.Length
                && s_ordinates[kind].Length > 0 => new SpectralOrdinate(OrdinateKind.Other, s_ordinates[kind]),
            _ => SpectralOrdinate.Unknown,
        };
    }

    /// <summary>What a subfile is called by its z value.</summary>
    public static string Series(SpcHeader header, float z)
    {
        var name = header.Labels.Z.Length > 0 ? header.Labels.Z : AxisName(header.Kinds.Z);
        return $"{(name.Length == 0 || header.Kinds.Z == 0 && header.Labels.Z.Length == 0 ? "z" : name)} = "
            + $"{z.ToString("R", CultureInfo.InvariantCulture)}";
    }
}
