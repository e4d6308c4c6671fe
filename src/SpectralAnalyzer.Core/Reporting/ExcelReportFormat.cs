using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Reporting.Workbook;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Writes reports as workbooks.</summary>
internal sealed class ExcelReportFormat : IOutputFormat<ReportContent>
{
    public OutputFormatInfo Info { get; } =
        new(ReportFormat.Excel, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    public void Write(ReportContent content, Stream stream, CancellationToken cancellationToken)
    {
        // a workbook is packed with the sizes of its parts, which takes a stream that can seek
        using var packed = new MemoryStream();
        var sheets = new ReportWorkbook(content, cancellationToken).Create();
        WorkbookFile.Write(
            sheets, content.Report.Title ?? ReportLanguage.Create(content.Report.Culture)["title"], packed, cancellationToken);
        packed.WriteTo(stream);
    }
}
