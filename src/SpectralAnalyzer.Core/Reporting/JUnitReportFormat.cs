using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>
/// Writes results as JUnit XML: one suite for the batch, one test case for each spectrum. A spectrum that failed is an error, one
/// below the minimum correlation is a failure. The metrics are properties of the test case. Each limit of a method is a test case
/// of its own: a failure where it fails, and passed with a text where it only warns.
/// </summary>
internal sealed class JUnitReportFormat : IOutputFormat<ReportContent>
{
    public OutputFormatInfo Info { get; } = new(ReportFormat.JUnit, ".xml", "application/xml");

    public void Write(ReportContent content, Stream stream, CancellationToken cancellationToken)
    {
        var report = content.Report;
        ReportRow[] rows = [.. report.Results.Select(r => new ReportRow(r, report.MinimumCorrelation))];
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };
        using var xml = XmlWriter.Create(stream, settings);
        xml.WriteStartElement("testsuites");
        var title = report.Title ?? ReportLanguage.Create(CultureInfo.InvariantCulture)["title"];
        WriteCounts(xml, title, rows);
        xml.WriteStartElement("testsuite");
        WriteCounts(
            xml, ReportProvenance.Baselines(report) is [var baseline] ? Path.GetFileName(baseline.Path) : title, rows);
        if (report.Run is { } run)
        {
            xml.WriteAttributeString("timestamp", run.StartedUtc.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
            xml.WriteAttributeString("hostname", XmlText.Clean(run.Machine));
            xml.WriteAttributeString("id", run.Id);
            WriteProperties(
                xml,
                [
                    ("version", run.Version), ("ending", run.Ending.ToString()), ("baselineSha256", run.Baseline?.Sha256),
                    ("fingerprint", run.Fingerprint),
                ]);
        }

        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteCase(xml, row, report.MinimumCorrelation);
            foreach (var outcome in row.Result.Limits)
                WriteLimit(xml, row, outcome);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, string name, ReportRow[] rows)
    {
        xml.WriteAttributeString("name", XmlText.Clean(name));
        var limits = rows.SelectMany(r => r.Result.Limits).ToArray();
        xml.WriteAttributeString("tests", Number(rows.Length + limits.Length));
        xml.WriteAttributeString(
            "failures",
            Number(rows.Count(r => r.Status == "below") + limits.Count(o => o.Verdict == SpectralVerdict.Fail)));
        xml.WriteAttributeString("errors", Number(rows.Count(r => r.Result.Status == SpectralResultStatus.Failed)));
        xml.WriteAttributeString("skipped", Number(rows.Count(r => r.Status == "skipped")));
        xml.WriteAttributeString("time", Seconds(TimeSpan.FromMilliseconds(rows.Sum(r => r.Result.DurationMilliseconds))));
    }

    private static void WriteCase(XmlWriter xml, ReportRow row, double? minimum)
    {
        var result = row.Result;
        xml.WriteStartElement("testcase");
        WriteName(xml, row, row.Name, TimeSpan.FromMilliseconds(result.DurationMilliseconds));
        var metrics = SpectralMetrics.All.Where(m => result.Comparison is not null && m.IsUsedIn(MetricUses.JUnit));
        WriteProperties(
            xml,
            [
                .. metrics.Select(
                    m => (JsonNamingPolicy.CamelCase.ConvertName(m.Name), (string?)Number(m.Value(result.Comparison!)))),
                ("confidence", Number(result.Confidence)),
                ("inputSha256", result.Input?.Sha256),
                ("unchanged", row.IsUnchanged ? "true" : null),
                ("verdict", result.Verdict == SpectralVerdict.None ? null : result.Verdict.ToString()),
                ("method", result.Method is { } method ? $"{method.Name}, version {method.Version}" : null),
                ("methodSha256", result.Method?.Sha256),
                .. result.Bands.Select(band => ($"band {band.Name}", (string?)Number(band.Value))),
                .. result.OutputPath.Select(p => ("output", (string?)p)),
            ]);
        if (result.Error is { } error)
        {
            xml.WriteStartElement("error");
            xml.WriteAttributeString("type", error.Id);
            xml.WriteAttributeString("message", XmlText.Clean(error.Message));
            var place = error.Line is { } line ? FormattableString.Invariant($"line {line}: ") : "";
            xml.WriteString(XmlText.Clean($"{place}{error}"));
            xml.WriteEndElement();
        }
        else if (row.IsBelow)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", SpectralErrorIds.CorrelationTooLow);
            xml.WriteAttributeString("message",
                FormattableString.Invariant($"r = {result.Comparison!.Correlation} is below the minimum of {minimum}."));
            xml.WriteEndElement();
        }
        else if (row.Status == "skipped")
        {
            xml.WriteElementString("skipped", "");
        }

        string[] notes = [.. result.Warnings, .. result.Conversions.Select(c => c.ToString())];
        if (notes.Length > 0)
            xml.WriteElementString("system-out", XmlText.Clean(string.Join('\n', notes)));
        xml.WriteEndElement();
    }

    private static void WriteLimit(XmlWriter xml, ReportRow row, LimitOutcome outcome)
    {
        xml.WriteStartElement("testcase");
        WriteName(xml, row, $"{row.Name}: {outcome.Name}", TimeSpan.Zero);
        WriteProperties(
            xml,
            [
                ("value", Number(outcome.Value)), ("unit", outcome.Unit), ("excess", Number(outcome.Excess)),
                ("bound", outcome.Bound), ("verdict", outcome.Verdict.ToString()),
            ]);
        if (outcome.Verdict == SpectralVerdict.Fail)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", SpectralErrorIds.LimitNotKept);
            xml.WriteAttributeString("message", XmlText.Clean(outcome.ToString()));
            xml.WriteEndElement();
        }
        else if (outcome.Verdict == SpectralVerdict.Warning)
        {
            xml.WriteElementString("system-out", XmlText.Clean(outcome.ToString()));
        }

        xml.WriteEndElement();
    }

    private static void WriteName(XmlWriter xml, ReportRow row, string name, TimeSpan duration)
    {
        xml.WriteAttributeString("name", XmlText.Clean(name));
        var folder = Path.GetFileName(Path.GetDirectoryName(row.Result.Path));
        xml.WriteAttributeString("classname", string.IsNullOrEmpty(folder) ? "spectra" : XmlText.Clean(folder));
        xml.WriteAttributeString("file", XmlText.Clean(row.Result.Path));
        xml.WriteAttributeString("time", Seconds(duration));
    }

    private static void WriteProperties(XmlWriter xml, IReadOnlyList<(string Name, string? Value)> properties)
    {
        xml.WriteStartElement("properties");
        foreach (var (name, value) in properties.Where(p => !string.IsNullOrEmpty(p.Value)))
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("value", XmlText.Clean(value!));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.######", CultureInfo.InvariantCulture);
}
