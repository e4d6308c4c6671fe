using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading.Jcamp;
using SpectralAnalyzer.Core.Reading.Units;
using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Export;

/// <summary>The labels and values of a JCAMP-DX header.</summary>
internal static class JcampLabels
{
    // describe the sample and the measurement; the other labels of the standard describe the table
    private static readonly HashSet<string> s_descriptive = new(StringComparer.Ordinal)
    {
        "DATE", "TIME", "LONGDATE", "SAMPLEDESCRIPTION", "CASNAME", "NAMES", "MOLFORM", "CASREGISTRYNO", "WISWESSER",
        "BEILSTEINLAWSONNO",
        "MP", "BP", "REFRACTIVEINDEX", "DENSITY", "MW", "CONCENTRATIONS", "SPECTROMETERDATASYSTEM", "INSTRUMENTPARAMETERS",
        "INSTRUMENTALPARAMETERS", "SAMPLINGPROCEDURE", "STATE", "PATHLENGTH", "PRESSURE", "TEMPERATURE", "DATAPROCESSING",
        "SOURCEREFERENCE", "CROSSREFERENCE", "RESOLUTION",
    };

    private static readonly HashSet<string> s_written = new(StringComparer.Ordinal)
    {
        "TITLE", "JCAMPDX", "DATATYPE", "DATACLASS", "BLOCKS", "BLOCKID", "ORIGIN", "OWNER", "END", "CLASS",
        "XUNITS", "YUNITS", "RUNITS", "AUNITS", "XFACTOR", "YFACTOR", "RFACTOR", "AFACTOR", "FIRSTX", "LASTX", "FIRSTY",
        "FIRSTR", "LASTR", "FIRSTA", "DELTAX", "DELTAR", "NPOINTS",
        "MAXX", "MINX", "MAXY", "MINY", "MAXR", "MINR", "MAXA", "MINA", "XLABEL", "YLABEL", "XYDATA", "XYPOINTS", "PEAKTABLE",
        "PEAKASSIGNMENTS",
        "RADATA", "NTUPLES", "VARNAME", "SYMBOL", "VARTYPE", "VARFORM", "VARDIM", "UNITS", "FIRST", "LAST", "MIN", "MAX",
        "FACTOR", "PAGE",
        "DATATABLE", "ENDNTUPLES",
    };

    /// <summary>Returns the label of a metadata entry, or null if the header contains it elsewhere.</summary>
    internal static string? Find(string name)
    {
        var key = JcampRecord.Key(name);
        if (s_written.Contains(key) || key.Length == 0)
            return null;
        var label = Ascii(Value(name)).Replace('=', ' ').TrimStart('$', '#', ' ');
        return s_descriptive.Contains(key) ? label : label.Length == 0 ? null : "$" + label;
    }

    // an accent is left out, and what has no letter in ASCII becomes an underscore
    private static string Ascii(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (var c in text.Replace('µ', 'u').Replace('μ', 'u').Replace("°", "deg", StringComparison.Ordinal)
            .Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                ascii.Append(c is >= ' ' and <= '~' ? c : '_');
        }

        return ascii.ToString();
    }

    /// <summary>Returns a value on one line, without the characters that start a comment or a record.</summary>
    internal static string Value(string text) =>
        text.ReplaceLineEndings(" ").Replace('\0', ' ').Replace("$$", "$ $", StringComparison.Ordinal).Trim();

    /// <summary>Returns the kind of spectrum: as the file states it, else by the unit of x.</summary>
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

    /// <summary>Returns the unit of x, or an empty string if it is unknown.</summary>
    internal static string XUnits(SpectralAxis axis) => Value(UnitWords.FromAxis(axis));

    /// <summary>Returns the quantity of y, or an empty string if it is unknown.</summary>
    internal static string YUnits(Spectrum spectrum) => Value(
        OrdinateLabel.Parse(spectrum.Ordinate).IsPlain
            ? UnitWords.FromOrdinate(spectrum.Ordinate) + Fraction(spectrum)
            : spectrum.Ordinate.Label!);

    // the standard's word is a fraction, but many write it over percent: where the numbers look like these, it has to be said
    private static string Fraction(Spectrum spectrum)
    {
        const double hardlyAFraction = 1.3;
        if (spectrum.Ordinate.Kind is not (OrdinateKind.Transmittance or OrdinateKind.Reflectance))
            return "";
        foreach (var value in spectrum.Ordinates.Span)
        {
            if (value > hardlyAFraction)
                return " (FRACTION)";
        }

        return "";
    }
}
