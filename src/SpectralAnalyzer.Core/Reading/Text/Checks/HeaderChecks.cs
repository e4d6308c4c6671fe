using SpectralAnalyzer.Core.Reading.Text.Layouts;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>Compares what the lines around the data state about it with what was read.</summary>
internal static class HeaderChecks
{
    private static readonly HashSet<string> s_counts = new(StringComparer.Ordinal)
    {
        "npoints", "numberofpoints", "datapoints", "npts", "noofpoints", "numberofdatapoints", "pointcount", "numberofxvalues",
        "anzahlpunkte", "numpoints", "データ数", "数据点数",
    };

    private static readonly HashSet<string> s_ends = new(StringComparer.Ordinal)
    {
        "firstx", "firstxvalue", "xfirst", "startx", "lastx", "lastxvalue", "xlast", "endx",
    };

    internal static void Check(
        IReadOnlyDictionary<string, string> metadata, List<ReadSeries> series, List<LayoutEvidence> evidence,
        List<SpectralFileIssue> issues)
    {
        var first = series[0];
        foreach (var (name, value) in metadata.Take(400))
        {
            var key = ImplicitAxis.Key(name);
            if (ImplicitAxis.FirstNumber(value) is not { } stated)
                continue;
            if (s_counts.Contains(key) && stated >= 1)
            {
                if (series.Any(s => s.X.Length == (int)stated))
                {
                    evidence.Add(Evidence.CountIsStated(name));
                }
                else
                {
                    evidence.Add(Evidence.CountDiffers(name, stated, first.X.Length));
                    issues.Add(new SpectralFileIssue(
                        IssueSeverity.Warning,
                        SpectralIssueIds.PointCountDiffers,
                        FormattableString.Invariant(
                            $"The file states {stated} points ({name}), {first.X.Length} were read; it may be truncated.")));
                }
            }
            else if (s_ends.Contains(key))
            {
                double low = Math.Min(first.X[0], first.X[^1]), high = Math.Max(first.X[0], first.X[^1]);
                var tolerance = 0.002 * (high - low) + 1e-9;
                if (Math.Abs(stated - low) <= tolerance || Math.Abs(stated - high) <= tolerance)
                    evidence.Add(Evidence.EndIsStated(name));
                else
                    evidence.Add(Evidence.EndDiffers(name, stated, first.X[0], first.X[^1]));
            }
        }
    }
}
