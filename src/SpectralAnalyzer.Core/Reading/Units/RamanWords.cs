using System.Globalization;

namespace SpectralAnalyzer.Core.Reading.Units;

/// <summary>Tells from the words around the data whether a wavenumber is the distance from a laser line.</summary>
internal static class RamanWords
{
    private const int MostLines = 400;
    private const double ShortestLaser = 200;
    private const double LongestLaser = 1100;

    /// <summary>True where a file says that it is a Raman spectrum, or names the wavelength of its laser.</summary>
    /// <param name="metadata">The lines around the data as names and values.</param>
    /// <param name="name">Name and unit of x, or null.</param>
    /// <param name="ordinate">
    /// What y is by the words of the file: every infrared spectrometer has a laser, and no Raman spectrum is an absorbance.
    /// </param>
    public static bool AreIn(IReadOnlyDictionary<string, string> metadata, string? name, OrdinateKind ordinate)
    {
        if (Says(name))
            return true;
        if (IsOfLight(ordinate))
            return false;
        foreach (var (key, value) in metadata.Take(MostLines))
        {
            if (key.Contains("laser", StringComparison.OrdinalIgnoreCase))
            {
                if (NamesLine(key, value))
                    return true;
            }
            else if (Says(key) || (value.Length < 200 && Says(value)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a file's name speaks of Raman and y does not say otherwise.</summary>
    public static bool AreIn(string fileName, OrdinateKind ordinate) => Says(fileName) && !IsOfLight(ordinate);

    private static bool Says(string? text) => text?.Contains("raman", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsOfLight(OrdinateKind ordinate) => ordinate is OrdinateKind.Absorbance or OrdinateKind.KubelkaMunk
        or OrdinateKind.Transmittance or OrdinateKind.PercentTransmittance
        or OrdinateKind.Reflectance or OrdinateKind.PercentReflectance;

    /// <summary>
    /// True for a laser's wavelength in nm: <c>Laser (nm): 532.1</c>, <c>Laser 785nm</c>; not for its power, nor for the
    /// wavenumber of an interferometer's.
    /// </summary>
    private static bool NamesLine(string key, string value)
    {
        var word = SimpleWord.From(key);
        var isLength = word.Contains("wavelength", StringComparison.Ordinal) || word.Contains("wellenl", StringComparison.Ordinal)
            || word.Contains("(nm", StringComparison.Ordinal) || word.Contains("[nm", StringComparison.Ordinal)
                || word.EndsWith("nm", StringComparison.Ordinal)
            || value.Contains("nm", StringComparison.OrdinalIgnoreCase) || word.EndsWith("laser", StringComparison.Ordinal);
        return isLength && (IsLine(FirstNumber(value)) || IsLine(FirstNumber(key)));
    }

    private static bool IsLine(double number) => number is >= ShortestLaser and <= LongestLaser;

    private static double FirstNumber(string text)
    {
        var from = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (from < 0)
            return double.NaN;
        var to = from;
        while (to < text.Length && (char.IsAsciiDigit(text[to]) || text[to] is '.' or ','))
            to++;
        return double.TryParse(text[from..to].TrimEnd('.', ',').Replace(',', '.'), NumberStyles.Float,
            CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }
}
