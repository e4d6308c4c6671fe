using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Tells in a line how a file was read.</summary>
internal static class LayoutDescription
{
    /// <summary>The line.</summary>
    /// <param name="report">What was found out about the file.</param>
    internal static string Describe(SpectralFileReport report)
    {
        var story = new StringBuilder("read as ").Append(report.Format);
        Add(story, report.Encoding);
        if (report.Delimiter is { } delimiter)
            Add(story, $"delimiter {delimiter}");
        if (report.DecimalMark is { } mark)
            Add(story, $"decimal mark {mark}");
        if (report.HeaderLineCount is > 0 and var header)
            Add(story, string.Create(CultureInfo.InvariantCulture, $"{header} lines before the data"));
        if (report.XColumn is { } x)
            Add(story, string.Create(CultureInfo.InvariantCulture, $"x in column {x}"));
        Add(story, string.Create(CultureInfo.InvariantCulture, $"{report.SpectrumCount} x {report.PointCount} points"));
        Add(story, $"{report.XUnit}{(report.XUnitInferred ? " (inferred)" : "")} and {report.Ordinate}{(report.OrdinateInferred ? " (inferred)" : "")}");
        Add(story, string.Create(CultureInfo.InvariantCulture, $"confidence {report.Confidence:F2}"));
        if (report.RunnerUp is { } other)
            Add(story, string.Create(CultureInfo.InvariantCulture, $"next best {other.Confidence:F2}"));
        return story.ToString();
    }

    /// <summary>What speaks for and against the layout, a line each.</summary>
    /// <param name="report">What was found out about the file.</param>
    internal static string DescribeEvidence(SpectralFileReport report) => string.Join("; ", report.Evidence);

    private static void Add(StringBuilder story, string? part)
    {
        if (!string.IsNullOrEmpty(part))
            story.Append(", ").Append(part);
    }
}
