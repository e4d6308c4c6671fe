using System.Globalization;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>
/// Tells what x and y are from the columns' names, the lines around the data, and, where nothing is said, the numbers.
/// </summary>
internal static class UnitReading
{
    private const int MostLines = 400;
    // above it, ångström are as likely
    private const double LongestInNanometers = 5000;
    private const double ShortestInAngstrom = 1000;
    private const int FewestForRange = 20;
    private const double NarrowRange = 60;

    private static readonly string[] s_xKeys =
    [
        "xunit", "x-unit", "x_unit", "xlabel", "x-label", "x_label", "xaxis", "x-axis", "x_axis", "axisunit", "axistype",
            "abscissa", "column.1", "x-achse",
        "xachse", "unitx", "unitsx", "axex", "横軸", "横轴", "wavelengthunit", "columns", "xdatakind",
    ];

    private static readonly string[] s_yKeys =
        ["yunit", "y-unit", "y_unit", "ylabel", "y-label", "y_label", "yaxis", "y-axis", "y_axis", "ordinate", "縦軸", "纵轴",
            "measurementmode", "photometricmode"];

    /// <summary>What x is.</summary>
    /// <param name="document">The file.</param>
    /// <param name="fileName">Its name: a hint where neither the columns nor the lines around them say anything.</param>
    /// <param name="firstDataLine">The line of the first row, from 0.</param>
    /// <param name="name">Name and unit of x, or null.</param>
    /// <param name="ordinate">What y is by the words of the file.</param>
    /// <param name="metadata">The lines around the data as names and values.</param>
    /// <param name="x">The abscissae in the file's order.</param>
    public static SpectralAxis Axis(
        TextDocument document, string fileName, int firstDataLine, string? name, OrdinateKind ordinate,
            IReadOnlyDictionary<string, string> metadata, ReadOnlySpan<double> x)
    {
        double min = Math.Min(x[0], x[^1]), max = Math.Max(x[0], x[^1]);
        var falls = x[0] > x[^1];
        var word = AxisWords.Read(name);
        var raman = RamanWords.AreIn(metadata, name, ordinate);
        if (word.Unit is not AxisUnit.Unknown)
            return new SpectralAxis(Shift(word.Unit, raman, min), name);
        if (name is not null && (OtherUnits.IsQuantity(name) || word.Quantity is AxisQuantity.None && OtherUnits.IsIn(name)))
            return new SpectralAxis(AxisUnit.Other, name);
        var (unit, words) = FromKeys(metadata, s_xKeys);
        if (unit is AxisUnit.Unknown)
            (unit, words) = UnitRemarks.Find(document, firstDataLine, name, metadata);
        if (unit is AxisUnit.Unknown)
            unit = FromLoneLines(document, firstDataLine);
        if (unit is AxisUnit.Unknown && word.Quantity is AxisQuantity.None or AxisQuantity.Energy)
            unit = FromNamedQuantity(metadata);
        if (unit is AxisUnit.Other)
            return new SpectralAxis(unit, name is null ? words : $"{name} ({words})");
        if (unit is not AxisUnit.Unknown)
            return new SpectralAxis(Shift(unit, raman, min), name);
        if (word.Quantity is AxisQuantity.Angle or AxisQuantity.Time
            || (word.Quantity is AxisQuantity.None && OrdinateWords.IsIndex(name) && CountsUp(x)))
            return new SpectralAxis(word.Quantity is AxisQuantity.None
                ? AxisUnit.Unknown
                : AxisUnit.Other, name, word.Quantity is AxisQuantity.None);
        if (word.Quantity is AxisQuantity.None && FromStatedRange(metadata, min, max) is var ranged and not AxisUnit.Unknown)
            return new SpectralAxis(Shift(ranged, raman, min), name, true);
        if (word.Quantity is AxisQuantity.None && min >= 0 && max <= 180 && !falls && IsDiffraction(fileName))
            return new SpectralAxis(AxisUnit.DegreeTwoTheta, name, true);
        // the export of Renishaw WiRE, whose x is a Raman shift unless its user chose another
        if (name?.Trim() is "#Wave" && max is > 300 and < 5000)
            return new SpectralAxis(AxisUnit.RamanShift, name, true);
        var inferred = fileName.EndsWith(".dpt", StringComparison.OrdinalIgnoreCase) && word.Quantity is AxisQuantity.None
            && min >= 0 && max > 500
            ? AxisUnit.Wavenumber
            : FromRange(word.Quantity, min, max, falls, raman || RamanWords.AreIn(fileName, ordinate), x.Length);
        if (inferred == AxisUnit.Unknown && word.Quantity is AxisQuantity.None && min >= 0 && max <= 180
            && metadata.Take(MostLines).Any(e => SaysTwoTheta(e.Key) || SaysTwoTheta(e.Value)))
            inferred = AxisUnit.DegreeTwoTheta;
        return new SpectralAxis(inferred, name, inferred != AxisUnit.Unknown);
    }

    /// <summary>What y is by the words of the file, whatever the numbers are.</summary>
    /// <param name="name">Name and unit of y, or null.</param>
    /// <param name="stated">What the lines around the data state of y.</param>
    public static OrdinateKind StatedOrdinate(string? name, Lazy<OrdinateKind> stated)
    {
        var kind = OrdinateWords.Read(name);
        return (kind == OrdinateKind.Unknown || OrdinateWords.IsWeak(name)) && stated.Value != OrdinateKind.Unknown
            ? stated.Value
            : kind;
    }

    /// <summary>Returns what the lines around the data state of y.</summary>
    internal static OrdinateKind FromYKeys(IReadOnlyDictionary<string, string> metadata)
    {
        foreach (var (key, value) in metadata.Take(MostLines))
        {
            var word = SimpleWord.From(key);
            if (s_yKeys.Any(k => word.Contains(k, StringComparison.Ordinal))
                && OrdinateWords.Read(value) is var kind and not OrdinateKind.Unknown)
                return kind;
        }

        // a line of its own that is nothing but the quantity
        foreach (var (key, value) in metadata.Take(MostLines))
        {
            if (key.StartsWith("Line ", StringComparison.Ordinal) && value.Length <= 24 && OrdinateWords.Words(value).Count == 1
                && !OrdinateWords.IsWeak(value)
                && OrdinateWords.Read(value) is var kind and not OrdinateKind.Unknown)
            {
                return kind;
            }
        }

        return OrdinateKind.Unknown;
    }

    private static bool CountsUp(ReadOnlySpan<double> x)
    {
        for (var i = 1; i < Math.Min(x.Length, 50); i++)
        {
            if (x[i] != x[i - 1] + 1)
                return false;
        }

        return x[0] == Math.Floor(x[0]);
    }

    /// <summary>
    /// A value that is itself the name of an axis with its unit, as in <c>Dimension 1 name=Binding Energy [eV]</c>.
    /// </summary>
    private static AxisUnit FromNamedQuantity(IReadOnlyDictionary<string, string> metadata)
    {
        foreach (var (_, value) in metadata.Take(MostLines))
        {
            if (value.Length is < 5 or > 48 || char.IsAsciiDigit(value[0]))
                continue;
            var word = AxisWords.Read(value);
            if (word.Quantity is >= AxisQuantity.Energy and not AxisQuantity.Angle
                && word.Unit is not (AxisUnit.Unknown or AxisUnit.Other)
                && !value.Contains("laser", StringComparison.OrdinalIgnoreCase)
                && value.AsSpan().IndexOfAny('[', '(', '/') > 0)
                return word.Unit;
        }

        return AxisUnit.Unknown;
    }

    /// <summary>The unit of a setting whose two values hold x between them: <c>Range (cm-1)= 200...700</c>.</summary>
    private static AxisUnit FromStatedRange(IReadOnlyDictionary<string, string> metadata, double min, double max)
    {
        foreach (var (key, value) in metadata.Take(MostLines))
        {
            if (value.Length > 60 || AxisWords.StatedUnit(key) is var unit && unit == AxisUnit.Unknown)
                continue;
            string[] ends = value.Split(["...", "..", " to ", "–", "-", ";", ",", "\t", " "],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (ends.Length == 2 && double.TryParse(ends[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var a)
                && double.TryParse(ends[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
                && min >= Math.Min(a, b) - 0.02 * Math.Abs(b - a) && max <= Math.Max(a, b) + 0.02 * Math.Abs(b - a))
            {
                return unit;
            }
        }

        return AxisUnit.Unknown;
    }

    private static bool SaysTwoTheta(string text) => text.Length < 200
        && (text.Contains("2theta", StringComparison.OrdinalIgnoreCase)
            || text.Contains("twotheta", StringComparison.OrdinalIgnoreCase)
            || text.Contains("2-theta", StringComparison.OrdinalIgnoreCase)
                || text.Contains("2θ", StringComparison.OrdinalIgnoreCase));

    private static (AxisUnit Unit, string? Words) FromKeys(IReadOnlyDictionary<string, string> metadata, string[] keys)
    {
        var found = (AxisUnit.Unknown, default(string));
        foreach (var (key, value) in metadata.Take(MostLines))
        {
            var word = SimpleWord.From(key);
            if (value.Length > 200 || !keys.Any(k => word.Contains(k, StringComparison.Ordinal)))
                continue;
            var said = AxisWords.Read(value).Unit;
            if (said is not (AxisUnit.Unknown or AxisUnit.Other))
                return (said, value);
            if (found.Item2 is null && (said is AxisUnit.Other || OtherUnits.IsUnit(value) || OtherUnits.IsQuantity(value)))
                found = (AxisUnit.Other, value);
        }

        return found;
    }

    /// <summary>A line before the data that is nothing but a unit.</summary>
    private static AxisUnit FromLoneLines(TextDocument document, int firstDataLine)
    {
        for (var line = Math.Max(0, firstDataLine - MostLines); line < firstDataLine; line++)
        {
            if (document.Line(line).Length is 0 or > 40)
                continue;
            var text = document.TextOf(line).Trim().Trim('"', '#', '[', ']', '(', ')').Trim();
            if (text.Length is > 0 and <= 16 && !text.Any(char.IsWhiteSpace)
                && AxisWords.StatedUnit(text) is var unit and not AxisUnit.Unknown)
                return unit;
        }

        return AxisUnit.Unknown;
    }

    private static AxisUnit Shift(AxisUnit unit, bool raman, double min) =>
        unit == AxisUnit.Wavenumber && (raman || min < 0) ? AxisUnit.RamanShift : unit;

    /// <summary>Returns true for the extensions of powder diffraction.</summary>
    private static bool IsDiffraction(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant() is ".xy" or ".xye" or ".uxd";

    private static AxisUnit FromRange(AxisQuantity quantity, double min, double max, bool falls, bool raman, int points) =>
        quantity switch
        {
            AxisQuantity.Wavenumber => raman || min < 0 ? AxisUnit.RamanShift : AxisUnit.Wavenumber,
            AxisQuantity.RamanShift => AxisUnit.RamanShift,
            AxisQuantity.Wavelength => max <= 60 ? AxisUnit.Micrometer : max <= LongestInNanometers || min < ShortestInAngstrom
                ? AxisUnit.Nanometer
                : AxisUnit.Unknown,
            // an X-ray energy of this size may be in keV
            AxisQuantity.Energy => max > 0.3 && !(min > 4 && max < 120) ? AxisUnit.ElectronVolt : AxisUnit.Unknown,
            AxisQuantity.Time => AxisUnit.Unknown,
            // a list of peaks has no range that shows a unit
            _ when points < FewestForRange => AxisUnit.Unknown,
            _ when min < 0 => max > 1000 ? AxisUnit.RamanShift : AxisUnit.Unknown,
            _ when raman && max is > 1000 and < 5000 => AxisUnit.RamanShift,
            _ when falls && max is > 8000 and <= 13000 && min is >= 3000 and < 5000 => AxisUnit.Wavenumber,
            _ when max is > 2600 and <= 13000 && min is >= 150 and < 3000 => falls || min >= 350
                ? AxisUnit.Wavenumber
                : AxisUnit.RamanShift,
            // a short range that falls may be a binding energy
            _ when falls && max - min < NarrowRange => AxisUnit.Unknown,
            _ when min >= 150 && max <= 1200 => AxisUnit.Nanometer,
            _ when min is >= 300 and <= 1100 && max is > 1200 and <= 2600 => falls && max < 2200
                ? AxisUnit.Wavenumber
                : AxisUnit.Nanometer,
            _ => AxisUnit.Unknown,
        };
}
