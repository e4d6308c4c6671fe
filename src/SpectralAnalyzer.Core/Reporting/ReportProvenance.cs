using System.Globalization;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Writes where the results come from: the run, the program, the baseline and the options.</summary>
internal static class ReportProvenance
{
    /// <summary>Writes the section.</summary>
    internal static void Write(HtmlText html, ReportLanguage language, SpectralReport report)
    {
        html.Write($"<section aria-labelledby=\"h-from\">\n<h2 id=\"h-from\">{language["provenance"]}</h2>\n"
            + $"<dl class=\"facts\">\n");
        if (report.Run is { } run)
        {
            Fact(html, language["fact.run"], run.Id);
            Fact(html, language["fact.started"], ReportLanguage.Moment(run.StartedUtc));
            Fact(html, language["fact.ended"], run.EndedUtc is { } ended
                ? $"{ReportLanguage.Moment(ended)}, {run.Ending}"
                : language["fact.notEnded"]);
            Fact(html, language["fact.program"], $"SpectralAnalyzer.PS {run.Version}");
            Fact(html, language["fact.machine"], language.Format(
                "fact.machineOf", run.Machine, run.OperatingSystem,
                run.Culture.Length == 0 ? language["fact.invariant"] : run.Culture));
        }
        else
        {
            var version = typeof(ReportProvenance).Assembly.GetName().Version?.ToString(3);
            Fact(html, language["fact.program"], $"SpectralAnalyzer.PS {version}");
            Fact(html, language["fact.machine"], Environment.MachineName);
            Fact(html, language["fact.results"], language["fact.piped"]);
        }

        foreach (var baseline in Baselines(report))
        {
            Fact(html, language["baseline"], baseline.PointCount is { } points
                ? language.Format("fact.inMemory", baseline.Path, points)
                : baseline.Path);
            Fact(html, language[baseline.PointCount is null ? "fact.baselineHash" : "fact.numbersHash"], baseline.Sha256);
        }

        if (report.Run?.Options is { } options)
            Fact(html, language["fact.options"], Options(options));
        Fact(html, language["fact.fingerprint"], report.Run?.Fingerprint ?? "");
        Fact(html, language["fact.manifest"], report.Run?.Manifest ?? "");
        foreach (var method in Methods(report))
        {
            Fact(html, language["method"], language.Format("method.version", method.Name, method.Version));
            Fact(html, language["fact.methodHash"], method.Sha256);
        }

        if (report.MinimumCorrelation is { } minimum)
            Fact(html, language["fact.minimum"], language.Numbers.Value(minimum));
        html.Write($"</dl>\n</section>\n");
    }

    /// <summary>Returns the baselines of a report: that of its run, or else those of its results.</summary>
    internal static IReadOnlyList<SpectralFileStamp> Baselines(SpectralReport report) => report.Run?.Baseline is { } baseline
        ? [baseline]
        : [.. report.Results.Select(result => result.Baseline).OfType<SpectralFileStamp>().Distinct()];

    /// <summary>Returns the methods of a report.</summary>
    internal static IReadOnlyList<MethodStamp> Methods(SpectralReport report) =>
        [.. report.Results.Select(result => result.Method).Append(report.Run?.Method).OfType<MethodStamp>().Distinct()];

    private static string Options(BatchOptions options)
    {
        var formats = options.Formats.Count == 0 ? "no graph" : string.Join(", ", options.Formats);
        var figure = options.Figure;
        return string.Create(
            CultureInfo.InvariantCulture, $"{formats}; {figure.Width} × {figure.Height} inches, {figure.Dpi} dpi; ")
            + $"resampling {options.Comparison.Resampling}; layouts {options.Normalization.Mode}; "
            + $"names {options.FileNameTemplate}, {options.ConflictResolution}";
    }

    private static void Fact(HtmlText html, string name, string value)
    {
        if (value.Length > 0)
            html.Write($"<div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div>\n");
    }
}
