using System.Globalization;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Writes where the results come from: the run, the program, the baseline and the options.</summary>
internal static class ReportProvenance
{
    /// <summary>Writes the section.</summary>
    internal static void Write(HtmlText html, SpectralReport report, IReadOnlyList<ReportRow> rows)
    {
        html.Write($"<section aria-labelledby=\"h-from\">\n<h2 id=\"h-from\">Provenance</h2>\n<dl class=\"facts\">\n");
        if (report.Run is { } run)
        {
            Fact(html, "Run", run.Id);
            Fact(html, "Started", Moment(run.StartedUtc));
            Fact(html, "Ended", run.EndedUtc is { } ended
                ? $"{Moment(ended)}, {run.Ending}"
                : "not recorded: the run is not finished, or it was killed");
            Fact(html, "Program", $"SpectralAnalyzer.PS {run.Version}");
            Fact(html, "Machine",
                $"{run.Machine}, {run.OperatingSystem}, culture {(run.Culture.Length == 0 ? "invariant" : run.Culture)}");
            if (run.Baseline is { } baseline)
            {
                Fact(html, "Baseline", baseline.PointCount is { } points
                    ? FormattableString.Invariant($"{baseline.Path}, as a spectrum in memory of {points} points")
                    : baseline.Path);
                Fact(html, baseline.PointCount is null ? "Baseline SHA-256" : "SHA-256 of its numbers", baseline.Sha256);
            }

            if (run.Options is { } options)
                Fact(html, "Options", Options(options));
            Fact(html, "Fingerprint", run.Fingerprint);
            Fact(html, "Manifest", run.Manifest);
        }
        else
        {
            Fact(html, "Program", $"SpectralAnalyzer.PS {typeof(ReportProvenance).Assembly.GetName().Version?.ToString(3)}");
            Fact(html, "Machine", Environment.MachineName);
            Fact(html, "Results",
                "from the pipeline; a report from a run manifest also has the run, its options and the hash of the baseline");
        }

        foreach (var method in rows.Select(row => row.Result.Method).OfType<MethodStamp>().Distinct())
        {
            Fact(html, "Method", $"{method.Name}, version {method.Version}");
            Fact(html, "Method SHA-256", method.Sha256);
        }

        if (report.MinimumCorrelation is { } minimum)
            Fact(html, "Minimum correlation", minimum.ToString(CultureInfo.InvariantCulture));
        html.Write($"</dl>\n</section>\n");
    }

    private static string Options(BatchOptions options)
    {
        var formats = options.Formats.Count == 0 ? "no graph" : string.Join(", ", options.Formats);
        var figure = options.Figure;
        return string.Create(
            CultureInfo.InvariantCulture, $"{formats}; {figure.Width} × {figure.Height} inches, {figure.Dpi} dpi; ")
            + $"resampling {options.Comparison.Resampling}; layouts {options.Normalization.Mode}; "
            + $"names {options.FileNameTemplate}, {options.ConflictResolution}";
    }

    private static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    private static void Fact(HtmlText html, string name, string value)
    {
        if (value.Length > 0)
            html.Write($"<div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div>\n");
    }
}
