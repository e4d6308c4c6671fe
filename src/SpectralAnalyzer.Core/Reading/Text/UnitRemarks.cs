using System.Text.RegularExpressions;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>
/// Reads units that remarks above the data state for x: ECSV column descriptions, and settings of the scanned quantity.
/// </summary>
internal static partial class UnitRemarks
{
    private const int MostLines = 400;
    private const int LongestLine = 300;

    private static readonly string[] s_scanned = ["wavelength", "wavenumber", "unit", "units"];

    /// <summary>
    /// Returns the unit of x, <see cref="AxisUnit.Other"/> where it is one that is not converted, and its words.
    /// </summary>
    internal static (AxisUnit Unit, string? Words) Find(
        TextDocument document, int firstDataLine, string? name, IReadOnlyDictionary<string, string> metadata)
    {
        for (var line = 0; line < Math.Min(firstDataLine, MostLines); line++)
        {
            if (document.Line(line) is not { Length: > 0 and <= LongestLine } bytes || bytes[0] != '#'
                || bytes.IndexOf("unit:"u8) < 0)
                continue;
            if (ColumnDescription().Match(document.TextOf(line)) is { Success: true } match
                && string.Equals(match.Groups["name"].Value.Trim(), name, StringComparison.OrdinalIgnoreCase))
                return Read(match.Groups["unit"].Value.Trim());
        }

        foreach (var (key, value) in metadata.Take(MostLines))
        {
            var word = SimpleWord.From(key);
            // the laser's wavelength is not that of x
            if (s_scanned.Any(s => word == s || (s.Length > 5 && word.EndsWith(s, StringComparison.Ordinal)))
                && !word.Contains("laser", StringComparison.Ordinal) && !word.Contains("excit", StringComparison.Ordinal)
                && value.Split([' ', '\t'], 2)[0].Trim('[', ']', '(', ')') is { Length: > 0 } first
                && !char.IsAsciiDigit(first[0])
                && Read(first) is { Unit: not AxisUnit.Unknown } found)
                return found;
        }

        return default;
    }

    private static (AxisUnit Unit, string? Words) Read(string unit) =>
        AxisWords.StatedUnit(unit) is var known and not AxisUnit.Unknown ? (known, unit)
        : OtherUnits.IsUnit(unit) ? (AxisUnit.Other, unit) : default;

    [GeneratedRegex(
        @"name:\s*['""]?(?<name>[^,'""}]+)['""]?\s*,\s*unit:\s*['""]?(?<unit>[^,'""}]+)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ColumnDescription();
}
