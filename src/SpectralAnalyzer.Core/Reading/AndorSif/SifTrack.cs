using System.Globalization;

namespace SpectralAnalyzer.Core.Reading.AndorSif;

/// <summary>A part of the detector: its pixels from left to right, and how many of them make a point.</summary>
internal sealed record SifTrack(long Left, long Width, long Height, long BinX)
{
    /// <summary>Reads the line of an area: a version, left, top, right, bottom, and the binning of y and x.</summary>
    internal static SifTrack Parse(FormatReading reading, string line, long most)
    {
        var numbers = Words(line).Select(word => Whole(reading, word)).ToArray();
        if (numbers.Length < 7 || numbers[5] < 1 || numbers[6] < 1 || numbers.Any(number => Math.Abs(number) > int.MaxValue))
            throw reading.Damaged(SpectralErrorIds.InvalidHeader, "The Andor SIF file does not state the pixels of its areas.");
        long left = numbers[1], top = numbers[2], right = numbers[3], bottom = numbers[4];
        var (width, height) = ((1 + right - left) / numbers[6], (1 + top - bottom) / numbers[5]);
        return width > 0 && height > 0 && width <= most / height
            ? new SifTrack(left, width, height, numbers[6])
            : throw reading.Damaged(
                SpectralErrorIds.InvalidHeader, "An area of the Andor SIF file has no pixels, or more than values.");
    }

    /// <summary>Reads a whole number of the header.</summary>
    internal static long Whole(FormatReading reading, string? text) =>
        long.TryParse(text?.Trim(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value) <= uint.MaxValue
            ? value
            : throw reading.Damaged(SpectralErrorIds.InvalidHeader,
                "A line of the header of the Andor SIF file should have whole numbers and does not.");

    /// <summary>Returns the words of a line.</summary>
    internal static string[] Words(string? line) => line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
