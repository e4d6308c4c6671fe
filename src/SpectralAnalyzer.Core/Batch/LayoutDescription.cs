using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Describes in a line how a file was read.</summary>
internal static class LayoutDescription
{
    /// <summary>Returns the line.</summary>
    internal static string Describe(SpectralFileReport report)
    {
        var text = new StringBuilder("read as ").Append(report.Format);
        Add(text, report.Encoding);
        if (report.Delimiter is { } delimiter)
            Add(text, $"delimiter {delimiter}");
        if (report.DecimalMark is { } mark)
            Add(text, $"decimal mark {mark}");
        if (report.HeaderLineCount is > 0 and var header)
            Add(text, string.Create(CultureInfo.InvariantCulture, $"{header} lines before the data"));
        if (report.XColumn is { } x)
            Add(text, string.Create(CultureInfo.InvariantCulture, $"x in column {x}"));
        Add(text, string.Create(CultureInfo.InvariantCulture, $"{report.SpectrumCount} x {report.PointCount} points"));
        Add(text, $"{report.XUnit}{Inferred(report.XUnitInferred)} and {report.Ordinate}{Inferred(report.OrdinateInferred)}");
        Add(text, string.Create(CultureInfo.InvariantCulture, $"confidence {report.Confidence:F2}"));
        if (report.RunnerUp is { } other)
            Add(text, string.Create(CultureInfo.InvariantCulture, $"next best {other.Confidence:F2}"));
        return text.ToString();
    }

    private static string Inferred(bool isInferred) => isInferred ? " (inferred)" : "";

    private static void Add(StringBuilder text, string? part)
    {
        if (!string.IsNullOrEmpty(part))
            text.Append(", ").Append(part);
    }
}
