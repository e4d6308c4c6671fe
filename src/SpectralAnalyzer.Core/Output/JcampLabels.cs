using SpectralAnalyzer.Core.Reading.Jcamp;

namespace SpectralAnalyzer.Core.Output;

/// <summary>What the header of a JCAMP-DX file says in the standard's own words.</summary>
internal static class JcampLabels
{
    // those that describe the sample and the measurement; all others of the standard describe the table, which is written anew
    private static readonly HashSet<string> s_descriptive = new(StringComparer.Ordinal)
    {
        "DATE", "TIME", "LONGDATE", "SAMPLEDESCRIPTION", "CASNAME", "NAMES", "MOLFORM", "CASREGISTRYNO", "WISWESSER", "BEILSTEINLAWSONNO",
        "MP", "BP", "REFRACTIVEINDEX", "DENSITY", "MW", "CONCENTRATIONS", "SPECTROMETERDATASYSTEM", "INSTRUMENTPARAMETERS",
        "INSTRUMENTALPARAMETERS", "SAMPLINGPROCEDURE", "STATE", "PATHLENGTH", "PRESSURE", "TEMPERATURE", "DATAPROCESSING",
        "SOURCEREFERENCE", "CROSSREFERENCE", "RESOLUTION",
    };

    private static readonly HashSet<string> s_written = new(StringComparer.Ordinal)
    {
        "TITLE", "JCAMPDX", "DATATYPE", "DATACLASS", "BLOCKS", "BLOCKID", "ORIGIN", "OWNER", "END", "CLASS", "XUNITS", "YUNITS", "RUNITS", "AUNITS",
        "XFACTOR", "YFACTOR", "RFACTOR", "AFACTOR", "FIRSTX", "LASTX", "FIRSTY", "FIRSTR", "LASTR", "FIRSTA", "DELTAX", "DELTAR", "NPOINTS",
        "MAXX", "MINX", "MAXY", "MINY", "MAXR", "MINR", "MAXA", "MINA", "XLABEL", "YLABEL", "XYDATA", "XYPOINTS", "PEAKTABLE", "PEAKASSIGNMENTS",
        "RADATA", "NTUPLES", "VARNAME", "SYMBOL", "VARTYPE", "VARFORM", "VARDIM", "UNITS", "FIRST", "LAST", "MIN", "MAX", "FACTOR", "PAGE",
        "DATATABLE", "ENDNTUPLES",
    };

    /// <summary>The label of something that the spectrum's metadata says; null where the header says it elsewhere.</summary>
    /// <param name="name">The name in the metadata.</param>
    internal static string? Of(string name)
    {
        var key = JcampRecord.Key(name);
        if (s_written.Contains(key) || key.Length == 0)
            return null;
        var label = Value(name).Replace('=', ' ').TrimStart('$', '#', ' ');
        return s_descriptive.Contains(key) ? label : label.Length == 0 ? null : "$" + label;
    }

    /// <summary>A value on one line, without what begins a comment or a record.</summary>
    internal static string Value(string text) =>
        text.ReplaceLineEndings(" ").Replace('\0', ' ').Replace("$$", "$ $", StringComparison.Ordinal).Trim();

    /// <summary>The kind of spectrum that the unit of x speaks for.</summary>
    internal static string DataType(Spectrum spectrum)
    {
        if (spectrum.Metadata.TryGetValue("DATA TYPE", out var stated) && Value(stated).Length > 0)
            return Value(stated);
        return spectrum.XUnit switch
        {
            AxisUnit.Wavenumber => "INFRARED SPECTRUM",
            AxisUnit.RamanShift => "RAMAN SPECTRUM",
            AxisUnit.Nanometer when spectrum.XMax <= 1100 => "UV/VIS SPECTRUM",
            _ => "SPECTRUM",
        };
    }

    /// <summary>The unit of x; empty where it is not known.</summary>
    internal static string XUnits(SpectralAxis axis) => axis.Unit switch
    {
        AxisUnit.Wavenumber => "1/CM",
        AxisUnit.RamanShift => "RAMAN SHIFT (1/CM)",
        AxisUnit.Nanometer => "NANOMETERS",
        AxisUnit.Micrometer => "MICROMETERS",
        AxisUnit.ElectronVolt => axis.Energy switch
        {
            EnergyKind.Binding => "BINDING ENERGY (EV)",
            EnergyKind.Kinetic => "KINETIC ENERGY (EV)",
            EnergyKind.Loss => "ENERGY LOSS (EV)",
            _ => "ELECTRONVOLT",
        },
        AxisUnit.DegreeTwoTheta => "2THETA (DEGREES)",
        _ => Value(axis.Label ?? ""),
    };

    /// <summary>The quantity of y; empty where it is not known.</summary>
    internal static string YUnits(SpectralOrdinate ordinate) => ordinate.Kind switch
    {
        OrdinateKind.Absorbance => "ABSORBANCE",
        OrdinateKind.Transmittance => "TRANSMITTANCE",
        OrdinateKind.PercentTransmittance => "PERCENT TRANSMITTANCE",
        OrdinateKind.Reflectance => "REFLECTANCE",
        OrdinateKind.PercentReflectance => "PERCENT REFLECTANCE",
        OrdinateKind.Intensity => "ARBITRARY UNITS",
        OrdinateKind.KubelkaMunk => "KUBELKA-MUNK",
        _ => Value(ordinate.Label ?? ""),
    };
}
