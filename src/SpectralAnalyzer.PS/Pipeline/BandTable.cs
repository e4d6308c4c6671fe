using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Reads bands from a table in the words of a method file.</summary>
internal static class BandTable
{
    private const string Words = "height, area, centroid, width or ratio, and base or of";

    /// <summary>Reads the bands, in the order of the table.</summary>
    /// <exception cref="SpectralException"><c>InvalidBand</c>: a word or a value is not understood.</exception>
    internal static IReadOnlyList<SpectralBand> Read(IDictionary table) =>
        [.. table.Cast<DictionaryEntry>().Select(entry => ReadBand(Text(entry.Key), entry.Value))];

    /// <summary>Creates a range from its two ends.</summary>
    /// <exception cref="SpectralException"><c>InvalidBand</c>: the ends are not two different numbers.</exception>
    internal static SpectralRange Range(string name, double[] ends)
    {
        try
        {
            return ends is [var first, var second]
                ? new SpectralRange(first, second)
                : throw Invalid($"The range of the band {name} has two ends.");
        }
        catch (ArgumentException e)
        {
            throw Invalid($"The range of the band {name} is not a range: {e.Message.Split(" (Parameter")[0]}");
        }
    }

    private static SpectralBand ReadBand(string name, object? value)
    {
        if (Bare(value) is SpectralBand made)
            return made with { Name = name };
        if (Bare(value) is not IDictionary words)
            throw Invalid($"The band {name} is a table with {Words}.");
        SpectralBand band = new() { Name = name, Measure = BandMeasure.Height };
        var measures = 0;
        foreach (DictionaryEntry word in words)
        {
            switch (Text(word.Key).ToLowerInvariant())
            {
                case "height" when Numbers(name, word.Value) is [var at]:
                    (band, measures) = (band with { Position = at }, measures + 1);
                    break;
                case "height" or "area" or "centroid" or "width":
                    (band, measures) = (band with
                    {
                        Measure = Enum.Parse<BandMeasure>(Text(word.Key), ignoreCase: true),
                        Range = Range(name, Numbers(name, word.Value)),
                    }, measures + 1);
                    break;
                case "ratio":
                    if (Items(word.Value).Select(Text).ToArray() is not [var over, var under])
                        throw Invalid($"The ratio {name} names two bands.");
                    (band, measures) = (
                        band with { Measure = BandMeasure.Ratio, Numerator = over, Denominator = under }, measures + 1);
                    break;
                case "base":
                    band = band with { Base = Numbers(name, word.Value) };
                    break;
                case "of" when Enum.TryParse<BandSource>(Text(word.Value), ignoreCase: true, out var source):
                    band = band with { Of = source };
                    break;
                case "of":
                    throw Invalid($"The band {name} is of sample, baseline or difference, not of '{Text(word.Value)}'.");
                default:
                    throw Invalid($"The band {name} has '{Text(word.Key)}'; a band has {Words}.");
            }
        }

        return measures == 1 ? band : throw Invalid($"The band {name} has one of height, area, centroid, width or ratio.");
    }

    private static double[] Numbers(string name, object? value)
    {
        try
        {
            return [.. Items(value).Select(item => Convert.ToDouble(Bare(item), CultureInfo.InvariantCulture))];
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException)
        {
            throw Invalid($"The band {name} has '{Text(value)}', which is not a number.");
        }
    }

    private static IEnumerable<object?> Items(object? value) =>
        Bare(value) is IEnumerable items and not string ? items.Cast<object?>() : [value];

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static string Text(object? value) => Convert.ToString(Bare(value), CultureInfo.InvariantCulture) ?? "";

    private static SpectralException Invalid(string message) => new(
        SpectralErrorIds.InvalidBand, SpectralErrorCategory.InvalidArgument, message, "See Get-Help Measure-SpectralBand.");
}
