using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Writes reports as HTML.</summary>
internal sealed class HtmlReportFormat : IOutputFormat<ReportContent>
{
    public OutputFormatInfo Info { get; } = new(ReportFormat.Html, ".html", "text/html") { Aliases = [".htm"] };

    public void Write(ReportContent content, Stream stream, CancellationToken cancellationToken) =>
        HtmlReport.Write(content, stream, cancellationToken);
}
