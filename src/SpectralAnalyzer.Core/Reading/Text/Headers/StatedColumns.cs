using System.Globalization;

namespace SpectralAnalyzer.Core.Reading.Text.Headers;

/// <summary>The columns that the user states, as 1-based numbers; null where nothing is stated.</summary>
internal sealed record StatedColumns(int? X, IReadOnlyList<int>? Y)
{
    /// <summary>Finds the columns that the user states by name or number.</summary>
    /// <exception cref="SpectralException">There is no such column.</exception>
    internal static StatedColumns Find(ReadOptions options, HeaderNames names, int columns) => new(
        options.XColumn is { } x ? Find(x, names, columns) : null,
        options.YColumns is { Count: > 0 } ys ? [.. ys.Select(y => Find(y, names, columns))] : null);

    private static int Find(string stated, HeaderNames names, int columns)
    {
        for (var c = 0; c < columns; c++)
        {
            if (string.Equals(names.Name(c), stated.Trim(), StringComparison.OrdinalIgnoreCase)
                || string.Equals(names.NameAndUnit(c), stated.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return c + 1;
            }
        }

        if (int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            && number <= columns)
            return number;
        var all = names.All.Any() ? "The names are: " + string.Join(", ", names.All) + "." : "The columns have no names.";
        throw new SpectralException(
            SpectralErrorIds.UnknownColumn,
            SpectralErrorCategory.InvalidArgument,
            $"There is no column '{stated}'.",
            FormattableString.Invariant($"State a number from 1 to {columns} or a name. {all}"));
    }
}
