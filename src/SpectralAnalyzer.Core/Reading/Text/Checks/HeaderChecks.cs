using SpectralAnalyzer.Core.Reading.Text.Layouts;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>Holds what the lines around the data claim about it against what was read.</summary>
internal static class HeaderChecks
{
    private static readonly HashSet<string> Counts = new(StringComparer.Ordinal)
    {
        "npoints", "numberofpoints", "datapoints", "npts", "noofpoints", "numberofdatapoints", "pointcount", "numberofxvalues", "anzahlpunkte", "numpoints",
        "データ数", "数据点数",
    };

    private static readonly HashSet<string> Firsts = new(StringComparer.Ordinal) { "firstx", "firstxvalue", "xfirst", "startx" };

    private static readonly HashSet<string> Lasts = new(StringComparer.Ordinal) { "lastx", "lastxvalue", "xlast", "endx" };

    /// <summary>Compares, notes evidence, and warns where they differ.</summary>
    public static void Check(IReadOnlyDictionary<string, string> metadata, List<ReadSeries> series, List<LayoutEvidence> evidence, List<SpectralFileIssue> issues)
    {
        var first = series[0];
        foreach (var (name, value) in metadata.Take(400))
        {
            var key = ImplicitAxis.Key(name);
            if (ImplicitAxis.FirstNumber(value) is not { } claim)
                continue;
            if (Counts.Contains(key) && claim >= 1)
            {
                if (series.Any(s => s.X.Length == (int)claim))
                {
                    evidence.Add(new LayoutEvidence($"{name} states the number of points that was read", 0.06));
                }
                else
                {
                    evidence.Add(new LayoutEvidence(FormattableString.Invariant($"{name} states {claim} points; {first.X.Length} were read"), -0.12));
                    issues.Add(new SpectralFileIssue(
                        IssueSeverity.Warning,
                        "PointCountDiffers",
                        FormattableString.Invariant($"The file states {claim} points ({name}) and has {first.X.Length}: it may be truncated.")));
                }
            }
            else if (Firsts.Contains(key) || Lasts.Contains(key))
            {
                double low = Math.Min(first.X[0], first.X[^1]), high = Math.Max(first.X[0], first.X[^1]);
                var tolerance = 0.002 * (high - low) + 1e-9;
                if (Math.Abs(claim - low) <= tolerance || Math.Abs(claim - high) <= tolerance)
                    evidence.Add(new LayoutEvidence($"{name} states an end of x that was read", 0.03));
                else
                    evidence.Add(new LayoutEvidence(FormattableString.Invariant($"{name} states {claim}; x runs from {first.X[0]} to {first.X[^1]}"), -0.05));
            }
        }
    }
}
