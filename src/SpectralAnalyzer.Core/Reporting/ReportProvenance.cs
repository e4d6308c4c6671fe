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
        foreach (var (name, value) in Facts(language, report))
            html.Write($"<div><dt>{name}</dt><dd><bdi>{value}</bdi></dd></div>\n");
        html.Write($"</dl>\n</section>\n");
    }

    /// <summary>Returns where the results come from: names and values.</summary>
    internal static IEnumerable<(string Name, string Value)> Facts(ReportLanguage language, SpectralReport report) =>
        All(language, report).Where(fact => fact.Value.Length > 0);

    private static IEnumerable<(string Name, string Value)> All(ReportLanguage language, SpectralReport report)
    {
        if (report.Run is { } run)
        {
            yield return (language["fact.run"], run.Id);
            yield return (language["fact.started"], ReportLanguage.Moment(run.StartedUtc));
            yield return (language["fact.ended"], run.EndedUtc is { } ended
                ? $"{ReportLanguage.Moment(ended)}, {run.Ending}"
                : language["fact.notEnded"]);
            yield return (language["fact.program"], $"SpectralAnalyzer.PS {run.Version}");
            yield return (language["fact.machine"], language.Format(
                "fact.machineOf", run.Machine, run.OperatingSystem,
                run.Culture.Length == 0 ? language["fact.invariant"] : run.Culture));
        }
        else
        {
            var version = typeof(ReportProvenance).Assembly.GetName().Version?.ToString(3);
            yield return (language["fact.program"], $"SpectralAnalyzer.PS {version}");
            yield return (language["fact.machine"], Environment.MachineName);
            yield return (language["fact.results"], language["fact.piped"]);
        }

        foreach (var baseline in Baselines(report))
        {
            yield return (language["baseline"], baseline.PointCount is { } points
                ? language.Format("fact.inMemory", baseline.Path, points)
                : baseline.Path);
            yield return (language[baseline.PointCount is null ? "fact.baselineHash" : "fact.numbersHash"], baseline.Sha256);
        }

        if (report.Run?.Options is { } options)
            yield return (language["fact.options"], Options(options));
        yield return (language["fact.fingerprint"], report.Run?.Fingerprint ?? "");
        yield return (language["fact.manifest"], report.Run?.Manifest ?? "");
        foreach (var method in Methods(report))
        {
            yield return (language["method"], language.Format("method.version", method.Name, method.Version));
            yield return (language["fact.methodHash"], method.Sha256);
        }

        if (report.MinimumCorrelation is { } minimum)
            yield return (language["fact.minimum"], language.Numbers.Value(minimum));
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
}
