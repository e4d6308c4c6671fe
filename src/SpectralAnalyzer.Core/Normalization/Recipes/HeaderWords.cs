using System.Collections.Frozen;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Normalization.Recipes;

/// <summary>
/// The header words that say something about the layout. Only they count in a fingerprint, and only they are sent to an AI: any
/// other word may be the name of a person, a sample or a place.
/// </summary>
internal static class HeaderWords
{
    private static readonly FrozenSet<string> s_words = new[]
    {
        // axes and their units
        "wavelength", "wavelengths", "wavenumber", "wavenumbers", "wave", "wl", "wn", "lambda", "raman", "shift", "frequency",
        "freq", "energy", "kinetic", "binding", "photon", "theta", "angle", "degree", "degrees", "deg", "nm", "um", "µm", "μm",
        "cm", "ev", "kev", "nanometer", "nanometers", "nanometre", "nanometres", "micrometer", "micrometers", "micron", "microns",
        "wellenlänge", "wellenlaenge", "wellenzahl", "verschiebung", "energie", "winkel", "longueur", "onde", "nombre",
        "décalage", "longitud", "onda", "número", "rel", "relative", "x", "y", "z", "axis", "achse", "abscissa", "ordinate",
        "time", "zeit", "temps", "tiempo", "s", "sec", "ms", "min", "index", "pixel", "pixels", "channel", "point", "points",
        "nr", "no", "first", "last", "firstx", "lastx", "deltax", "delta", "npoints", "step", "start", "stop", "end", "range",
        "from", "to", "resolution",
        // ordinates and their units
        "absorbance", "absorption", "abs", "a", "au", "extinktion", "extinction", "transmittance", "transmission", "transmitance",
        "t", "durchlässigkeit", "reflectance", "reflection", "reflexion", "reflektanz", "remission", "r", "intensity",
        "intensität", "intensitaet", "intensité", "intensidad", "counts", "count", "cts", "cps", "ccd", "signal", "dark",
        "reference", "scope", "irradiance", "radiance", "fluorescence", "emission", "excitation", "arb", "units", "unit",
        "einheit", "einheiten", "unité", "unités", "unidad", "xunits", "yunits", "xunit", "yunit", "xlabel", "ylabel", "xfactor",
        "yfactor", "percent", "prozent", "kubelka", "munk", "log", "sigma", "error", "fehler", "std", "stdev", "deviation",
        "uncertainty", "mean", "average", "raw", "corrected", "background", "baseline",
        // other words of headers
        "begin", "beginning", "data", "daten", "données", "datos", "xydata", "xypoints", "spectrum", "spectra", "spectral",
        "spektrum", "spektren", "espectro", "spectre", "header", "kopf", "footer", "section", "block", "table", "column",
        "columns", "spalte", "row", "rows", "zeile", "line", "lines", "title", "titel", "name", "sample", "probe", "échantillon",
        "muestra", "operator", "bediener", "user", "benutzer", "owner", "date", "datum", "fecha", "file", "datei", "filename",
        "dateiname", "path", "comment", "comments", "kommentar", "bemerkung", "remark", "remarks", "note", "notes", "instrument",
        "gerät", "geraet", "spectrometer", "spektrometer", "detector", "detektor", "serial", "number", "nummer", "model",
        "version", "software", "firmware", "laser", "power", "integration", "exposure", "acquisition", "acq", "acquired",
        "accumulations", "scan", "scans", "averaging", "averages", "smoothing", "boxcar", "correction", "slit", "grating", "gain",
        "temperature", "measurement", "messung", "method", "methode", "mode", "type", "typ", "origin", "laboratory", "labor",
        "company", "id", "of", "the", "and", "in", "is", "by", "per", "for", "format", "encoding", "delimiter", "separator",
        "decimal", "locale", "created", "measured", "label", "description", "project",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns whether a word, of letters only, is one of them.</summary>
    internal static bool Contains(ReadOnlySpan<char> word)
    {
        if (s_lookup.Contains(word))
            return true;
        // scripts without spaces between words: known words are found in short runs
        return word.Length is >= 2 and <= 6 && word[0] > '\u2E7F'
            && (AxisWords.Read(word.ToString()) != default || OrdinateWords.Read(word.ToString()) != OrdinateKind.Unknown);
    }
}
