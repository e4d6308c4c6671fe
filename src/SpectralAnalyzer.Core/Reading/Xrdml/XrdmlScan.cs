using System.Globalization;
using System.Xml.Linq;

namespace SpectralAnalyzer.Core.Reading.Xrdml;

/// <summary>A scan: the positions of the goniometer's axes, and a count at each.</summary>
internal sealed record XrdmlScan(int Number, double[] X, double[] Y, SpectralAxis Axis, string YUnit)
{
    /// <summary>The axes that stood still, with their position.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Still { get; init; } = [];

    /// <summary>What the file says of the scan.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads a scan; null where it has no values.</summary>
    /// <exception cref="SpectralException">Its positions and values do not belong together.</exception>
    public static XrdmlScan? Read(XElement scan, int number, ReadingChecks checks)
    {
        if (scan.Child("dataPoints") is not { } points
            || (points.Child("counts") ?? points.Child("intensities")) is not { } values)
            return null;
        var of = Invariant($"scan {number}");
        var y = NumberList.Read(values.Value, $"values of {of}");
        if (y.Length == 0)
            return null;
        var positions = points.Children("positions").ToArray();
        var moving = positions.Where(p => p.Child("commonPosition") is null).ToArray();
        var axis = moving.FirstOrDefault(IsTwoTheta) ?? moving.FirstOrDefault()
            ?? throw Refused(SpectralErrorIds.MissingX, $"{of} has no axis that moves");
        var x = Abscissae(axis, y.Length, of, checks);
        CheckStatus(scan, points, values.Name.LocalName == "counts", of, checks);
        var label = axis.AttributeOf("axis") ?? "Position";
        var unit = axis.AttributeOf("unit");
        return new XrdmlScan(number, x, y,
            new SpectralAxis(IsTwoTheta(axis) ? AxisUnit.DegreeTwoTheta : AxisUnit.Other, unit is null
            ? label
            : $"{label} ({unit})"), values.AttributeOf("unit") ?? "counts")
        {
            Still = [.. positions.Where(p => p.Child("commonPosition") is not null)
                .Select(p => KeyValuePair.Create(p.AttributeOf("axis") ?? "", p.Child("commonPosition")!.Value.Trim()))],
        };
    }

    private static bool IsTwoTheta(XElement positions) =>
        positions.AttributeOf("axis")?.Equals("2Theta", StringComparison.OrdinalIgnoreCase) == true
            && positions.AttributeOf("unit") is null or "deg";

    private static double[] Abscissae(XElement axis, int count, string of, ReadingChecks checks)
    {
        if (axis.Child("listPositions") is { } list)
        {
            var listed = NumberList.Read(list.Value, $"positions of {of}");
            if (listed.Length != count)
                throw Refused(SpectralErrorIds.PointCountMismatch,
                    Invariant($"{of} has {listed.Length} positions and {count} values"));
            checks.Pass($"There are as many positions as values in {of}.");
            return listed;
        }

        if (axis.Child("startPosition").Number() is not { } first || axis.Child("endPosition").Number() is not { } last)
            throw Refused(SpectralErrorIds.MissingX, $"{of} states neither the ends of its axis nor a list of positions");
        if (count > 1 && first == last)
            throw Refused(SpectralErrorIds.NoStep, $"{of} ends where it begins");
        return Reading.Abscissae.Between(first, last, count);
    }

    private static void CheckStatus(XElement scan, XElement points, bool areCounts, string of, ReadingChecks checks)
    {
        if (scan.AttributeOf("status") is { Length: > 0 } status && status != "Completed")
            checks.Warn(SpectralIssueIds.Unfinished, $"The status of {of} is '{status}': it may not reach its end.");

        // <intensities> are what <counts> times the factors are
        if (!areCounts || points.Child("beamAttenuationFactors") is not { } attenuation)
            return;
        var factors = NumberList.Read(attenuation.Value, $"attenuation factors of {of}");
        if (factors.Any(factor => factor != 1))
        {
            checks.Warn(SpectralIssueIds.Attenuation, string.Create(
                CultureInfo.InvariantCulture,
                $"In {of} an attenuator was in the beam (factors from {factors.Min()} to {factors.Max()}); the values are read "
                + $"as the file has them, not multiplied."));
        }
    }

    private static SpectralException Refused(string id, string why) => new(
        id, SpectralErrorCategory.InvalidData, $"The XRDML file cannot be read: {why}.", "Export it again.");
}
