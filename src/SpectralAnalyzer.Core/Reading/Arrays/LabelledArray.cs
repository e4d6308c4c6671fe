using System.Globalization;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Arrays;

/// <summary>An array of numbers with attributes, as HDF5 and NetCDF hold it.</summary>
/// <param name="Parent">The path of its group; empty at the top.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Dimensions">Its size, the dimension that varies fastest last.</param>
/// <param name="Values">Its values in that order.</param>
/// <param name="Attributes">What is said of it.</param>
internal sealed record LabelledArray(
    string Parent, string Name, long[] Dimensions, double[] Values, IReadOnlyDictionary<string, string> Attributes)
{
    // what stands for no unit
    private static readonly string[] s_noUnits = ["", "1", "none", "unitless", "dimensionless"];
    private static readonly string[] s_gaps = ["_FillValue", "missing_value"];

    /// <summary>Gets whether the file says that it is an axis.</summary>
    internal bool IsAxis { get; init; }

    /// <summary>Gets whether its numbers only count, without a unit.</summary>
    internal bool OnlyCounts => !Attributes.ContainsKey("units") && Values.Length > 1
        && Values[0] is 0 or 1 && Values.Zip(Values.Skip(1)).All(pair => pair.Second == pair.First + 1);

    /// <summary>Returns the array for tables: its name with the unit, gaps as missing, scaled as its attributes say.</summary>
    internal NumericArray ToNumeric()
    {
        var unit = (Attributes.GetValueOrDefault("units") ?? "").Trim();
        var units = s_noUnits.Contains(unit) ? "" : $" [{unit}]";
        var label = Attributes.GetValueOrDefault("long_name") is { Length: > 0 } title && NamesMore(title) ? title : Name;
        var sizes = Dimensions.Where(size => size != 1).ToArray();
        int inner = sizes.Length == 0 ? 1 : (int)sizes[^1], outer = sizes.Length == 2 ? (int)sizes[0] : 1;
        return new NumericArray(Parent, OneLine(label + units), inner, outer, Scaled()) { IsAxis = IsAxis };
    }

    private bool NamesMore(string title) =>
        AxisWords.Read(Name).Quantity == AxisQuantity.None && AxisWords.Read(title).Quantity != AxisQuantity.None;

    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private double[] Scaled()
    {
        var gaps = s_gaps.Select(Number).OfType<double>().ToArray();
        double factor = Number("scale_factor") ?? 1, offset = Number("add_offset") ?? 0;
        if (gaps.Length == 0 && factor == 1 && offset == 0)
            return Values;
        return Array.ConvertAll(Values, value => gaps.Contains(value) ? double.NaN : (value * factor) + offset);
    }

    private double? Number(string attribute) => Attributes.TryGetValue(attribute, out var text)
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
